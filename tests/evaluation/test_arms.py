"""Answer, judge and record on real rustc: answers need no compiler, verdicts need no model, nothing is done twice."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sleepy_coder.agent.plan import Plan
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.answer import Answer, answer
from sleepy_coder.evaluation.arms import agent_arm, model_results
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.judge import judge, rules_digest
from sleepy_coder.evaluation.questions import Question, pose, task_digest
from sleepy_coder.evaluation.record import evaluate
from sleepy_coder.lm.model import Candidate
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.compiler import CheckResult, Compiler, RunResult
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Verdict

CAST = "4<|after|>v[i<|text|> as usize"
NONSENSE = "no edit at all"
ABOUT: dict[str, str | None] = {"suite": "tiny", "suite_digest": "dd", "library": None, "arm": "base"}


class NoCompiler(Compiler):
    """The same rustc by name, which must not be started."""

    def check(self, tree: SourceTree) -> CheckResult:
        raise AssertionError("compiled")

    def run(self, tree: SourceTree) -> RunResult:
        raise AssertionError("ran")


def idle(compiler: Compiler) -> Compiler:
    return NoCompiler(compiler.toolchain, compiler.sandbox, compiler.limits)


class Counting(ScriptedModel):
    """Remembers the size of each batch and can be made to die."""

    def __init__(self, *texts: str, dies_after: int = 99) -> None:
        super().__init__({"E0277": texts, "": (NONSENSE,)}, {"index": {"E0277": (CAST,)}})
        self.batches: list[int] = []
        self.dies_after = dies_after

    def propose(
        self, contexts: Sequence[RepairContext], *, attempts: int, seed: int, skills: Sequence[str | None]
    ) -> list[list[Candidate]]:
        if len(self.batches) >= self.dies_after:
            raise KeyboardInterrupt
        self.batches.append(len(contexts))
        return super().propose(contexts, attempts=attempts, seed=seed, skills=skills)


def test_questions_come_with_their_errors_and_are_compiled_once(suite: tuple[Task, ...], compiler: Compiler) -> None:
    with Cache(None) as cache:
        questions = pose(suite, compiler, cache)
        assert [q.target.code if q.target else None for q in questions] == ["E0277", "E0277", "E0277", "E0384", None]
        assert questions[0].signature == questions[1].signature
        assert pose(suite, idle(compiler), cache) == questions
        renamed = Task(id="other", files=suite[0].files, oracle=suite[0].oracle)
        assert task_digest(renamed) == task_digest(suite[0])
        assert task_digest(Task(id="x", files=suite[0].files, oracle=Oracle(kind="compile"))) != task_digest(suite[0])


def test_a_model_alone_is_judged_by_its_first_answer(
    suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path
) -> None:
    model = Counting(CAST, NONSENSE, CAST)
    with Cache(tmp_path / "cache.db") as cache:
        questions = pose(suite, compiler, cache)
        path = tmp_path / "answers.jsonl"
        answers = answer(questions, model, FixedRouter(), path, about=ABOUT, attempts=3, batch_size=2)
        assert model.batches == [2, 2]
        judgements = judge(questions, answers, compiler, cache)
        results = model_results(questions, answers, judgements)
        assert [result.verdict for result in results] == [
            Verdict.FIXED, Verdict.FIXED, Verdict.BEHAVIOUR_CHANGED, Verdict.UNPARSEABLE, Verdict.BROKEN,
        ]  # fmt: skip
        assert [(result.attempts, result.passed_attempts) for result in results] == [
            (3, 2), (3, 2), (3, 0), (1, 0), (0, 0),
        ]  # fmt: skip
        assert [result.stage for result in results] == [2, 2, None, None, None]
        assert results[0].routes == ((questions[0].signature.key, None),)  # type: ignore[union-attr]
        assert "61" in judgements[6].evidence
        assert judge(questions, answers, idle(compiler), cache) == judgements


def test_answering_goes_on_where_it_was_cut_with_the_same_batches(
    suite: tuple[Task, ...], compiler: Compiler, tmp_path: Path
) -> None:
    with Cache(None) as cache:
        questions = pose(suite, compiler, cache)
    path = tmp_path / "answers.jsonl"
    with pytest.raises(KeyboardInterrupt):
        answer(questions, Counting(CAST, dies_after=1), FixedRouter(), path, about=ABOUT, batch_size=2)
    resumed = Counting(CAST)
    seen: list[int] = []
    answers = answer(questions, resumed, FixedRouter(), path, about=ABOUT, batch_size=2, on_progress=seen.append)
    assert resumed.batches == [2] and seen == [2, 4]
    content = path.read_bytes()
    whole = answer(questions, Counting(CAST), FixedRouter(), tmp_path / "whole", about=ABOUT, batch_size=2)
    assert [(row.task, row.text) for row in answers] == [(row.task, row.text) for row in whole]
    path.write_bytes(content[:-30])  # killed within a row: its batch is asked again, as a whole
    again = Counting(CAST)
    answers = answer(questions, again, FixedRouter(), path, about=ABOUT, batch_size=2)
    assert again.batches == [2] and [row.task for row in answers] == ["cast-1", "cast-2", "wrong-output", "mut"]
    with pytest.raises(UsageError, match="library"):
        answer(questions, again, FixedRouter(), path, about={**ABOUT, "library": "v2"}, batch_size=2)


def test_equal_answers_to_one_task_are_judged_once(suite: tuple[Task, ...], compiler: Compiler) -> None:
    compiled: list[str] = []

    class Watching(Compiler):
        def check(self, tree: SourceTree) -> CheckResult:
            compiled.append(tree.digest)
            return super().check(tree)

    watching = Watching(compiler.toolchain, compiler.sandbox, compiler.limits)
    with Cache(None) as cache:
        questions = pose(suite[:1], compiler, cache)
        rows = [made(questions[0], seed) for seed in range(4)]
        judgements = judge(questions, rows, watching, cache)
    assert len(compiled) == 1 and {one.verdict for one in judgements} == {Verdict.FIXED}
    assert len(rules_digest()) == 16


def made(question: Question, seed: int) -> Answer:
    edits = (Edit("main.rs", 4, 4, "v[i]", "v[i as usize]"),)
    digest = task_digest(question.task)
    return Answer(question.task.id, digest, seed, 0, None, "E0277|x", edits, f"text {seed}", 3, -0.1, 0.0)


def test_answers_about_another_version_of_a_suite_are_refused(suite: tuple[Task, ...], compiler: Compiler) -> None:
    with Cache(None) as cache:
        questions = pose(suite[:2], compiler, cache)
        row = made(questions[0], 0)
        changed = Task(id="cast-1", files=suite[0].files, oracle=Oracle(kind="compile"))
        for other in (pose([changed], compiler, cache), questions[1:]):
            with pytest.raises(ValueError, match="another version"):
                judge(other, [row], compiler, cache)


def test_the_agents_arm_reports_stage_and_routes(suite: tuple[Task, ...], compiler: Compiler) -> None:
    with Cache(None) as cache:
        signature = pose(suite[:1], compiler, cache)[0].signature
    assert signature is not None
    router = SignatureRouter({"index": (signature.key,)})
    plan = Plan(attempts=2)
    solve = agent_arm(compiler, plan, router, lambda: Counting(NONSENSE))
    evaluation = evaluate(suite[:4], solve, suite="tiny", suite_digest="dd", library="v1", arm="agent")
    assert [item.verdict for item in evaluation.items[:2]] == [Verdict.FIXED, Verdict.FIXED]
    assert [item.stage for item in evaluation.items] == [1, 1, None, 0]
    assert evaluation.items[0].routes == ((signature.key, "index"),)
    assert all(skill is None for _, skill in evaluation.items[3].routes or ())
    assert evaluation.items[0].attempts > 0
