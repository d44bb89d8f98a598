"""How long a night for several new skills takes with the embedded model."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.experiments.night.failing import keep_failures
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

FAILURES = 4


def sleep_for(
    skills: int, settings: Settings, budget_seconds: float, model: "LocalModel", folder: Path, compiler: Compiler,
    tell: Callable[[str], None],
) -> dict[str, Any]:  # fmt: skip
    """Seconds of a night after a day on which so many novel families stayed broken, and what came of it."""
    from sleepy_coder.night import run_night

    families = Random(f"skills:{settings.seed}").sample(sorted(NOVEL), skills)
    paths = find_paths({"SLEEPY_CODER_HOME": str(folder)})
    paths.home.mkdir(exist_ok=True)
    for family in families:
        pairs = list(islice(stream("frozen", [family], settings.seed, compiler), FAILURES))
        keep_failures(paths, pairs, origin="experiment:skills", seed=settings.seed)
    record = run_night(
        paths=paths,
        settings=settings,
        model=model,
        compiler=compiler,
        initial_library=library_folder(),
        budget_seconds=budget_seconds,
        observer=lambda station, fraction, words: tell(f"{station}: {words}") if fraction in (0.0, 1.0) else None,
    )
    return {
        "families": families,
        "seconds": record.seconds["total"],
        "by_stage": record.seconds,
        "skills": [{"skill": one.skill, "fate": one.fate, "steps": one.steps} for one in record.skills],
        "not_due": record.not_due,
        "outcome": record.outcome,
        "cut": record.cut,
    }
