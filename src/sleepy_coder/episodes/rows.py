"""Episodes, their attempts and the owner's repairs as rows of the store's tables, in the order of their columns."""

import msgspec

from sleepy_coder.episodes.episode import Attempt, Episode, Repair, Reported
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree

Row = tuple[str | int | float | None, ...]


def episode_row(episode: Episode) -> Row:
    """Of the table `episode`."""
    return (
        episode.id, episode.started_at, episode.seconds, episode.origin, episode.subject, episode.model,
        episode.model_digest, episode.library, episode.seed, episode.before.digest, _digest(episode.after),
        str(episode.verdict),
    )  # fmt: skip


def attempt_row(episode: str, ordinal: int, attempt: Attempt) -> Row:
    """Of the table `attempt`."""
    return (
        episode, ordinal, int(attempt.stage), attempt.adapter, attempt.before_digest, _digest(attempt.after),
        *error_columns(attempt.error), attempt.prompt_digest, _encoded(attempt.edits), attempt.text, attempt.tokens,
        attempt.seconds, str(attempt.verdict), attempt.evidence,
    )  # fmt: skip


def repair_row(ordinal: int, repair: Repair) -> Row:
    """Of the table `repair`."""
    return (
        repair.episode, ordinal, repair.at, repair.source, repair.before.digest, repair.after.digest,
        *error_columns(repair.error), repair.verdict,
    )  # fmt: skip


def error_columns(error: Reported) -> tuple[str | None, str, str]:
    """The code, the signature and the diagnostic, as every table has them that tells of an error."""
    return error.diagnostic.code, error.signature, _encoded(error.diagnostic)


def reported(signature: str, diagnostic: str) -> Reported:
    """The error of which these columns tell."""
    return Reported(signature, msgspec.json.decode(diagnostic, type=Diagnostic))


def edits_of(column: str) -> tuple[Edit, ...]:
    """The edits of an attempt."""
    return msgspec.json.decode(column, type=tuple[Edit, ...])


def _digest(tree: SourceTree | None) -> str | None:
    return None if tree is None else tree.digest


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()
