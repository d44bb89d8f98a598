"""Answers drawn without replacement are different ones, and come as often as they are likely."""

from collections import Counter
from collections.abc import Callable
from math import exp
from typing import Any

import pytest
import torch

from sleepy_coder.lm.answer import BEFORE, LINES, REPLACE, TEXT
from sleepy_coder.lm.beam import Beam
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.prompt import excerpt
from sleepy_coder.lm.vocabulary import Vocabulary
from sleepy_coder.rust.source import SourceTree

Draw = Callable[..., list[tuple[tuple[int, ...], float]]]


@pytest.fixture(scope="module")
def draw(tokenizer: Any, error: Callable[..., Any]) -> Draw:
    """Beams over a few answers: which line, which of its words, and next to nothing is ever inserted."""
    vocabulary = Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id)
    shown = excerpt(error(SourceTree({"main.rs": "fn main() {\n    a(b)\n}\n"}), [2]))
    logits = torch.randn(len(tokenizer), generator=torch.Generator().manual_seed(3))
    logits[[tokenizer.convert_tokens_to_ids(mark) for mark in (BEFORE, REPLACE, LINES)]] = -60.0
    logits[[tokenizer.convert_tokens_to_ids(TEXT), vocabulary.end]] = 60.0

    def answers(width: int, temperature: float, seed: int = 0) -> list[tuple[tuple[int, ...], float]]:
        beam = Beam(Grammar(shown), vocabulary, width, temperature, torch.Generator().manual_seed(seed))
        while beam.open:
            beam.advance(logits.expand(len(beam.open), -1))
        return [(one.ids, exp(one.log_probability)) for one in beam.ranked()]

    return answers


@pytest.mark.parametrize("temperature", [0.0, 0.8])
def test_a_beam_that_is_wide_enough_holds_every_answer_once(draw: Draw, temperature: float) -> None:
    found = draw(400, temperature)
    assert len({ids for ids, _ in found}) == len(found) > 10
    assert sum(probability for _, probability in found) == pytest.approx(1, abs=1e-3)


def test_without_temperature_the_likeliest_answers_are_found(draw: Draw) -> None:
    everything = sorted((probability for _, probability in draw(400, 0.0)), reverse=True)
    found = sorted((probability for _, probability in draw(8, 0.0)), reverse=True)
    assert found[:4] == pytest.approx(everything[:4], rel=1e-3)


def test_the_greedy_answer_comes_first_and_the_others_by_their_probability(draw: Draw) -> None:
    (alone, _), *_ = draw(1, 0.8)
    for seed in range(5):
        found = draw(6, 0.8, seed)
        others = [probability for _, probability in found[1:]]
        assert found[0][0] == alone
        assert others == sorted(others, reverse=True)


def test_the_second_answer_is_drawn_from_all_others_by_their_probability(draw: Draw) -> None:
    everything = dict(draw(400, 1.0))
    greedy = draw(1, 1.0)[0][0]
    times = 600
    drawn = Counter(draw(2, 1.0, seed)[1][0] for seed in range(times))
    rest = 1 - everything[greedy]
    frequent = {answer: one / rest for answer, one in everything.items() if answer != greedy and times * one / rest > 5}
    assert len(frequent) > 5 and greedy not in drawn
    for answer, expected in frequent.items():
        assert abs(drawn[answer] / times - expected) <= 4 * (expected * (1 - expected) / times) ** 0.5
