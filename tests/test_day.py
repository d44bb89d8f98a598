"""The day's story with a scripted model: what is asked, what is kept, and that nothing finished is ever lost."""

from pathlib import Path

import pytest

from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.day import Day, Worked
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.task import Oracle, Task

MUT = Task(
    id="mut",
    files={"main.rs": 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'},
    oracle=Oracle("run", "2\n"),
)
INDEX = Task(
    id="index",
    files={"main.rs": 'fn main() {\n    let v = vec![7];\n    let i: i128 = 0;\n    println!("{}", v[i]);\n}\n'},
    oracle=Oracle("run", "7\n"),
)


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))


def team(model: ScriptedModel | None) -> Team:
    def load() -> LanguageModel:
        if model is None:
            raise ModelBroken("no weights")
        return model

    return Team(FixedRouter("index"), None, "scripted", load)


def test_every_task_ends_as_an_episode_with_all_attempts(compiler: Compiler, tmp_path: Path) -> None:
    model = ScriptedModel({}, {"index": {"E0277": ["4<|after|>i<|text|>u", "4<|after|>i<|text|> as usize"]}})
    seen: list[Worked] = []
    with EpisodeStore(tmp_path / "episodes.db") as store:
        day = Day(team(model), Plan(), 5, store)
        worked = day.work_through([INDEX, MUT], compiler, origin="suite:test", on_done=seen.append)
        kept = {episode.subject: episode for episode in store.episodes(store.ids())}
    assert [one.task.id for one in worked] == ["index", "mut"] and all(one.outcome.fixed for one in worked)
    assert {one.task.id for one in seen} == {"index", "mut"}
    index = kept["index"]
    assert (index.origin, index.seed, index.model, index.library) == ("suite:test", 5, "scripted", None)
    assert [(one.stage, one.adapter, one.verdict) for one in index.attempts] == [
        (1, "index", "BROKEN"),
        (1, "index", "FIXED"),
    ]
    assert index.after is not None and "v[i as usize]" in index.after.files["main.rs"]
    assert index.errors[0].signature.startswith("E0277|") and not index.remaining
    assert kept["mut"].attempts[0].stage == 0 and kept["mut"].attempts[0].prompt_digest is None


def test_what_was_finished_is_kept_when_the_model_cannot_be_loaded(compiler: Compiler, tmp_path: Path) -> None:
    with EpisodeStore(tmp_path / "episodes.db") as store:
        day = Day(team(None), Plan(), 0, store)
        with pytest.raises(ModelBroken):
            day.work_through([INDEX, MUT], compiler, origin="suite:test")
        kept = store.episodes(store.ids())
    assert [episode.subject for episode in kept] == ["mut"]


def test_the_same_day_twice_gives_the_same_answers(compiler: Compiler) -> None:
    model = ScriptedModel({}, {"index": {"E0277": ["4<|after|>i<|text|> as usize"]}})
    days = [Day(team(model), Plan(), 0, None).work_through([INDEX, MUT], compiler, origin="x") for _ in range(2)]
    first, second = ([one.outcome.after for one in day] for day in days)
    assert first == second
