"""One random-weight model's whole way: a day that fails, a night that learns, out in every form, and in again.

The night is as small as a night can be, and its candidate is followed whatever the gate says of it: here it matters
that what was learned survives every change of form, not that a model without knowledge gets better.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.adapters.peft_files import export_peft
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.curation.first_library import write_first_library
from sleepy_coder.day import Day
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.exchange.importing import import_skill
from sleepy_coder.exchange.merged import merge_into, write_merged
from sleepy_coder.experiments.families import make_family
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.lm.prompt import INSTRUCTIONS
from sleepy_coder.night import run_night
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.task import Oracle, Task

SETTINGS = dataclasses.replace(
    Settings(),
    attempts=1,
    dreams_per_skill=12,
    held_out_per_skill=3,
    training_steps=20,
    gate_items_per_skill=1,
    gate_old_items=1,
    gate_canaries=0,
    min_failures=2,
    least_improvement=0.0,
)


@dataclass(frozen=True, slots=True)
class Journey:
    """What came of it: tasks that failed by day, how far the night's skill moves the logits, and the largest absolute
    difference of a logit after each round trip, in float32."""

    failed: int
    skill: str
    moved: float
    differences: dict[str, float]


def travel(name: str, folder: Path, pairs: Sequence[Pair], compiler: Compiler) -> Journey:
    """The journey of one family in an empty folder. Raises EnvironmentFault where the night learned nothing."""
    texts = [INSTRUCTIONS, *(text for pair in pairs for text in pair.green.files.values())]
    place = make_family(name, folder / name, texts)
    model = load(str(place))
    paths = find_paths({"SLEEPY_CODER_HOME": str(folder / "home")}).of(str(place))
    paths.home.mkdir(parents=True)
    tasks = [_task(index, pair) for index, pair in enumerate(pairs)]
    with EpisodeStore(paths.episodes_db) as store:
        day = Day(Team(FixedRouter(), None, str(place), lambda: model), Plan(stages=(2,), attempts=1), 0, store)
        worked = day.work_through(tasks, compiler, origin="suite:journey")
    (folder / "first").mkdir()
    record = run_night(
        paths=paths,
        settings=SETTINGS,
        model=model,
        compiler=compiler,
        initial_library=write_first_library(folder / "first", model),
        budget_seconds=3600,
    )
    if record.candidate is None:
        raise EnvironmentFault(f"the night of {name} learned nothing: {record.reason}")
    version = Registry(paths.base).load(record.candidate)
    library = read_library(version.path)
    skill = next(iter(sorted(library.skills)))
    model.load_library(version.path)
    base, expected = _logits(model, None), _logits(model, skill)
    peft = folder / "peft"
    export_peft(peft, library.folded(skill), base_model=str(place))
    differences = {"peft": _difference(expected, _by_peft(place, peft))}
    write_merged(folder / "merged", merge_into(model.model, library.folded(skill)), model.tokenizer)
    differences["merged"] = _difference(expected, _logits(load(str(folder / "merged")), None))
    other = Registry(folder / "elsewhere")
    first = other.install_initial(folder / "first")
    imported, _ = import_skill(peft, "back", [], model, other, first)
    model.load_library(imported.path)
    differences["import"] = _difference(expected, _logits(model, "back"))
    failed = sum(not one.outcome.fixed for one in worked)
    return Journey(failed, skill, _difference(base, expected), differences)


def _task(index: int, pair: Pair) -> Task:
    return Task(id=f"journey-{index}", family=pair.family, files=dict(pair.broken.files), oracle=Oracle(kind="compile"))


@torch.inference_mode()
def _logits(model: LocalModel, skill: str | None) -> torch.Tensor:
    model.attachment.select(skill)
    try:
        found: torch.Tensor = model.model(_probe(model.model)).logits.float()
    finally:
        model.attachment.select(None)
    return found


def _by_peft(place: Path, adapter: Path) -> torch.Tensor:
    """What peft itself makes of the folder: its own layers on a model freshly read, nothing of ours."""
    import warnings

    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore", FutureWarning)  # peft asks transformers for properties by their old names
        model = AutoModelForCausalLM.from_pretrained(place, dtype=torch.float32)
        adapted = PeftModel.from_pretrained(model, adapter).eval()
        found: torch.Tensor = adapted(_probe(model)).logits.float()
    return found


def _probe(model: torch.nn.Module) -> torch.Tensor:
    """Four rows of sixteen arbitrary tokens."""
    size = int(model.get_input_embeddings().weight.shape[0])  # type: ignore[operator]
    return torch.randint(3, size, (4, 16), generator=torch.Generator().manual_seed(1))


def _difference(left: torch.Tensor, right: torch.Tensor) -> float:
    return float((left - right).abs().max())
