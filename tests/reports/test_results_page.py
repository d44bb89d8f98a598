"""docs/results.md: only what results hold, and never a smaller run called full."""

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from sleepy_coder.reports.results_page import result_pictures, results_page
from sleepy_coder.reports.wording import form_of

SPREAD = {"mean": 0.25, "low": 0.125, "high": 0.5}
MEASURES = ("acc", "bwt", "fwt", "forgetting", "plasticity", "intransigence")
CURVE = [{"night": night, **SPREAD} for night in range(3)]


def sequential(form: str, run: str) -> dict[str, Any]:
    arm = {**dict.fromkeys(MEASURES, SPREAD), "trained_per_skill": 1234.0, "matrix": [[0, 0], [1, 0], [1, 0.5]]}
    group = {"before": 1.0, "after": 0.75, "gained": 0, "lost": 3}
    arm |= {
        "curve": CURVE,
        "known": group,
        "canaries": {**group, "lost": 0},
        "drift": 0.125,
        "tokens_per_skill": 4321.0,
    }
    return {
        "form": form,
        "skills": 2,
        "seeds": 1,
        "merges": 2,
        "items": {"novel": 4, "known": 3, "canaries": 2},
        "arms": {
            "share_routed": arm,
            "base": {**arm, "trained_per_skill": 0.0, "drift": None, "tokens_per_skill": None},
        },
        "routed_minus_averaged": {
            "points": 12.5,
            "low": 1.0,
            "high": 20.0,
            "p": 0.0004,
            "against": "share_averaged_cores",
            "per_skill": {"E0001-x": {"routed": 0.5, "averaged": 0.0}},
            "of_any_scale": {
                "points": 7.5,
                "low": -1.0,
                "high": 16.0,
                "p": 0.03,
                "against": "mean_adapter",
                "setting": "rate 0, rank 0, weight 0.75",
                "tried": 17,
            },
        },
        "gain_kept_of_lora": {"frozen_basis": None, "all_skills": 0.97},
        "gain_kept_intervals": {"frozen_basis": None, "all_skills": [0.8, 1.1]},
        "skills_without_expansion": 0.75,
        "skills_never_expanded": 0.5,
        "canaries_lost": 0,
        "better_acc_than": {"olora": {"seeds": 2, "better": 1}},
        "provenance": {"run": run},
    }


def sweeps(kept: float | None, low: float = 0.5, fewer: float = 68.0) -> dict[str, Any]:
    point = {"value": 8, "acc": SPREAD, "trained_per_skill": 5.0, "skills_without_expansion": 1.0}
    points = [{**point, "gain_kept_of_lora": kept}, {**point, "value": 16, "gain_kept_of_lora": None}]
    few = {"way": "few_at_p_1", "rate": 0.05, "times_fewer_than_lora": fewer, "gain_kept_of_lora": kept}
    return {
        "form": "middle",
        "controls": {"base": point, "lora": {**point, "trained_per_skill": 500.0}},
        "knobs": {"k": points, "few_at_p_1": points[:1]},
        "few": {**few, "interval": [low, 1.1]},
        "provenance": {"run": "quick"},
    }


@pytest.mark.parametrize(("form", "run"), [("middle", "quick"), ("quick", "quick"), ("full", "quick")])
def test_the_word_full_is_refused_to_smaller_runs(form: str, run: str) -> None:
    assert "full" not in results_page({"sequential": sequential(form, run)})
    assert form_of({"form": "full", "provenance": {"run": "full"}}) == "full"


def test_goals_that_are_missed_and_runs_that_are_missing_are_named() -> None:
    page = results_page({"sequential": sequential("full", "full")})
    missed = page.partition("## What we could not show")[2]
    assert "at least 90 % of a LoRA's gain" in missed and "forgets at most 0.5" in missed and "every seed" in missed
    assert "10 points above" not in missed and "`sequential`" not in missed and "`capacity`: no run" in missed
    assert "+12.5 points (+1.0 to +20.0), p = 0.0004" in page and "| 1,234 |" in page
    assert "the best of 17 averages" in page and "(mean_adapter, weight 0.75): +7.5 points" in page
    assert "| 100.0, 75.0 | 3 | 0 | 0.1250 | 4,321 |" in page and "50 % of the skills no column" in page
    assert "interval is 80 % to 110 %" in missed and "3 known items" in missed


def test_a_basis_that_is_no_better_than_a_random_one_is_told_of() -> None:
    result = sequential("full", "full")
    arm = result["arms"]["share_routed"]
    skills = [f"E{number}" for number in range(8)]
    result["arms"] |= {
        "share_routed": {**arm, "per_skill": dict.fromkeys(skills, 0.75)},
        "lora_per_skill_routed": {**arm, "trained_per_skill": 12_340.0},
        "random_basis": {**arm, "per_skill": dict(zip(skills, (0.5, 1.0) * 4, strict=True))},
    }
    page = results_page({"sequential": result})
    assert "better than a random one: +0.0 points" in page and "It was 10.0 times" in page
    result["arms"]["random_basis"]["per_skill"] = dict.fromkeys(skills, 0.5)
    assert "random one" not in results_page({"sequential": result})


@pytest.mark.parametrize(
    ("kept", "low", "fewer", "said"),
    [
        (
            0.95,
            0.8,
            68.0,
            "67 times fewer numbers; the interval is 80 % to 110 %",
        ),
        (0.75, 0.6, 68.0, "It was 75 %"),
        (0.95, 0.92, 50.0, "Not reached: 90 %"),
        (None, 0.5, 68.0, "Not reached: 90 %"),
    ],
)
def test_few_numbers_that_keep_too_little_or_perhaps_too_little_are_told_of(
    kept: float | None, low: float, fewer: float, said: str
) -> None:
    missed = results_page({"sweeps": sweeps(kept, low, fewer)}).partition("## What we could not show")[2]
    assert said in missed


def test_few_numbers_that_keep_enough_stand_only_where_they_were_measured() -> None:
    page, _, missed = results_page({"sweeps": sweeps(0.95, 0.92)}).partition("## What we could not show")
    assert "keeps 95 % of a LoRA's gain (92 % to 110 %) with 68 times fewer" in page and "67 times" not in missed


@pytest.mark.parametrize(("left", "told"), [(0.9, True), (0.5, False)])
def test_skills_that_hardly_share_a_subspace_are_told_of(left: float, told: bool) -> None:
    sides = {side: {"overlap": 0.5, "chance": 0.25} for side in ("beta", "alpha")}
    error = {"trained": left, "untrained": 1.0}
    found = {"k": 16, "skills": 20, "halves": {"trained": sides}, "across_starts": sides, "held_out_error": error}
    page = results_page({"subspace": {"form": "full", "provenance": {"run": "full"}, **found}})
    assert ("about 19 % of a skill's ΔW" in page) == told


def test_a_page_without_any_result_says_only_what_is_missing() -> None:
    assert results_page({}).count("no run of it") == 6


def test_every_picture_that_the_page_shows_is_drawn_and_well_formed() -> None:
    results = {"sequential": sequential("middle", "quick"), "sweeps": sweeps(0.95)}
    page, pictures = results_page(results), result_pictures(results)
    assert {name for name in pictures if f"({name})" in page} == set(pictures) and len(pictures) == 3
    for picture in pictures.values():
        fromstring(picture)
