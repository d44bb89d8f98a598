"""An example says what its answer mends, or there is none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sleepy_coder.lm.answer import parse_answer
from sleepy_coder.lm.prompt import excerpt, messages
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.training.example import Example, Origin, make_example


def test_the_answer_of_an_example_mends_its_context(error: Callable[..., Any], program: SourceTree) -> None:
    context = error(program, [6])
    fixed = program.apply([Edit("main.rs", 6, 6, "i]", "i as usize]")])
    example = make_example(context, fixed, Origin.HUMAN, "cast")
    assert example is not None
    assert program.apply(parse_answer(example.answer, excerpt(context))) == fixed
    assert example.chat == messages(context)


def test_a_fix_out_of_reach_makes_no_example(error: Callable[..., Any], program: SourceTree) -> None:
    far = program.apply([Edit("main.rs", 13, 13, "2)", "3)")])
    assert make_example(error(program, [1]), far, Origin.HUMAN, "cast") is None
    assert make_example(error(program, [1]), program, Origin.HUMAN, "cast") is None


def test_the_digest_knows_prompt_and_answer_and_not_where_they_came_from(examples: list[Example]) -> None:
    first = examples[0]
    assert len({example.digest for example in examples}) == len(examples)
    assert replace(first, answer=first.answer + " ").digest != first.digest
    assert replace(first, origin=Origin.HUMAN, skill="other").digest == first.digest
