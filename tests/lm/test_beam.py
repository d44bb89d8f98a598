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
    liked = torch.randn(len(tokenizer), generator=torch.Generator().manual_seed(3))
    liked[[tokenizer.convert_tokens_to_ids(mark) for mark in (BEFORE, REPLACE, LINES)]] = -60.0
    liked[[tokenizer.convert_tokens_to_ids(TEXT), vocabulary.end]] = 60.0

    def answers(
        wanted: int, temperature: float, seed: int = 0, *, width: int | None = None, astray: float = -90.0
    ) -> list[tuple[tuple[int, ...], float]]:
        """`astray`: the logit of tokens that the grammar does not admit."""
        generator = torch.Generator().manual_seed(seed)
        beam = Beam(
            Grammar(shown),
            vocabulary,
            wanted=wanted,
            width=width or wanted,
            temperature=temperature,
            generator=generator,
        )
        while rows := beam.open:
            masks = torch.stack([vocabulary.mask(one.state.allowed()) for one in rows])
            logits = torch.full((len(rows), len(tokenizer)), astray)
            logits[:, : vocabulary.size] = torch.where(masks, liked[: vocabulary.size], astray)
            beam.advance(logits)
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


def test_answers_come_by_their_probability_and_a_few_of_a_wide_beam_are_its_best(draw: Draw) -> None:
    for seed in range(5):
        probabilities = [probability for _, probability in draw(6, 0.8, seed)]
        assert probabilities == sorted(probabilities, reverse=True)
    assert draw(2, 0.0, width=8) == draw(8, 0.0)[:2]


def test_what_the_model_would_say_and_may_not_counts_against_an_answer(draw: Draw) -> None:
    (plain, likely), (led, unlikely) = draw(1, 0.0, width=8)[0], draw(1, 0.0, width=8, astray=1.0)[0]
    assert plain == led and unlikely < likely / 100


def test_an_answer_is_drawn_as_often_as_it_is_likely(draw: Draw) -> None:
    everything = dict(draw(400, 1.0))
    times = 600
    drawn = Counter(draw(1, 1.0, seed)[0][0] for seed in range(times))
    frequent = {answer: one for answer, one in everything.items() if times * one > 5}
    assert len(frequent) > 5
    for answer, expected in frequent.items():
        assert abs(drawn[answer] / times - expected) <= 4 * (expected * (1 - expected) / times) ** 0.5
