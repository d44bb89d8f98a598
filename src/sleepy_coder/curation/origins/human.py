"""How the owner mended what the agent could not: the strongest examples."""

from collections.abc import Iterator

from sleepy_coder.curation.case import Case, Sources, Wanted

OWNER = "owner"


def owner_repairs(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    """Repairs of the skill's errors that compiler and policy accept as answers, newest first."""
    for repository, repair in sources.store.repaired(wanted.takes, sources.until):
        error = sources.rechecker.again(repository, repair.before, repair.error.diagnostic, repair.after)
        if error is not None:
            commit, _, author = repair.source.partition(" ")
            source = f"{repair.episode} ({commit})"
            yield Case(repair.before, error, repair.after, source, repository, author or OWNER, repair.at)
