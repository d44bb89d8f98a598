"""The arms by their binding names, the same trials for all of them, and ways of combining adapters."""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
import torch

from sleepy_coder.adapters.targets import Shape
from sleepy_coder.breaker.families import family_named
from sleepy_coder.embedded.taught import taught
from sleepy_coder.experiments.sequence.arms import (
    ALL,
    ARMS,
    AVERAGE,
    NAMES,
    averaged,
    averaged_cores,
    averaged_factors,
)
from sleepy_coder.experiments.sequence.course import candidates
from sleepy_coder.experiments.sequence.form import FULL
from sleepy_coder.experiments.sequence.learners.learner import Learner, Setting
from sleepy_coder.experiments.sequence.learners.lora import _OrthogonalLoRA
from sleepy_coder.experiments.sequence.learners.share import Share
from sleepy_coder.share.fold import fold_factors
from sleepy_coder.share.merge import initialise

PROMISED = """base suggestions hints retrieval copy_neighbour lora_sequential lora_replay olora lora_per_skill_oracle
lora_per_skill_routed joint mean_adapter share_averaged_factors share_averaged_cores share_oracle share_routed
share_routed_almost_strict random_basis"""


def test_every_arm_of_the_issue_is_there_and_no_other() -> None:
    assert sorted(NAMES) == sorted(PROMISED.split())


def test_every_learned_arm_may_try_equally_many_settings() -> None:
    assert {len(arm.grid[: FULL.trials]) for arm in ARMS.values()} == {FULL.trials}
    assert all(len(set(arm.grid)) == len(arm.grid) for arm in ARMS.values())


def test_no_skill_shares_an_error_code_with_another_or_with_what_was_taught() -> None:
    known = {code for name in (*taught().base, *taught().library) for code in family_named(name).codes}
    found = [family_named(name).codes for name in candidates()]
    assert len(found) >= FULL.skills + FULL.tuning_skills
    assert sum(map(len, found)) == len(frozenset().union(*found)) and not known & frozenset().union(*found)


@dataclass
class _Lesson:
    skill: str


@dataclass
class _Learner:
    library: Any
    folded: Any
    lessons: list[_Lesson] = field(default_factory=list)

    def adapters(self) -> Any:
        return self.folded


class _Share(_Learner, Share):  # an instance of Share without a model
    pass


def adapters(count: int) -> dict[str, Any]:
    torch.manual_seed(5)
    return {
        f"s{n}": {"m": fold_factors(torch.randn(7, 2, dtype=torch.float64), torch.randn(6, 2, dtype=torch.float64))}
        for n in range(count)
    }


@pytest.mark.parametrize("weight", [1.0, 0.5, 0.0])
def test_averages_of_adapters_and_of_cores_are_the_mean_of_delta_w_times_a_power_of_their_number(weight: float) -> None:
    folded = adapters(3)
    library = initialise(folded, tolerance=0.0).library
    learner = cast(Learner, _Share(library, folded, [_Lesson(name) for name in folded]))
    mean = sum(one["m"].dense() for one in folded.values()) / 3 * 3 ** (1 - weight)
    plain = averaged(learner, Setting(0, 0, weight)).library.folded(ALL)["m"].dense().double()
    assert torch.allclose(plain, mean, atol=1e-5)
    cores = averaged_cores(learner, Setting(0, 0, weight)).library.folded(AVERAGE)["m"].dense()
    assert torch.allclose(cores, mean, atol=1e-5)


def test_factors_averaged_apart_are_the_adapter_where_there_is_one_and_something_else_where_there_are_more() -> None:
    for count in (1, 3):
        folded = adapters(count)
        library = initialise(folded, tolerance=0.0).library
        learner = cast(Learner, _Share(library, folded, [_Lesson(name) for name in folded]))
        mean = sum(one["m"].dense() for one in folded.values()) / count
        found = averaged_factors(learner, Setting(0, 0, 1.0)).library.folded(AVERAGE)["m"].dense()
        assert torch.allclose(found, mean, atol=1e-5) == (count == 1)


def test_the_penalty_of_o_lora_is_the_gradient_of_what_the_paper_adds_to_the_loss() -> None:
    past = adapters(1)["s0"]
    adapter = _OrthogonalLoRA({"m": Shape(7, 6)}, [past], penalty=0.5, rank=2, seed=3)
    A = adapter.tensors["m.A"]
    x = torch.randn(4, 6)
    path = adapter.path("m")
    (x @ path.right @ path.left.T).square().sum().backward()
    assert A.grad is not None and adapter.tensors["m.B"].grad is not None
    with_penalty, A.grad = A.grad.clone(), None
    plain = _OrthogonalLoRA({"m": Shape(7, 6)}, [past], penalty=0.0, rank=2, seed=3)
    path = plain.path("m")
    task = (x @ path.right @ path.left.T).square().sum()
    (task + 0.5 * (plain.tensors["m.A"] @ past["m"].right.float()).abs().sum()).backward()
    assert torch.allclose(with_penalty, plain.tensors["m.A"].grad, atol=1e-6)
