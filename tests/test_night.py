"""One night end to end on a tiny model: real dreams, real training, real judging; only the weights are small."""

import dataclasses
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import torch

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.episodes.episode import Episode, Reported, new_episode_id
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import Busy
from sleepy_coder.evaluation.decision import Decision, GateItem, Outcome, SkillLine
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.night import run_night
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.pretraining.base import new_model
from sleepy_coder.pretraining.config import Architecture, PretrainConfig
from sleepy_coder.pretraining.tokenizer import train_tokenizer
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.lock import hold
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.registry.night_record import NOT_MERGED, NightRecord
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import Settings
from sleepy_coder.share.merge import initialise

SETTINGS = dataclasses.replace(
    Settings(),
    dreams_per_skill=24,
    held_out_per_skill=4,
    training_steps=20,
    gate_items_per_skill=3,
    gate_old_items=4,
    gate_canaries=2,
    min_failures=2,
    least_improvement=0.0,
    gate_rounds=1,
    expansion_columns=0,
)
SHAPE = Architecture(width=32, layers=2, heads=2, key_value_heads=1, feed_forward=64, vocabulary=400)


@dataclasses.dataclass(frozen=True)
class Always:
    """The real gate's decision with its outcome turned."""

    outcome: Outcome

    def decide(
        self, items: Sequence[GateItem], number: int, settings: Settings, carried: Sequence[SkillLine] = ()
    ) -> Decision:
        return dataclasses.replace(SequentialGate().decide(items, number, settings, carried), outcome=self.outcome)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


@pytest.fixture(scope="module")
def failures(compiler: Compiler) -> list[Pair]:
    source = stream("frozen", ["E0614-deref"], 5, compiler, own_templates=True)
    return [next(source) for _ in range(3)]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, failures: list[Pair]) -> Path:
    """A model folder and a library 0 with one skill, made in a second."""
    folder = tmp_path_factory.mktemp("embedded")
    texts = [text for pair in failures for text in pair.green.files.values()]
    tokenizer = train_tokenizer(texts, SHAPE.vocabulary)
    model = new_model(
        PretrainConfig(name="test", seed=3, pairs=1, architecture=SHAPE),
        end=tokenizer.eos_token_id,
        padding=tokenizer.pad_token_id,
    )
    model.save_pretrained(folder / "model")
    tokenizer.save_pretrained(folder / "model")
    attachment = attach(model)
    adapter = LoRAAdapter(attachment.shapes, rank=2, seed=1)
    with torch.no_grad():
        for name, tensor in adapter.tensors.items():
            if name.endswith(".B"):
                tensor.normal_(std=0.01, generator=torch.Generator().manual_seed(1))
    library = initialise({"old": adapter.folded()}, tolerance=0.01).library
    (folder / "library").mkdir()
    write_library(folder / "library", library)
    skills = {"old": Skill(signatures=("E0001|nothing says this",), served=library.digest("old"))}
    base = BaseModel("test", load(str(folder / "model")).identity.digest)
    write_manifest(folder / "library", Manifest(base_model=base, skills=skills))
    return folder


@pytest.fixture
def paths(tmp_path: Path, failures: list[Pair]) -> Paths:
    """A home whose day failed three times in one way."""
    found = find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "home")})
    keep_failures(found, failures)
    return found


def keep_failures(paths: Paths, pairs: list[Pair]) -> None:
    paths.home.mkdir(parents=True, exist_ok=True)
    with EpisodeStore(paths.episodes_db) as store:
        for pair in pairs:
            error = Reported(signature(pair.diagnostic).key, pair.diagnostic)
            store.add(
                Episode(
                    id=new_episode_id(),
                    started_at=time.time(),
                    seconds=1.0,
                    origin="suite:test",
                    subject="t",
                    model="test",
                    model_digest="0" * 64,
                    library=None,
                    seed=0,
                    before=pair.broken,
                    after=None,
                    verdict="BROKEN",
                    errors=(error,),
                    remaining=(error,),
                    attempts=(),
                )
            )


def sleep_once(
    paths: Paths, embedded: Path, compiler: Compiler, model: LocalModel | None = None, **more
) -> NightRecord:  # type: ignore[no-untyped-def]
    return run_night(
        paths=paths,
        settings=SETTINGS,
        model=model or load(str(embedded / "model")),
        compiler=compiler,
        initial_library=embedded / "library",
        budget_seconds=3600,
        **more,
    )


def test_a_night_learns_in_the_frozen_basis_and_leaves_old_skills_alone(
    paths: Paths, embedded: Path, compiler: Compiler
) -> None:
    model = load(str(embedded / "model"))
    weights = {name: tensor.clone() for name, tensor in model.model.state_dict().items()}
    record = sleep_once(paths, embedded, compiler, model)
    assert [skill.skill for skill in record.skills] == ["E0614-deref"]
    assert record.outcome in {"promote", "keep", "undecided"}
    registry = Registry(paths.home)
    incumbent, candidate = registry.load(record.incumbent), registry.load(record.candidate or "")
    assert candidate.manifest.parents == (incumbent.id,)
    before, after = read_library(incumbent.path), read_library(candidate.path)
    for matrix, basis in before.bases.items():
        for old, new in ((basis.beta, after.bases[matrix].beta), (basis.alpha, after.bases[matrix].alpha)):
            assert torch.equal(old.vectors, new.vectors[:, : old.size]), "the basis moved"
    cores = after.cores("E0614-deref")
    assert cores and all(core.abs().max() > 0 for core in cores.values()), "the new skill's core is zero"
    assert after.digest("old") == before.digest("old")
    assert all(torch.equal(weights[name], tensor) for name, tensor in model.model.state_dict().items())
    assert registry.current_id() == (record.candidate if record.promoted else record.incumbent)
    assert {item.group for item in record.items} == {"trained", "old", "canary"}
    ledger = {row.skill: row for row in record.ledger}
    assert ledger["E0614-deref"].exact is not None and ledger["E0614-deref"].exact < 0.2


def test_a_skill_whose_training_diverges_is_not_merged_and_the_night_goes_on(
    paths: Paths, embedded: Path, compiler: Compiler
) -> None:
    model, settings = load(str(embedded / "model")), dataclasses.replace(SETTINGS, learning_rate=1e37)
    record = run_night(
        paths=paths,
        settings=settings,
        model=model,
        compiler=compiler,
        initial_library=embedded / "library",
        budget_seconds=3600,
    )
    (skill,) = record.skills
    assert (skill.fate, skill.norm, skill.exact_after) == (NOT_MERGED, 0.0, skill.exact_before)
    assert skill.steps == skill.planned_steps, "more time would not help"
    assert "diverged" in skill.choices[-1] and "learning rate" in skill.choices[-1]
    assert record.candidate is None and Registry(paths.home).current_id() == record.incumbent


def test_a_killed_night_goes_on_and_ends_as_an_unbroken_one(
    paths: Paths, tmp_path: Path, embedded: Path, compiler: Compiler, failures: list[Pair]
) -> None:
    def killed(station: str, fraction: float, words: str) -> None:
        if station == "merge":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sleep_once(paths, embedded, compiler, observer=killed)
    trained = next(paths.nights.glob("*/trained/E0614-deref.json"))
    stamp = trained.stat().st_mtime_ns
    resumed = sleep_once(paths, embedded, compiler)
    assert trained.stat().st_mtime_ns == stamp, "the skill was trained twice"
    other = find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "unbroken")})
    keep_failures(other, failures)
    unbroken = sleep_once(other, embedded, compiler)
    first, second = (
        read_library(Registry(home.home).load(record.candidate or "").path)
        for home, record in ((paths, resumed), (other, unbroken))
    )
    assert first.digest("E0614-deref") == second.digest("E0614-deref")


def test_a_night_killed_after_its_decision_only_writes_its_record(
    paths: Paths, embedded: Path, compiler: Compiler
) -> None:
    def killed(station: str, fraction: float, words: str) -> None:
        if (station, fraction) == ("gate", 1.0):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sleep_once(paths, embedded, compiler, gate=Always("promote"), observer=killed)
    registry = Registry(paths.home)
    served, events = registry.current_id(), registry.events()
    record = sleep_once(paths, embedded, compiler, gate=Always("promote"))
    assert (record.candidate, record.promoted) == (served, True)
    assert registry.events() == events


def test_what_stayed_undecided_is_judged_again_in_a_quarter_of_the_night(
    paths: Paths, embedded: Path, compiler: Compiler
) -> None:
    first = sleep_once(paths, embedded, compiler, gate=Always("undecided"))
    again = sleep_once(paths, embedded, compiler, gate=Always("undecided"))
    assert first.outcome == "undecided" and (again.retrial, again.candidate) == (True, first.candidate)
    assert (first.budget_seconds, again.budget_seconds) == (3600, 900)
    assert again.decision is not None and again.decision["trained"]["total"] > first.decision["trained"]["total"]  # type: ignore[index]


def test_a_night_without_failures_keeps_the_incumbent(tmp_path: Path, embedded: Path, compiler: Compiler) -> None:
    quiet = find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "quiet")})
    quiet.home.mkdir()
    record = sleep_once(quiet, embedded, compiler)
    assert (record.outcome, record.candidate, record.promoted) == ("keep", None, False)


def test_two_nights_at_once_are_refused(paths: Paths, embedded: Path, compiler: Compiler) -> None:
    with hold(paths.home / "night.lock", "another night"), pytest.raises(Busy, match="another night"):
        sleep_once(paths, embedded, compiler)
