"""Figures of other experiments are taken in only where they are about the same weights."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.experiments.table import EXPERIMENTS
from sleepy_coder.experiments.taken_in import Results, source

RESULT = {"gain": 3, "provenance": {"date": "2026", "commit": "abc", "run": "full", "digests": {"model": "m"}}}


def of_model(digest: str) -> Any:
    def same(found: Mapping[str, Any]) -> bool:
        return bool(found["provenance"]["digests"]["model"] == digest)

    return same


def test_a_result_of_the_same_weights_is_taken_in_with_where_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "plasticity.json").write_text(json.dumps(RESULT))
    told: list[str] = []
    assert Results(tmp_path, told.append).read("plasticity", of_model("m")) == RESULT and not told
    assert source(RESULT) == {"date": "2026", "commit": "abc", "run": "full"}


def test_a_result_of_other_weights_or_none_is_left_out_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "plasticity.json").write_text(json.dumps(RESULT))
    told: list[str] = []
    results = Results(tmp_path, told.append)
    assert results.read("plasticity", of_model("other")) is None and results.read("sizes") is None
    assert ["other weights" in told[0], "experiment run sizes" in told[1]] == [True, True]
    assert source(None) is None


def test_what_measures_a_missing_result_is_a_command_that_there_is(tmp_path: Path) -> None:
    told: list[str] = []
    assert Results(tmp_path, told.append).read("real_crates") is None
    found = re.search("experiment run ([^ ]+) --out ([^ ]+)`", told[0])
    assert found is not None and found[1] in EXPERIMENTS and Path(found[2]).name == "real_crates.json"


@pytest.mark.parametrize("content", ["{", "[1]", "3"])
def test_a_damaged_result_is_named_with_what_makes_it_again(content: str, tmp_path: Path) -> None:
    (tmp_path / "sizes.json").write_text(content)
    with pytest.raises(EnvironmentFault, match="experiment run sizes"):
        Results(tmp_path, lambda words: None).read("sizes")
