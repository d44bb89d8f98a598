"""Stage 0: a search over the compiler's own suggestions, with compiler, policy and oracle as judges and no model.

`cargo fix` applies what is MachineApplicable. Here every suggestion is tried, the likelier first, and behind them what
rustc names without writing it down (`repairs/implied.py`): alone, two of one error together, and, where one leads to a
new error, the suggestions of that one, a few steps deep.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.lossy import lossy
from sleepy_coder.rust.diagnostic import Applicability, Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.rust.suggestion import Suggestion, suggestions
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification, compare
from sleepy_coder.tasks.words import WORD

TRUST = (Applicability.MACHINE, Applicability.MAYBE, Applicability.UNSPECIFIED, Applicability.PLACEHOLDERS)
SUGGESTIONS_PER_ERROR = 12
LIKELIER = 3
PAIRS_PER_ERROR = 12

_NARROW = re.compile(r"(?<![a-zA-Z0-9])f32\b")


@dataclass(frozen=True, slots=True)
class Trial:
    """One combination of suggestions that was tried: its edits on the situation's tree, and what came of it."""

    edits: tuple[Edit, ...]
    text: str
    verification: Verification

    @property
    def settles(self) -> bool:
        """Whether the search may stop here: fixed, or a step forward that reveals nothing new."""
        verdict = self.verification.verdict
        return verdict == Verdict.FIXED or (verdict == Verdict.ADVANCED and not self.verification.fresh)


@dataclass(frozen=True, slots=True)
class _Node:
    """A tree some suggestions away from the start, and the error whose suggestions come next."""

    tree: SourceTree
    errors: tuple[Diagnostic, ...]
    focus: Diagnostic
    texts: tuple[str, ...]


def search(judge: Judge, situation: Situation, *, depth: int, checks: int) -> list[Trial]:
    """Trials for the situation's one target, in the order tried; the search ends at the first batch that settles it.

    At most about `checks` trees are compiled, and at most `depth` suggestions applied one after another.
    """
    trials: list[Trial] = []
    limit = judge.compiles + checks
    (target,) = situation.targets
    frontier = [_Node(situation.tree, situation.errors, target, ())]
    seen = {situation.tree.digest}
    while frontier and judge.compiles < limit:
        node = frontier.pop(0)
        for batch in _batches(node, limit - judge.compiles):
            found = _try(judge, situation, node, batch)
            trials += found
            if any(trial.settles for trial in found):
                return trials
            if len(node.texts) + 1 < depth:
                frontier += _next_nodes(situation, node, found, seen)
            if judge.compiles >= limit:
                break
        frontier.sort(key=lambda ahead: (len(ahead.errors), len(ahead.texts)))
    return trials


def ranked(error: Diagnostic, tree: SourceTree) -> list[tuple[Applicability, str, tuple[Edit, ...]]]:
    """An error's suggestions as (applicability, message, edits), the likelier first, without repetitions, and without
    those that lose something.
    """
    honest = (_wide(error, one) for one in suggestions(error, tree) if not lossy(error, one.edits, tree))
    found = sorted(honest, key=lambda suggestion: TRUST.index(suggestion.applicability))
    unique = {suggestion.edits: suggestion for suggestion in reversed(found)}
    kept = [suggestion for suggestion in found if unique[suggestion.edits] is suggestion]
    return [(one.applicability, one.message, one.edits) for one in kept[:SUGGESTIONS_PER_ERROR]]


def likelier(error: Diagnostic, tree: SourceTree) -> list[tuple[str, tuple[Edit, ...]]]:
    """The few of an error's suggestions, as (message, edits), that are worth a try together with those of other errors.
    rustc marks `?` as one with placeholders, but there is nothing to be filled in.
    """
    unsure = {
        edits
        for applicability, _, edits in ranked(error, tree)
        if applicability == Applicability.PLACEHOLDERS and any(_words_added(edit) for edit in edits)
    }
    return [way for way in _ways(error, tree, among_others=True) if way[1] not in unsure][:LIKELIER]


def hint(error: Diagnostic, tree: SourceTree) -> str | None:
    """The likeliest suggestion in words: what the compiler would put in the place of what."""
    for _, message, edits in ranked(error, tree)[:1]:
        return f"{message}: " + "; ".join(f"{edit.old.strip()} => {edit.new.strip()}" for edit in edits)
    return None


def _ways(error: Diagnostic, tree: SourceTree, *, among_others: bool = False) -> list[tuple[str, tuple[Edit, ...]]]:
    """What is better than rustc's suggestions for an error, these, then what it names without writing it down."""
    written = [(one.message, one.edits) for one in foremost(error, tree, among_others=among_others)]
    written += [(message, edits) for _, message, edits in ranked(error, tree)]
    return written + [(one.message, one.edits) for one in implied(error, tree)]


def _wide(error: Diagnostic, suggestion: Suggestion) -> Suggestion:
    """rustc names `f32` as an example of a float type; what says nothing else is an `f64` in Rust."""
    if error.code != "E0689" or "{float}" not in error.message:
        return suggestion
    edits = (
        edit if "f32" in edit.old else replace(edit, new=_NARROW.sub("f64", edit.new)) for edit in suggestion.edits
    )
    return replace(suggestion, edits=tuple(edits))


def _words_added(edit: Edit) -> Counter[str]:
    return Counter(WORD.findall(edit.new)) - Counter(WORD.findall(edit.old))


def _batches(node: _Node, room: int) -> Iterator[list[tuple[str, tuple[Edit, ...]]]]:
    single = _ways(node.focus, node.tree)
    yield single[:room]
    pairs = [
        (f"{left[0]}; {right[0]}", (*left[1], *right[1]))
        for left, right in combinations(single, 2)
        if _compatible(node.tree, [left[1], right[1]])
    ]
    yield pairs[: min(PAIRS_PER_ERROR, room)]


def _try(judge: Judge, start: Situation, node: _Node, batch: Sequence[tuple[str, tuple[Edit, ...]]]) -> list[Trial]:
    here = Situation(node.tree, node.errors, (node.focus,))
    verified = judge.verify(here, [edits for _, edits in batch])
    trials = []
    for (message, edits), verification in zip(batch, verified, strict=True):
        after, overall, whole = verification.after, verification, edits
        if node.texts and after is not None:
            try:
                whole = edits_between(start.tree, after)
            except EditRejected:
                continue
            if verification.remaining:
                overall = compare(start, after, verification.remaining)
        trials.append(Trial(whole, "; then ".join((*node.texts, message)), overall))
    return trials


def _next_nodes(start: Situation, node: _Node, trials: Sequence[Trial], seen: set[str]) -> Iterator[_Node]:
    """Where a suggestion traded its error for others, in no more places than before, those are looked at next."""
    for trial in trials:
        found, after = trial.verification, trial.verification.after
        if found.verdict not in (Verdict.BROKEN, Verdict.ADVANCED) or after is None or after.digest in seen:
            continue
        if found.fresh and _places(found.remaining) <= max(_places(start.errors), _places(node.errors)):
            seen.add(after.digest)
            yield _Node(after, found.remaining, found.fresh[0], (*node.texts, trial.text))


def _places(errors: Sequence[Diagnostic]) -> int:
    """How many places errors are about: a closure has one for each variable that it borrows."""
    spans = [error.primary for error in errors]
    return len({(one.file, one.byte_start, one.byte_end) for one in spans if one is not None}) + spans.count(None)


def _compatible(tree: SourceTree, ways: Sequence[Sequence[Edit]]) -> bool:
    try:
        tree.apply([edit for edits in ways for edit in edits])
    except EditRejected:
        return False
    return True
