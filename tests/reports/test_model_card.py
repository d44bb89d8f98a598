"""docs/model-card.md: what the record beside the weights and the measurement say, nothing else."""

from typing import Any

import pytest

from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.made import Gain, Made
from sleepy_coder.reports.model_card import model_card

PART = {"pass_at_1": 0.5, "interval": [0.25, 0.75], "passed": 2, "total": 4}


@pytest.fixture
def made() -> Made:
    return Made(
        config=PretrainConfig(name="c", seed=1, pairs=10, steps=1234),
        rustc="rustc 1.90.0",
        rows={"programs": 10, "crate": 5},
        refused=3,
        packages=({"name": "itoa", "version": "1.0.1", "package": "librust-itoa-dev", "licence": "MIT"},),
        tokens=2_000_000,
        seconds=600.0,
        exact=0.75,
        skills={"E0614-deref": Gain(0.0, 1.0)},
        machine={"cores": 2, "cpu": "some CPU"},
        note="Its data changed on the way.",
    )


@pytest.fixture
def measured() -> dict[str, Any]:
    families = {
        "good": {"passed": 4, "total": 4, "passed_by_any": 4},
        "bad": {"passed": 1, "total": 4, "passed_by_any": 3},
    }
    keys = ("known_seen_templates", "library", "library_base_model_alone")
    return {
        "parameters": 2_800_000,
        "disk_bytes": 9_000_000,
        "machine": {"cores": 2},
        "load_seconds": 0.5,
        "tokens_per_second": {"single": 100.0, "batch16": 600.0},
        "known": {**PART, "pass_at_8": 0.9, "families": families},
        **dict.fromkeys(keys, PART),
        "novel": {**PART, "families": {"new": {"passed": 0, "total": 4}}},
        "explain": {"agent": 0.75, "suggestions": 0.5},
        "crates": {"agent": 0.1, "suggestions": 0.2},  # taken in some day from another run
    }


def test_the_card_tells_data_compute_and_results(made: Made, measured: dict[str, Any]) -> None:
    card = model_card(made, measured)
    assert "2.0 million tokens in 1,234 steps, 10 minutes on 2 cores (some CPU)" in card
    assert "| breaks of real crates | 5 |" in card
    assert "itoa 1.0.1 (MIT)" in card
    assert "\nIts data changed on the way.\n" in card
    assert "| bad | 4 | 1 | 3 |" in card
    assert "| new | 4 | 0 | not asked |" in card
    assert "mends 75.0 %, the compiler's suggestions alone 50.0 %" in card


def test_what_it_cannot_do_is_named(made: Made, measured: dict[str, Any]) -> None:
    card = model_card(made, measured)
    assert "1 of the 2 families it was taught:\n  bad." in card
    assert "Broken real crates have not been measured" in card and "10.0 %" not in card


def test_real_crates_are_told_as_the_readme_tells_them(made: Made, measured: dict[str, Any]) -> None:
    crates = {"single": {"items": 300, "agent": 0.8967, "suggestions": 0.6233}}
    card = model_card(made, measured, crates)
    assert "Of 300 single errors" in card and "89.7 %, the compiler's suggestions alone 62.3 %" in card
    assert "have not been measured" not in card and "10.0 %" not in card


def test_a_result_that_lacks_a_part_makes_no_card(made: Made, measured: dict[str, Any]) -> None:
    del measured["novel"]
    with pytest.raises(KeyError):
        model_card(made, measured)
