"""The night's patience: many samples, warmer, under several specialists and prompts, for each of the day's failures."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from itertools import chain, islice

from sleepy_coder.curation.case import Case, Sources, Wanted
from sleepy_coder.curation.origins.episode import own_repairs
from sleepy_coder.curation.origins.human import owner_repairs
from sleepy_coder.curation.origins.sampling import Failed, failed, verified

MOST_FAILURES = 16
TEMPERATURES = (0.8, 1.2)
SEARCHER = "the model itself, at night"


def searched(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    """What the night's own model finds, the easier failures first: what it answers by itself, then what it answers
    when it is shown a repair of the same kind."""
    model, settings = sources.model, sources.settings
    left = failed(wanted, sources, MOST_FAILURES)
    if not left:
        return
    model.load_library(sources.incumbent.path)
    own = [wanted.skill.skill] if wanted.skill.skill in sources.incumbent.manifest.skills else []
    shown = next((_as_shown(case) for case in islice(_known(wanted, sources), 1)), None)
    for similar in (None, shown) if shown is not None else (None,):
        for skill in (*own, None):
            for number, temperature in enumerate(TEMPERATURES):
                unsolved: list[Failed] = []
                for one in left:
                    if not sources.patience.for_models():
                        return
                    candidates = model.propose(
                        [replace(one.context, similar=similar)],
                        attempts=settings.search_attempts,
                        seed=wanted.seed + number,
                        skills=[skill],
                        temperature=temperature,
                    )[0]
                    cases = list(verified(one, candidates, SEARCHER))
                    yield from cases[:1]
                    unsolved += [] if cases else [one]
                left = unsolved


def _known(wanted: Wanted, sources: Sources) -> Iterator[Case]:
    return chain(owner_repairs(wanted, sources), own_repairs(wanted, sources))


def _as_shown(case: Case) -> str:
    """The lines that a repair takes away and puts in."""
    changed = (
        line
        for file, text in case.before.files.items()
        for line in unified_diff(text.split("\n"), case.after.files[file].split("\n"), lineterm="", n=0)
        if line[:1] in "+-" and not line.startswith(("+++", "---"))
    )
    return " ".join(changed)
