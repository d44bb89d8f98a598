"""The examples of one skill, chosen now or by the part of this night that was killed."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sleepy_coder.curation.case import Sources, Wanted
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.origins.table import ORIGINS
from sleepy_coder.curation.plan import NightPlan
from sleepy_coder.curation.rechecking import Rechecker
from sleepy_coder.curation.selection import Lesson, Selection, select
from sleepy_coder.curation.workshop import Workshop
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.registry.night_record import DataCard
from sleepy_coder.registry.nights import NightFolder
from sleepy_coder.registry.version import Version
from sleepy_coder.tasks.likeness import HeldOut


@contextmanager
def opened_sources(
    workshop: Workshop, incumbent: Version, plan: NightPlan, crates: tuple[Path, ...] = ()
) -> Iterator[Sources]:
    """All that tonight's examples may come from, as it was when the night was planned."""
    paths, compiler = workshop.paths, workshop.compiler
    until = datetime.fromisoformat(plan.started).timestamp()
    with EpisodeStore(paths.episodes_db) as store, Rechecker(compiler, paths.crates) as rechecker:
        yield Sources(store, compiler, rechecker, workshop.model, incumbent, workshop.settings, until, crates)


def curate(
    skill: DueSkill, plan: NightPlan, folder: NightFolder, sources: Sources, held_out: Callable[[], HeldOut]
) -> Selection:
    """The skill's lessons, its holdout and its data card, which is written last. Nothing in it is near an item of
    `held_out`, which takes seconds to read."""
    rows, held, card = (f"examples/{skill.skill}{end}" for end in (".jsonl", ".holdout.jsonl", ".json"))
    if (known := folder.read(card, DataCard)) is not None:
        lessons, kept = (folder.read_rows(name, Lesson) or [] for name in (rows, held))
        return Selection(tuple(lessons), tuple(kept), known)
    wanted = _wanted(skill, plan, sources.incumbent)
    origins = [origin for origin in ORIGINS if origin.value in sources.settings.origins]
    cases = ((origin, ORIGINS[origin](wanted, sources)) for origin in origins)
    chosen = select(skill.skill, cases, sources.settings, held_out(), sources.patience.is_left)
    folder.write_rows(rows, list(chosen.lessons))
    folder.write_rows(held, list(chosen.holdout))
    chosen = replace(chosen, card=replace(chosen.card, cut=sources.patience.ended))
    folder.write(card, chosen.card)
    return chosen


def _wanted(skill: DueSkill, plan: NightPlan, incumbent: Version) -> Wanted:
    skills: Mapping[str, frozenset[str]] = {
        name: frozenset(entry.signatures) for name, entry in incumbent.manifest.skills.items()
    }
    others = {key: name for name, keys in skills.items() for key in keys if name != skill.skill}
    # more than are wanted, because some will not be fit
    return Wanted(skill, skills.get(skill.skill, frozenset()), others, 3 * plan.dreams_per_skill, plan.seed)
