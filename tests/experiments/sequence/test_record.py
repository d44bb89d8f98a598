"""From verdicts to figures, on a stream worked out by hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sleepy_coder.experiments.sequence.course import Course
from sleepy_coder.experiments.sequence.judged import Ends, Flips, Judged, counted
from sleepy_coder.experiments.sequence.kept import Facts
from sleepy_coder.experiments.sequence.record import against_averages, arm_row, claims

SKILLS = {"a1": "a", "a2": "a", "b1": "b", "b2": "b"}
COURSE = Course((), (), (), SKILLS, ("k",), ("c",), 0.0)


def judged(arm: str, nights: Mapping[int, str], seed: int = 1, numbers: int = 10, expanded: bool = False) -> Judged:
    """Nights as the items that passed; order a, b."""
    items = [*SKILLS, "k", "c"]
    passed = tuple({item: item in nights[night].split() for item in items} for night in range(3))
    facts = tuple(
        Facts(trained_numbers=numbers, seconds=1.0, tokens=5, kind="x", expanded=expanded and night == 1)
        for night in range(2)
    )
    return counted(arm, seed, "", ("a", "b"), passed, facts, COURSE)


def arms() -> dict[str, list[Judged]]:
    routed = {0: "k c", 1: "a1 a2 k c", 2: "a1 b1 k"}
    ceiling = {0: "k c", 1: "a1 a2 k c", 2: "a1 a2 b1 b2 k c"}
    averaged = {0: "k c", 1: "a1", 2: "a1"}
    nothing = {0: "k c", 1: "k c", 2: "k c"}
    return {
        "share_routed": [judged("share_routed", routed, expanded=True)],
        "share_oracle": [judged("share_oracle", routed, expanded=True)],
        "lora_per_skill_oracle": [judged("lora_per_skill_oracle", ceiling)],
        "share_averaged_factors": [judged("share_averaged_factors", nothing)],
        "share_averaged_cores": [judged("share_averaged_cores", averaged)],
        **{name: [judged(name, averaged)] for name in ("lora_sequential", "lora_replay", "olora")},
        "joint": [judged("joint", ceiling)],
    }


def test_measures_of_an_arm_are_those_of_its_learning_matrix() -> None:
    row = arm_row("share_routed", arms())
    assert row["acc"]["mean"] == 0.5 and row["bwt"]["mean"] == -0.5 and row["forgetting"]["mean"] == 0.5
    assert row["plasticity"]["mean"] == pytest.approx((1.0 + 0.5) / 2) and row["fwt"]["mean"] == 0.0
    assert row["intransigence"]["mean"] == pytest.approx((0.0 + 0.5) / 2)
    assert row["trained_per_skill"] == 10 and row["matrix"] == [[0, 0], [1, 0], [0.5, 0.5]]
    assert row["canaries"] == {"before": 1.0, "after": 0.0, "gained": 0, "lost": 1}


def test_of_what_learns_all_skills_at_once_only_the_end_is_told() -> None:
    row = arm_row("joint", arms())
    assert row["acc"]["mean"] == 1.0
    assert all(row[measure]["mean"] is None for measure in ("bwt", "fwt", "forgetting", "plasticity", "intransigence"))


def test_every_flip_is_counted_by_group() -> None:
    routed = arms()["share_routed"][0]
    assert routed.flips["novel"] == Flips(3, 1) and routed.flips["canaries"] == Flips(0, 1)
    assert routed.canaries == Ends(items=1, before=1, after=0, gained=0, lost=1) and routed.lost_canaries == ("c",)


def test_items_that_were_not_asked_on_a_night_count_for_nothing() -> None:
    nights: list[Mapping[str, bool]] = [
        {},
        {"a1": True, "a2": False},
        {"a1": False, "a2": False, "b1": True, "b2": True},
    ]
    found = counted("x", 1, "", ("b", "a"), nights, (), COURSE)
    assert found.passed == ((None, None), (None, 1), (2, 0)) and found.flips["novel"] == Flips(0, 1)


def test_the_claims_compare_with_the_better_average_and_with_a_lora_for_each_skill() -> None:
    found = claims(arms())
    assert found["routed_minus_averaged"]["against"] == "share_averaged_cores"
    assert found["routed_minus_averaged"]["points"] == pytest.approx(25.0)
    assert found["gain_kept_of_lora"] == {"frozen_basis": 0.5, "all_skills": 0.5}
    assert found["gain_kept_intervals"]["all_skills"] == [0.5, 0.5]
    assert found["skills_without_expansion"] == 0.5 and found["canaries_lost"] == 1
    assert found["better_acc_than"]["olora"] == {"seeds": 1, "better": 1}


def test_skills_are_compared_with_themselves_whatever_the_order_of_a_stream() -> None:
    two = arms()
    other = replace(
        two["share_routed"][0],
        seed=2,
        order=("b", "a"),
        passed=tuple(row[::-1] for row in two["share_routed"][0].passed),
    )
    two["share_routed"].append(other)
    assert against_averages(two)["per_skill"]["a"] == {"routed": 0.5, "averaged": 0.5}


def test_a_rival_with_hindsight_is_the_best_of_all_averages_with_all_scales() -> None:
    found = arms()
    assert against_averages(found)["of_any_scale"] is None
    for name, counts in (
        ("share_averaged_cores", {"1": (0, 1), "0.5": (2, 0)}),
        ("share_averaged_factors", {"1": (0, 0)}),
    ):
        found[name] = [replace(found[name][0], scaled=counts)]
    best = against_averages(found)["of_any_scale"]
    assert best is not None and (best["against"], best["setting"], best["tried"]) == ("share_averaged_cores", "0.5", 3)
    assert best["points"] == pytest.approx(0.0)
    assert arm_row("share_averaged_cores", found)["scaled"] == {"1": 0.25, "0.5": 0.5}
