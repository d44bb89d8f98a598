"""Share's experiments beside the sequential one, in their smallest forms."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.numpy import load_file

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.embedded.location import model_folder
from sleepy_coder.embedded.taught import taught
from sleepy_coder.experiments.capacity import larger_minus_smaller
from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.course import all_families
from sleepy_coder.experiments.subspace import left_by_the_mean
from sleepy_coder.experiments.sweeps import OWN, VALUES, WAYS
from sleepy_coder.experiments.swept import Point, Rate, Swept, few_numbers, gain_kept
from sleepy_coder.share.fold import FoldedMatrix, fold_factors


def measured(name: str, folder: Path) -> dict[str, Any]:
    out = folder / f"{name}.json"
    command = [sys.executable, "-m", "sleepy_coder.cli.main", "experiment", "run", name, "--quick", "--out", str(out)]
    environment = {**os.environ, "SLEEPY_CODER_HOME": str(folder / "home")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(out.read_text())
    return result


def test_there_are_a_hundred_skills_and_those_that_the_model_was_never_taught_come_first() -> None:
    found = all_families()
    novel = len(FAMILIES) - len(taught().base) - len(taught().library)
    assert len(set(found)) == len(found) == len(FAMILIES) >= 100
    assert not set(found[:51]) & {*taught().base} and not set(found[:novel]) & {*taught().library}


@pytest.mark.slow
def test_no_skill_of_a_library_is_worse_than_its_ledger_says(tmp_path: Path) -> None:
    result = measured("longevity", tmp_path)
    for one in result["libraries"].values():
        assert one["beyond_their_guarantee"] == [] and one["trained_skills"] == result["skills"] == 3
        assert [night["night"] for night in one["nights"]] == [1, 2, 3]
    growing, capped = (result["libraries"][name]["nights"] for name in ("growing", "capped"))
    assert max(night["columns"]["largest"] for night in capped) <= 47
    assert not any(night["matrices_turned"] for night in growing)


def test_a_point_keeps_a_part_of_what_loras_gain_on_its_own_seeds() -> None:
    def point(knob: str, seed: int, *rates: float) -> Point:
        return Point(knob, 0.0, seed, dict(zip("ab", rates, strict=True)), 1.0, 0, "")

    controls = [point("base", 1, 0.0, 0.2), point("lora", 1, 1.0, 0.8), point("base", 2, 0.0, 0.0)]
    controls += [point("lora", 2, 0.5, 0.5)]
    assert gain_kept([point("p", 1, 0.5, 0.5)], controls) == pytest.approx(0.5)
    assert gain_kept([point("p", 1, 0.5, 0.5), point("p", 2, 0.5, 0.5)], controls) == pytest.approx(0.9 / 1.3)
    assert gain_kept([point("p", 1, 0.5, 0.5)], [controls[0], point("lora", 1, 0.0, 0.2)]) is None


@pytest.mark.parametrize(("lora", "kept"), [(0.8, 0.75), (0.1, None)])
def test_few_numbers_are_those_that_do_best_on_practice_items(lora: float, kept: float | None) -> None:
    def point(knob: str, passed: float, numbers: float) -> Point:
        return Point(knob, 0.0, 1, {"a": passed, "b": passed}, numbers, 0, "")

    rates = (Rate("core", 0.1, 0.5, 2.0), Rate("p_1", 0.05, 0.5, 1.0), Rate("other", 0.05, 0.9, 1.0))
    points = (point("base", 0.1, 0.0), point("lora", lora, 700.0), point("p_1", 0.625, 10.0))
    found = few_numbers(Swept({}, points, rates), ("core", "p_1"))
    assert found is not None and found["way"] == "p_1" and found["times_fewer_than_lora"] == 70
    assert found["gain_kept_of_lora"] == (kept and pytest.approx(kept)) and (found["interval"] is None) == (
        kept is None
    )
    assert few_numbers(Swept({}, points[:2], rates), ("core", "p_1")) is None


def test_of_an_adapter_in_the_direction_of_the_others_their_mean_leaves_nothing() -> None:
    def adapter(*numbers: float) -> dict[str, FoldedMatrix]:
        return {"m": fold_factors(torch.tensor(numbers, dtype=torch.float64)[:, None], torch.ones(3, 1).double())}

    assert left_by_the_mean({"a": adapter(1, 2), "b": adapter(2, 4), "c": adapter(5, 10)}) == pytest.approx(0, abs=1e-6)
    assert left_by_the_mean({"a": adapter(1, 0), "b": adapter(0, 7)}) == pytest.approx(1)


@pytest.mark.slow
def test_every_knob_is_turned(tmp_path: Path) -> None:
    result = measured("sweeps", tmp_path)
    assert result["knobs"].keys() == {*VALUES, *WAYS}
    assert result["controls"]["base"]["trained_per_skill"] == 0 < result["controls"]["lora"]["trained_per_skill"]
    trained = {knob: points[0]["trained_per_skill"] for knob, points in result["knobs"].items()}
    assert trained["k"] < trained["steps"]
    assert trained["p"] != trained["steps"]  # less, unless columns are opened because it fits worse
    shapes = load_file(model_folder() / "model.safetensors").values()
    matrices = sum(one.ndim == 2 for one in shapes) - 1  # no column for the embedding
    assert trained["rate_at_p_1"] == trained["k_at_p_1"] == trained["few_at_p_1"] == 2 * 29 * matrices
    for knob in ("core_alone", "rate_of_core_alone", *WAYS[1:]):
        assert trained[knob] == 7 * 7 * matrices
    assert [one["way"] for one in result["rates"]] == [*WAYS] and result["few"]["way"] in OWN


@pytest.mark.slow
def test_what_a_skill_costs_is_counted_for_every_arm(tmp_path: Path) -> None:
    found = measured("parameters", tmp_path)
    arms, lora = found["arms"], found["lora_numbers"]
    assert len(arms) == len(ARMS) + 5 and arms["base"]["trained_per_skill"] == 0
    assert arms["lora_sequential"]["trained_per_skill"] == arms["olora"]["trained_per_skill"] == lora
    assert arms["lora_sequential"]["resident_bytes"] <= 4 * lora < arms["olora"]["resident_bytes"]
    share = found["share"]
    tried = share["ledger_bytes"]["core per skill"] / 4
    assert arms["share_routed"]["trained_per_skill"] > tried  # two steps fit nothing, so columns were opened
    assert share["p"]["1"]["times_smaller_than_lora"] > share["p"]["8"]["times_smaller_than_lora"] > 1


@pytest.mark.slow
def test_controls_of_a_subspace_are_what_they_must_be(tmp_path: Path) -> None:
    found = measured("subspace", tmp_path)
    untrained = found["halves"]["untrained"]
    assert untrained["alpha"]["overlap"] == pytest.approx(1.0, abs=1e-4)  # one A for all
    assert untrained["beta"]["overlap"] < 3 * untrained["beta"]["chance"]
    assert found["held_out_error"]["random_basis"] > 0.9


def test_the_largest_size_is_held_against_the_smallest_skill_by_skill() -> None:
    def row(routed: float, averaged: float, lora: float) -> dict[str, Any]:
        arms = {"share_routed": routed, "share_averaged_cores": averaged, "lora_per_skill_oracle": lora}
        return {
            "arms": {arm: {"per_skill": {"E1": rate, "E2": rate + 0.1}} for arm, rate in arms.items()},
            "routed_minus_averaged": {"against": "share_averaged_cores"},
        }

    models = {"size-3m": row(0.5, 0.4, 0.6), "size-1m": row(0.2, 0.15, 0.6), "shipped": row(0.9, 0.0, 0.9)}
    found = larger_minus_smaller(models)
    assert found is not None and (found["larger"], found["smaller"]) == ("size-3m", "size-1m")
    assert found["share_routed"]["points"] == pytest.approx(30) and found["share_routed"]["p"] == 0.25
    assert found["gain_of_routing"]["points"] == pytest.approx(5)
    assert found["lora_per_skill"]["points"] == pytest.approx(0)
    assert larger_minus_smaller({"size-1m": models["size-1m"], "shipped": models["shipped"]}) is None


@pytest.mark.slow
def test_sizes_that_nobody_has_made_are_named_and_what_is_in_the_file_is_not_measured_again(tmp_path: Path) -> None:
    found = measured("capacity", tmp_path)
    again = measured("capacity", tmp_path)
    assert again["models"] == found["models"]
    assert list(found["models"]) == ["shipped"] and found["missing"] == ["size-600k", "size-1m", "size-3m"]
    shipped = found["models"]["shipped"]
    assert shipped["weight_bytes"] > 1e6 and shipped["arms"]["share_routed"]["acc"]["mean"] is not None
