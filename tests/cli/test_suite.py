"""Suites by file and by name, and what days and evaluations make of them."""

import json
from collections.abc import Callable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.agent.team import Team
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.cli import building, proving
from sleepy_coder.cli import day as day_command
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.evaluation import baselines
from sleepy_coder.evaluation.shadow import Met
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.build import Recipe
from sleepy_coder.tasks.neighbours import Neighbours
from sleepy_coder.tasks.suites import load_suite

Call = Callable[..., Any]  # the fixture `call`: status, out, err

MUT = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'
INDEX = 'fn main() {\n    let v = vec![1];\n    let i: i128 = 0;\n    println!("{}", v[i]);\n}\n'


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    tasks = [
        {
            "id": "mut",
            "family": "E0384",
            "files": {"main.rs": MUT},
            "oracle": {"kind": "run", "stdout": "2\n"},
            "reference": {"main.rs": MUT.replace("let n", "let mut n")},
        },
        {"id": "index", "family": "E0277", "files": {"main.rs": INDEX}, "oracle": {"kind": "compile"}},
    ]
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(task) + "\n" for task in tasks))
    return path


def test_a_suite_never_seen_before_is_evaluated(call: Call, suite: Path, home: Path) -> None:
    said = call("evaluate", "--suite", suite, "--arm", "suggestions", "--json")
    answer = json.loads(said.out)
    assert said.status == 0 and answer["schema"] == "sleepy-coder/evaluation/1"
    assert (answer["passed"], answer["total"], answer["arm"]) == (1, 2, "suggestions")
    assert answer["interval"][0] < 0.5 < answer["interval"][1] and len(answer["suite_digest"]) == 64
    verdicts = {item["id"]: (item["verdict"], item["stage"]) for item in answer["items"]}
    assert verdicts == {"mut": ("FIXED", 0), "index": ("BROKEN", None)}
    assert not (home / "episodes.db").exists(), "an evaluation keeps nothing"


def test_an_evaluation_that_fails_is_called_as_one_that_does_not(call: Call, suite: Path) -> None:
    answer = json.loads(call("evaluate", "--suite", suite, "--arm", "wishes", "--json").out)
    assert answer["schema"] == "sleepy-coder/evaluation/1" and "wishes" in answer["error"]


def test_a_suite_that_cannot_be_built_is_told_before_a_place_for_it_is_asked_for(call: Call) -> None:
    said = call("suite", "build", "nope")
    assert said.status == 2 and "nope is no suite that can be built: choose from day," in said.err
    assert "suite build day FILE" in call("suite", "build", "day").err
    said = call("suite", "build", "frozen", "there", "--count", "3")
    assert said.status == 2 and "leave --count out" in said.err


def test_an_arm_that_needs_weights_ends_with_3_and_an_unknown_one_with_2(call: Call, suite: Path) -> None:
    assert call("evaluate", "--suite", suite, "--arm", "base").status == 3
    assert call("evaluate", "--suite", suite, "--arm", "wishes").status == 2
    assert call("evaluate", "--suite", suite, "--arm", "skill:none").status == 2


def test_a_day_keeps_every_attempt(call: Call, suite: Path, home: Path) -> None:
    said = call("day", "--suite", suite, "--stages", "0", "--json")
    answer = json.loads(said.out)
    assert said.status == 0 and (answer["passed"], answer["total"]) == (1, 2)
    with EpisodeStore(home / "episodes.db") as store:
        episodes = {episode.subject: episode for episode in store.episodes(store.ids())}
    assert episodes["mut"].verdict == "FIXED" and episodes["mut"].attempts[0].stage == 0
    assert episodes["index"].verdict == "BROKEN" and episodes["index"].remaining


def test_of_tasks_that_results_are_measured_by_a_day_keeps_nothing_whatever_their_file_is_called(
    call: Call, suite: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = resources.files("sleepy_coder.tasks") / "data"
    lines = [(data / f"{name}.jsonl").read_text().splitlines()[0] for name in ("frozen", "canaries")]
    with suite.open("a") as file:
        file.write("\n".join(lines) + "\n")
    waiting = Version("candidate", home, Manifest(base_model=BaseModel("m", "00"), skills={}))
    shadowed: list[str] = []

    def judged(met: Sequence[Met], *others: object) -> list[object]:
        shadowed.extend(task.id for task, _ in met)
        return []

    monkeypatch.setattr(Registry, "pending", lambda self, most_nights: waiting)
    monkeypatch.setattr(Registry, "current_id", lambda self: waiting.id)
    monkeypatch.setattr(day_command, "assemble", lambda *of: Team(FixedRouter(), waiting, "none", lambda: None))  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(day_command, "shadow", judged)
    answer = json.loads(call("day", "--suite", suite, "--stages", "0", "--json").out)
    assert (answer["total"], answer["not_kept"]) == (4, 2)
    with EpisodeStore(home / "episodes.db") as store:
        assert {one.subject for one in store.episodes(store.ids())} == {"mut", "index"}
    assert shadowed == ["mut", "index"]
    assert "2 of these tasks are for measuring" in call("day", "--suite", suite, "--stages", "0").err


def test_a_suite_is_added_once_and_known_by_its_name(call: Call, suite: Path, home: Path) -> None:
    assert call("suite", "add", suite).status == 0
    assert call("suite", "add", suite).status == 2
    assert "mine" in call("suite", "list").out
    assert "index" in json.loads(call("suite", "show", "mine", "--json").out)["tasks"]
    assert "v[i]" in call("suite", "show", "mine", "--task", "index").out
    with (home / "suites" / "mine.jsonl").open("a") as kept:
        kept.write(" ")
    said = call("suite", "show", "mine")
    assert said.status == 3 and "mine.jsonl away and add it again" in said.err, "a changed suite is refused"


def test_explain_is_made_here_and_a_build_without_a_folder_says_so_at_once(call: Call, suite: Path) -> None:
    taken = suite.rename(suite.with_name("explain.jsonl"))
    assert call("suite", "add", taken).status == 2
    said = call("suite", "build", "practice", suite.parent / "none" / "mine.jsonl")
    assert said.status == 2 and "no folder" in said.err


@pytest.fixture
def few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    def few(config: object, compiler: Compiler) -> Iterator[tuple[str, Iterator[Pair]]]:
        yield "programs", stream("train", ["E0384-mut-removed"], 1000, compiler, own_templates=True)

    monkeypatch.setattr(proving, "TRAINING_PAIRS", {"programs": 10})
    monkeypatch.setattr(proving, "PROGRAMS_PER_TEMPLATE", 0)
    monkeypatch.setattr(proving, "training_pairs", few)


def test_verify_works_on_a_suite_by_others_and_says_what_it_cannot_know(
    call: Call, suite: Path, few_pairs: None
) -> None:
    said = call("suite", "verify", suite, "--json")
    found = json.loads(said.out)
    assert said.status == 0
    assert (found["tasks"], found["families"], found["codes"], found["leaks"]) == (2, 2, 2, 0)
    assert found["cheats"]["tried"] > 30 and found["cheats"]["passed"] == 0
    assert found["references"] == {"passed": 1, "failed": 0}
    assert found["easy_families"] == [] and found["training_pairs"] == 10
    assert found["hard"] is None and found["easy"] is None
    words = call("suite", "verify", suite).out
    assert "1 tasks have no reference" in words and "no card" in words


def test_verify_names_the_task_that_does_not_prove_itself(
    call: Call, suite: Path, tmp_path: Path, few_pairs: None
) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text(suite.read_text().replace('"stdout": "2\\n"', '"stdout": "3\\n"').replace("E0277", "E0502"))
    said = call("suite", "verify", wrong, "--json")
    faults = {fault["task"]: fault["fault"] for fault in json.loads(said.out)["faults"]}
    assert said.status == 1
    assert "BEHAVIOUR_CHANGED" in faults["mut"] and "E0502" in faults["index"]


def test_an_unknown_key_is_named_with_its_line(call: Call, suite: Path) -> None:
    suite.write_text(suite.read_text().replace('"id": "index"', '"id": "index", "level": 3'))
    said = call("evaluate", "--suite", suite)
    assert said.status == 2 and "level" in said.err and "line 2" in said.err


def test_practice_is_built_as_large_as_asked_with_a_card_that_calls_it_practice(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # a family none of whose wrong repairs runs for ever and has to be waited for
    few = Recipe({"E0425-typo": 2}, half=None, seed=1, split="train")
    monkeypatch.setattr(building, "recipe", lambda name, count, seed: few)
    monkeypatch.setattr(baselines, "training_neighbours", lambda compiler: Neighbours([]))
    file = tmp_path / "mine.jsonl"
    said = call("suite", "build", "practice", file, "--count", "2", "--seed", "1", "--json")
    assert said.status == 0 and json.loads(said.out)["total"] == 2
    suite = load_suite(str(file))
    assert suite.card is not None and not suite.card.held_out
    assert suite.card.families["E0425-typo"].suggestions == 2, "rustc itself says what to do"
    assert suite.card.easy_families == ("E0425-typo",)
    assert call("suite", "build", "practice", file).status == 2, "practice is not drawn over practice"
