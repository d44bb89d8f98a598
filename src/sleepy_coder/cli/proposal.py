"""How a repair is shown, as words and a diff or as JSON: `fix` does it once, `watch` after every save."""

from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from sleepy_coder.agent.order import place_key
from sleepy_coder.agent.outcome import Mended, Outcome, nearest_miss
from sleepy_coder.agent.team import Team
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.cli.output import hand_on, note
from sleepy_coder.cli.target import Target
from sleepy_coder.episodes.episode import Reported
from sleepy_coder.rust.items import definitions
from sleepy_coder.rust.moved_lines import original_line
from sleepy_coder.rust.numbers import cut_by
from sleepy_coder.rust.source import SourceTree, text_edits

STAGE_NAMES = {0: "compiler suggestion", 1: "specialist", 2: "base model"}
_LEARNABLE = frozenset(code for family in FAMILIES for code in family.codes)


def answer(target: Target, outcome: Outcome, team: Team, written: tuple[Path, ...]) -> dict[str, Any]:
    """The `fix` object without its schema; `written` are the files that --apply changes."""
    fixed, advanced = _counts(outcome)
    return {
        "path": str(target.root),
        "subject": target.subject,
        "verdict": outcome.verdict,
        "evidence": outcome.evidence,
        "errors": [_mended(target, outcome, one) for one in outcome.mended]
        + [_left(outcome, one, bool(written)) for one in outcome.remaining],
        "fixed": fixed,
        "advanced": advanced,
        "remaining": len(outcome.remaining),
        "attempts": len(outcome.attempts),
        "seconds": round(outcome.seconds, 3),
        "diff": target.diff(outcome.before, outcome.after),
        "deleted": _deleted(outcome),
        "cut": [_place(error, before, outcome.before) | {"cast": kind} for kind, error, before in _cuts(outcome)],
        "applied": [str(path) for path in written],
        "model": team.identity.id,
        "library": team.library_id,
        "notes": list(target.notes),
    }


def _mended(target: Target, outcome: Outcome, one: Mended) -> dict[str, Any]:
    rest = {"stage": one.stage, "skill": one.skill, "seconds": round(one.seconds, 3), "verdict": one.verdict}
    rest["diff"] = target.diff(one.before, one.after)
    return {**_place(one.error, one.before, outcome.before), **rest}


def _left(outcome: Outcome, error: Reported, written: bool) -> dict[str, Any]:
    return {
        **_left_place(outcome, error, written),
        "stage": None,
        "skill": None,
        "seconds": None,
        "verdict": None,
        "diff": None,
    }


def _left_place(outcome: Outcome, error: Reported, written: bool) -> dict[str, Any]:
    found_in = outcome.after or outcome.before
    return _place(error, found_in, found_in if written else outcome.before)


def _place(error: Reported, found_in: SourceTree, owned: SourceTree) -> dict[str, Any]:
    """What an error is, and where in the owner's files, whatever was mended above it before it was found."""
    span = error.diagnostic.primary
    return {
        "code": error.diagnostic.code,
        "message": error.diagnostic.message,
        "file": span.file if span is not None else None,
        "line": original_line(owned, found_in, span.file, span.line_start) if span is not None else None,
        "signature": error.signature,
    }


def _deleted(outcome: Outcome) -> list[str]:
    """Items that a repair took away, as the policy allows for a few errors: what is defined twice, and such."""
    gone: list[str] = []
    before, after = outcome.before, outcome.after
    for name, text in (after.files if after is not None else {}).items():
        if before.files[name] != text:
            old, new = (
                Counter(item.key for item in definitions(source) if item.kind != "use")
                for source in (before.files[name], text)
            )
            if old.total() > new.total():  # else it has another name now
                gone += (old - new).elements()
    return gone


def _cuts(outcome: Outcome) -> list[tuple[str, Reported, SourceTree]]:
    """The type, the error and the tree before it for each mend by a cast that may cut a value."""
    found = ((cut_by(one.error.diagnostic, text_edits(one.before, one.after)), one) for one in outcome.mended)
    return [(kind, one.error, one.before) for kind, one in found if kind is not None]


def _counts(outcome: Outcome) -> tuple[int, int]:
    """Errors mended in a tree where all is well, and errors mended in one where something is left."""
    count = len(outcome.mended)
    return (count, 0) if outcome.fixed else (0, count)


class Report(NamedTuple):
    """What is printed: the diff to standard output, the rest to standard error."""

    diff: str
    notes: tuple[str, ...]

    def show(self) -> None:
        """Print it."""
        hand_on(self.diff)
        for line in self.notes:
            note(line)


def report(
    target: Target, outcome: Outcome, written: tuple[Path, ...], *, asked: bool, needed: int, watching: bool = False
) -> Report:
    """The answer in words; `asked` says whether --apply was given, `written` the files that it changes, `needed` how
    many failures make a skill due.
    """
    notes = [f"look at the diff: `{item}` is deleted" for item in _deleted(outcome)]
    for kind, error, before in _cuts(outcome):
        where = _where(target, error, _place(error, before, outcome.before))
        notes.append(f"look at the diff: `as {kind}` may cut a value, {where}")
    for one in outcome.mended:
        by = STAGE_NAMES[one.stage] + (f" {one.skill}" if one.skill else "")
        notes.append(f"{_where(target, one.error, _place(one.error, one.before, outcome.before))}: mended by {by}")
    for error in outcome.remaining:
        place = _where(target, error, _left_place(outcome, error, bool(written)))
        several = outcome.mended or len(outcome.remaining) > 1  # else the last line says why
        notes.append(f"{place}: left{f', {_why_left(outcome, error)}' if several else ''}")
    fixed, advanced = _counts(outcome)
    unseen = "; --test looks at tests and examples too" if target.unseen else ""
    if outcome.fixed and not outcome.mended:
        notes.append(f"{target.subject}: nothing to fix, {outcome.evidence}{unseen}")
    elif outcome.fixed:
        notes.append(f"{target.subject}: FIXED, {_errors(fixed)} mended, {outcome.evidence}{unseen}")
    else:
        notes.append(f"{target.subject}: not fixed ({outcome.verdict}: {outcome.evidence}), {_errors(advanced)} mended")
        if outcome.undecided and target.unseen and not watching:
            notes.append("--test lets the tests that are there tell which is right")
    if written:
        notes.append(f"written: {', '.join(map(str, written))}; `sleepy-coder undo` takes it back")
    elif outcome.fixed and outcome.mended:
        notes.append("nothing was written: --apply does")
    elif advanced:
        flags = "--partial" if asked else "--apply --partial"
        hint = "" if watching else f": {flags} writes what was mended"
        notes.append(f"nothing was written, as something is left{hint}")
    elif any(error.diagnostic.elsewhere for error in outcome.remaining):
        notes.append("what is left lies in files that this leaves alone: mend it there first")
    elif any(error.diagnostic.code in _LEARNABLE for error in outcome.remaining):
        how = "" if watching else " while `sleepy-coder watch` looks on"
        when = f"a night can learn from it once {needed} programs have failed like this"
        notes.append(f"mend it{how}, and {when if needed > 1 else 'the next night can learn from it'}")
    return Report(target.diff(outcome.before, outcome.after), tuple(notes))


def _why_left(outcome: Outcome, error: Reported) -> str:
    """In a clause, as far as the outcome knows."""
    if error.diagnostic.elsewhere is not None:
        return "as it lies in a file that this leaves alone"
    here = outcome.after or outcome.before
    trees = {tree.digest: tree for tree in (outcome.before, here, *(one.after for one in outcome.attempts)) if tree}
    place = place_key(error.diagnostic, here)
    tried = [
        one
        for one in outcome.attempts
        if one.before_digest in trees and place_key(one.error.diagnostic, trees[one.before_digest]) == place
    ]
    return (not tried and outcome.cut_short) or nearest_miss(tried)


def _errors(count: int) -> str:
    return "1 error" if count == 1 else f"{count} errors"


def _where(target: Target, error: Reported, place: dict[str, Any]) -> str:
    """Place and message; of a workspace's members the places start at the workspace, as in their diffs."""
    folder = target.root.relative_to(target.top).as_posix() if target.top is not None else "."
    within = "" if folder == "." else f"{folder}/"
    spot = f"{within}{place['file']}:{place['line']}" if place["file"] else error.diagnostic.elsewhere
    return f"{f'{spot}: ' if spot else ''}{place['code'] or 'error'} {place['message']}"
