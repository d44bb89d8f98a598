"""What the agent itself mended by day, as it was verified then and is again now."""

from collections.abc import Iterator

from sleepy_coder.curation.case import Case, Sources, Wanted

AGENT = "agent"


def own_repairs(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    """One repair for each error of each episode, newest first, as long as there is time to ask the compiler."""
    for mended in sources.store.mended(wanted.takes, sources.until):
        if not sources.patience.is_left():
            return
        error = sources.rechecker.again(mended.origin, mended.before, mended.error.diagnostic, mended.after)
        if error is not None:
            yield Case(mended.before, error, mended.after, mended.episode, mended.origin, AGENT, mended.at)
