"""A certificate says what differs, and an export that differs fails loudly and stays marked as not valid."""

import dataclasses
import json
from pathlib import Path

import pytest
import torch

from sleepy_coder.exchange.certificate import (
    FILE,
    Certificate,
    Certificates,
    NotAtParity,
    logit_difference,
    tokens_in_common,
)

GOOD = Certificate(
    form="peft",
    skill="cast",
    read_by="peft",
    precision="float32",
    prompts=2,
    logit_difference=1e-6,
    rounding_difference=0.0,
    tokens_compared=5,
    tokens_equal=5,
    fixed_by_original=("a",),
    fixed_by_export=("a",),
    same_prompts=True,
    same_template=True,
    same_end=True,
)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"logit_difference": 0.01}, "logits differ by 0.01"),
        ({"logit_difference": float("nan")}, "logits differ by nan"),
        ({"logit_difference": 0.01, "precision": "bfloat16"}, "logits differ by 0.01"),
        ({"tokens_equal": 4, "precision": "float16"}, "1 of 5 tokens differ"),
        ({"tokens_equal": 4}, "1 of 5 tokens differ"),
        ({"fixed_by_export": ()}, r"1 tasks end differently \(a\)"),
        ({"same_prompts": False}, "prompts are cut"),
        ({"same_template": False}, "chat template"),
        ({"same_end": False}, "end token"),
    ],
)
def test_every_difference_is_an_error_and_is_written_down_first(
    change: dict[str, object], words: str, tmp_path: Path
) -> None:
    certificates = Certificates(tmp_path, {"library": "v"})
    certificates.add(GOOD)
    assert json.loads((tmp_path / FILE).read_text())["valid"] is True
    with pytest.raises(NotAtParity, match=words):
        certificates.add(dataclasses.replace(GOOD, **change))  # type: ignore[arg-type]
    written = json.loads((tmp_path / FILE).read_text())
    assert written["valid"] is False and [bool(row["faults"]) for row in written["certificates"]] == [False, True]


def test_an_answer_that_goes_on_longer_is_not_the_same() -> None:
    assert tokens_in_common([[1, 2], [3]], [[1, 2], [3]]) == (3, 3)
    assert tokens_in_common([[1, 2], [3]], [[1, 2, 9], [4]]) == (4, 2)


def test_logits_are_compared_relative_to_their_size() -> None:
    assert logit_difference(torch.tensor([100.0, 0.0]), torch.tensor([101.0, 0.0])) == pytest.approx(0.01)
    assert logit_difference(torch.tensor([0.1, 0.0]), torch.tensor([0.2, 0.0])) == pytest.approx(0.1)


def test_a_program_that_computes_in_half_precision_is_judged_by_what_must_be_equal_all_the_same() -> None:
    half = dataclasses.replace(GOOD, precision="float16", read_by="llama.cpp", logit_difference=None, tokens_equal=4)
    assert half.faults == ()
    assert dataclasses.replace(half, precision="float32").faults == ("1 of 5 tokens differ",)
    assert dataclasses.replace(half, same_prompts=False).faults
