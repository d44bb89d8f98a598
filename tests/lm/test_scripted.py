"""A scripted model is a language model: same edits, same refusals, skills apart from the base."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.rust.source import SourceTree


def test_a_script_answers_by_code_and_skill_and_never_more_than_asked(
    error: Callable[..., Any], program: SourceTree
) -> None:
    good = "5<|after|>i<|text|> as usize"
    model = ScriptedModel({"E0308": [good, "nonsense", good], "": ["other"]}, {"cast": {"E0308": ["nonsense"]}})
    model.load_library(Path())
    known, unknown = error(program, [6]), error(program, [6], code="E0001")
    found = model.propose([known, unknown, known, known], attempts=2, seed=0, skills=[None, None, "cast", "no-such"])
    assert [[one.text for one in row] for row in found] == [[good, "nonsense"], ["other"], ["nonsense"], []]
    assert found[0][0].edits is not None and found[0][1].edits is None
    assert "prices[i as usize]" in program.apply(found[0][0].edits).files["main.rs"]
    assert [skill for skill, _ in model.asked] == [None, None, "cast", "no-such"]
