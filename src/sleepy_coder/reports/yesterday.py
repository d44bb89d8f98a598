"""What a day's episodes came to: how many there were, which stage won, and what stayed broken."""

from dataclasses import dataclass

from sleepy_coder.episodes.store import EpisodeStore

STAGES = ("compiler suggestions", "specialists", "base model")


@dataclass(frozen=True, slots=True)
class Failure:
    """A signature that stayed unmended, and in how many episodes."""

    signature: str
    count: int


@dataclass(frozen=True, slots=True)
class Yesterday:
    """The episodes of a day. `wins` counts by stage who finished the ones that ended FIXED."""

    episodes: int
    fixed: int
    attempts: int
    tokens: int
    wins: dict[str, int]
    failures: tuple[Failure, ...]


def yesterday(store: EpisodeStore, since: float, until: float) -> Yesterday:
    """The day between two times, in seconds since 1970. Raises what the store raises."""
    count = fixed = attempts = tokens = 0
    wins = dict.fromkeys(STAGES, 0)
    for episode in store.episodes(store.ids(since)):
        if episode.started_at >= until:
            continue
        count += 1
        attempts += len(episode.attempts)
        tokens += sum(attempt.tokens for attempt in episode.attempts)
        if episode.verdict != "FIXED":
            continue
        fixed += 1
        winner = next((attempt for attempt in reversed(episode.attempts) if attempt.verdict == "FIXED"), None)
        if winner is not None:
            wins[STAGES[winner.stage]] += 1
    failures = tuple(Failure(group.signature, group.count) for group in store.failures(since, until=until))
    return Yesterday(count, fixed, attempts, tokens, wins, failures)
