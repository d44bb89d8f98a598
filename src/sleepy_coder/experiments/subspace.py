"""Is there a shared subspace? LoRAs of novel skills against each other, with the controls that any claim needs.

    halves      the basis of one half of the skills against the other half's, k columns a side
    held_out    leave one out: how much of a skill's ΔW lies outside the basis of all others
    controls    the same of untrained adapters (the same A, a random B), of a random basis, and of the mean adapter

Overlaps are means over matrices, each beside what two random subspaces of that size give. Another seed moves A's start
and the order of batches.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.course import Course, make_course
from sleepy_coder.experiments.sequence.form import chosen
from sleepy_coder.experiments.sequence.kept import Store
from sleepy_coder.experiments.sequence.learners.learner import School
from sleepy_coder.experiments.sequence.learners.lora import START, LoRAPerSkill
from sleepy_coder.experiments.sequence.state import folder_of, origin
from sleepy_coder.experiments.sequence.work import model_here
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.share.fold import FoldedAdapter, difference_norm
from sleepy_coder.share.merge import initialise
from sleepy_coder.share.subspace import (
    chance_overlap,
    held_out_errors,
    mean_adapter,
    overlap,
    projection_error,
    random_basis,
)

K = 16
"""Columns a side of every basis compared."""

OTHER_START = 1

Adapters = Mapping[str, FoldedAdapter]
Tell = Callable[[str], None]


class _OtherStart(LoRAPerSkill):
    """The same skills from another A."""

    kind = "lora_per_skill_other_start"
    start = OTHER_START


def run(compiler: Compiler, *, quick: bool, middle: bool = False, tell: Tell = lambda words: None) -> dict[str, Any]:
    """All comparisons as one JSON object."""
    form = chosen(quick=quick, middle=middle)
    folder = folder_of("sequential", form, compiler)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
    school = School(model_here(), form, Store(folder / "trained"))
    setting = ARMS["lora_per_skill_oracle"].grid[0]
    seed = form.seeds[0]
    tell("a LoRA for each skill")
    trained = _trained(LoRAPerSkill(school, setting, seed), course)
    tell("the same from another start")
    elsewhere = _trained(_OtherStart(school, setting, seed + 1), course)
    untrained = _untrained(school, sorted(trained), setting.rank)
    return {
        "schema": "sleepy-coder/subspace/1",
        "form": form.name,
        "skills": len(trained),
        "k": K,
        "halves": {
            "trained": _halves(trained),
            "trained_from_another_start": _halves(elsewhere),
            "untrained": _halves(untrained),
        },
        "across_starts": _between(trained, elsewhere),
        "held_out_error": {
            "trained": _mean(held_out_errors(trained, K).values()),
            "untrained": _mean(held_out_errors(untrained, K).values()),
            "random_basis": _random_error(trained),
            "mean_adapter_alone": left_by_the_mean(trained),
        },
        "provenance": origin(form, [seed, seed + 1], compiler),
    }


def _trained(learner: LoRAPerSkill, course: Course) -> Adapters:
    for lesson in course.lessons:
        learner.night(lesson)
    return learner.adapters()


def _untrained(school: School, names: Sequence[str], rank: int) -> Adapters:
    """LoRAs before they learned anything, but for B, which would be zero: the same A for all, a random B each."""
    found = {}
    for number, name in enumerate(names):
        adapter = LoRAAdapter(school.model.attachment.shapes, rank=rank, seed=START)
        generator = torch.Generator().manual_seed(number)
        for key, parameter in adapter.tensors.items():
            if key.endswith(".B"):
                parameter.data = torch.randn(parameter.shape, generator=generator)
        found[name] = adapter.folded()
    return found


def _halves(adapters: Adapters) -> dict[str, dict[str, float]]:
    """One half of the skills against the other."""
    names = sorted(adapters)
    first, second = ({name: adapters[name] for name in names[start::2]} for start in (0, 1))
    return _between(first, second)


def _between(first: Adapters, second: Adapters) -> dict[str, dict[str, float]]:
    """Overlap of two sets' bases, side by side, beside chance."""
    ours, theirs = _bases(first), _bases(second)
    found: dict[str, dict[str, float]] = {}
    for side in ("beta", "alpha"):
        pairs = [(ours[matrix][side], theirs[matrix][side]) for matrix in ours.keys() & theirs.keys()]
        found[side] = {
            "overlap": _mean(overlap(P, Q) for P, Q in pairs),
            "chance": _mean(chance_overlap(Q.shape[1], len(Q)) for _, Q in pairs),
        }
    return found


def _bases(adapters: Adapters) -> dict[str, dict[str, Tensor]]:
    library = initialise(adapters, tolerance=0.0, k=K).library
    return {
        matrix: {"beta": basis.beta.vectors, "alpha": basis.alpha.vectors} for matrix, basis in library.bases.items()
    }


def _random_error(adapters: Adapters) -> float:
    """Of projecting each skill into random columns."""
    some = next(iter(adapters.values()))
    bases = {matrix: random_basis(len(f.left), len(f.right), K, seed=0) for matrix, f in some.items()}
    return _mean(projection_error(adapter, bases) for adapter in adapters.values())


def left_by_the_mean(adapters: Adapters) -> float:
    """‖ΔW - c·mean of the others‖/‖ΔW‖ at the best c: what a skill is beside what all have in common."""
    errors = []
    for name, adapter in adapters.items():
        mean = mean_adapter({other: adapters[other] for other in adapters if other != name})
        own, theirs = (sum(folded.norm**2 for folded in one.values()) for one in (adapter, mean))
        apart = sum(difference_norm(folded, mean[matrix]) ** 2 for matrix, folded in adapter.items())
        inner = (own + theirs - apart) / 2
        errors.append(max(0.0, 1 - inner**2 / (own * theirs)) ** 0.5)
    return _mean(errors)


def _mean(values: Any) -> float:
    found = list(values)
    return float(sum(found) / len(found)) if found else 0.0
