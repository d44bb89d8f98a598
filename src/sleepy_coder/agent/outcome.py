"""What a fix came to."""

from collections.abc import Sequence
from dataclasses import dataclass

from sleepy_coder.episodes.episode import Attempt, Reported
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.verify import Verdict

# When nothing was mended, the verdict is that of the candidate that came nearest.
NEARNESS = (Verdict.BEHAVIOUR_CHANGED, Verdict.BROKEN, Verdict.TIMED_OUT, Verdict.CHEATED, Verdict.UNPARSEABLE)


@dataclass(frozen=True, slots=True)
class Mended:
    """One error that is gone, who mended it, and the tree on both sides of the step that did."""

    error: Reported
    stage: int
    skill: str | None
    seconds: float
    verdict: Verdict
    before: SourceTree
    after: SourceTree


@dataclass(frozen=True, slots=True)
class Outcome:
    """Verdict, the tree reached (None if no step forward was made), and everything that was tried.

    FIXED means that `after`, or `before` if there was nothing to do, has no error and the oracle agrees. `undecided`
    says that several repairs mend some error, of which only tests could tell the right one; `cut_short`, where not all
    was tried, what was used up.
    """

    verdict: Verdict
    evidence: str
    before: SourceTree
    after: SourceTree | None
    errors: tuple[Reported, ...]
    remaining: tuple[Reported, ...]
    mended: tuple[Mended, ...]
    attempts: tuple[Attempt, ...]
    seconds: float
    undecided: bool = False
    cut_short: str = ""

    @property
    def fixed(self) -> bool:
        """Whether all is well."""
        return self.verdict == Verdict.FIXED

    @property
    def stage(self) -> int | None:
        """The stage that mended the last error, None when nothing was mended."""
        return self.mended[-1].stage if self.mended else None


def reported(error: Diagnostic) -> Reported:
    """An error with the key of its signature."""
    return Reported(signature(error).key, error)


def final_verdict(advanced: bool, attempts: Sequence[Attempt]) -> Verdict:
    """The verdict of work that did not end FIXED."""
    if advanced:
        return Verdict.ADVANCED
    nearest = _nearest(attempts)
    return Verdict(nearest.verdict) if nearest is not None else Verdict.BROKEN


def nearest_miss(attempts: Sequence[Attempt]) -> str:
    """Why nothing was mended, by the candidate that came nearest."""
    nearest = _nearest(attempts)
    if nearest is None:
        return "what would mend it brings other errors" if attempts else "nobody had a proposal"
    if len(attempts) == 1:
        return f"the only proposal was of no use: {nearest.evidence}"
    return f"none of {len(attempts)} proposals was of use, the nearest: {nearest.evidence}"


def _nearest(attempts: Sequence[Attempt]) -> Attempt | None:
    known = [attempt for attempt in attempts if attempt.verdict in NEARNESS]
    return min(known, key=lambda attempt: NEARNESS.index(Verdict(attempt.verdict)), default=None)
