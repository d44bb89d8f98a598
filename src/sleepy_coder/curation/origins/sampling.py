"""Asking a model again about what failed by day, with more patience than the day has; what verifies is a case."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sleepy_coder.curation.case import Case, Sources, Wanted
from sleepy_coder.curation.rechecking import ACCEPTED
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.tasks.verify import Judge, Situation

if TYPE_CHECKING:
    from sleepy_coder.lm.model import Candidate


class Failed(NamedTuple):
    """An error that an episode was left with, and who can judge repairs of it."""

    episode: str
    repository: str
    at: float
    context: RepairContext
    errors: tuple[Diagnostic, ...]
    judge: Judge


def failed(wanted: Wanted, sources: Sources, most: int) -> list[Failed]:
    """The newest `most` failures of the skill that the compiler still reports, none from a suite: a suite is for
    measuring.
    """
    found: list[Failed] = []
    seen: set[tuple[str, str]] = set()
    for episode in sources.store.episodes(list(reversed(wanted.skill.episodes))):
        if episode.origin.startswith("suite:") or episode.started_at > sources.until:
            continue
        end = episode.before if episode.after is None else episode.after
        left = [(end, error) for error in episode.remaining if wanted.takes(error.signature)]
        first = [(episode.before, error) for error in episode.errors if wanted.takes(error.signature)]
        for tree, reported in left or first:
            if (tree.digest, reported.signature) in seen:
                continue
            seen.add((tree.digest, reported.signature))
            judged = sources.rechecker.judge(episode.origin, tree, reported.signature)
            if judged is None:
                continue
            judge, errors = judged
            error = next(one for one in errors if signature(one).key == reported.signature)
            context = RepairContext(tree, error)
            found.append(Failed(episode.id, episode.origin, episode.started_at, context, errors, judge))
            if len(found) == most:
                return found
    return found


def verified(one: Failed, candidates: Sequence["Candidate"], author: str) -> Iterator[Case]:
    """Those of the candidates that mend the error, each repair once."""
    context = one.context
    situation = Situation(context.tree, one.errors, (context.diagnostic,))
    proposals = list(dict.fromkeys(candidate.edits for candidate in candidates))
    for found in one.judge.verify(situation, proposals):
        if found.verdict in ACCEPTED and found.after is not None:
            yield Case(context.tree, context.diagnostic, found.after, one.episode, one.repository, author, one.at)
