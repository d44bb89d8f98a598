"""Questions, answers and verdicts as files: each step alone, and none about another suite."""

from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.answer import answer, read_answers
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import dump_questions, load_questions
from sleepy_coder.evaluation.steps import HINTS, about, judged, questions_for
from sleepy_coder.lm.prompt import RepairContext, excerpt, user_message
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.suites import Suite
from sleepy_coder.tasks.task import Task

CAST = "4<|after|>v[i<|text|> as usize"


def model() -> ScriptedModel:
    return ScriptedModel({"E0277": (CAST,), "": ("nothing",)}, {})


def test_each_step_reads_what_the_one_before_left(suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path) -> None:
    mine = Suite("tiny", "dd", suite)
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    with Cache(None) as cache:
        asked = questions_for("base", mine, compiler, cache)
        questions.write_bytes(dump_questions(asked))
        assert load_questions(questions, suite) == asked
        rows = answer(asked, model(), FixedRouter(), answers, about=about(mine, None, "base"))
        assert read_answers(answers)[1] == rows
        result = judged(mine, answers, compiler, cache)
    assert (result.arm, result.total) == ("base", len(suite)) and 0 < result.passed < len(suite)


def test_files_about_another_suite_or_cut_short_are_refused(
    suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path
) -> None:
    mine, other = Suite("tiny", "dd", suite), Suite("tiny", "ee", suite)
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    with Cache(None) as cache:
        asked = questions_for("base", mine, compiler, cache)
        questions.write_bytes(dump_questions(asked[1:]))
        with pytest.raises(UsageError, match="another version"):
            load_questions(questions, suite)
        answer(asked, model(), FixedRouter(), answers, about=about(mine, None, "base"))
        with pytest.raises(UsageError, match="another version"):
            judged(other, answers, compiler, cache)
        with pytest.raises(UsageError, match="does not hold answers"):
            judged(mine, questions, compiler, cache)
        whole = answers.read_bytes()
        answers.write_bytes(whole[: whole.rindex(b"\n", 0, -1) + 20])  # a kill in the midst of the last line
        with pytest.raises(UsageError, match="lacks answers to 1"):
            judged(mine, answers, compiler, cache)


def test_hints_tell_the_compilers_suggestion_and_other_arms_leave_the_prompt_alone(
    suite: tuple[Task, ...], compiler: Compiler
) -> None:
    mine = Suite("tiny", "dd", suite)
    with Cache(None) as cache:
        plain, hinted = (questions_for(arm, mine, compiler, cache) for arm in ("base", HINTS))
    assert all(question.hint is None and question.similar is None for question in plain)
    told = [question for question in hinted if question.hint is not None]
    assert told
    context = RepairContext(told[0].task.tree, told[0].errors[0], told[0].hint)
    assert "hint: " in user_message(context, excerpt(context))
