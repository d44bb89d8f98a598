"""Forgetting is exact: the library that results is, to the last bit, the one that never learned it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import torch

from sleepy_coder.adapters.archive_files import ARCHIVE, carry_archive, write_archive
from sleepy_coder.adapters.library_files import BASIS, CORES, read_library, write_library
from sleepy_coder.curation.candidate import merge_learned, publish_candidate
from sleepy_coder.curation.forgetting import Forgotten, forget_from
from sleepy_coder.curation.learning import Learned
from sleepy_coder.errors import UsageError
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.registry.night_record import SkillRecord
from sleepy_coder.registry.nights import NightFolder
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.routing.vector_router import LearnedRouter
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix, fold
from sleepy_coder.share.ledger import exact_error
from sleepy_coder.share.merge import initialise, merge

Night = tuple[str, Sequence[str]]
SETTINGS = Settings(basis_columns_cap=14)  # some merges must rotate


def adapter(seed: int) -> FoldedAdapter:
    """As the archive holds it: float32."""
    generator = torch.Generator().manual_seed(seed)
    folded: dict[str, FoldedMatrix] = {}
    for matrix in ("q", "v"):
        own = fold(torch.randn(24, 3, generator=generator), torch.randn(3, 18, generator=generator), 1.0)
        folded[matrix] = FoldedMatrix(own.left.float(), own.singular.float(), own.right.float())
    return folded


def learned(skill: str, seed: int) -> Learned:
    record = SkillRecord(
        skill=skill,
        code="E0382",
        signatures=(f"E0382|{skill}",),
        failures=3,
        examples=8,
        origins={"dream": 8},
        kind="coefficients",
        warm_start=None,
        steps=1,
        planned_steps=1,
        seconds=1.0,
        trained_numbers=1,
        trained_tensors={},
        norm=1.0,
        exact_before=0.0,
        exact_after=1.0,
        curve=(),
    )
    return Learned(record, adapter(seed))


@pytest.fixture
def live(tmp_path: Path) -> Callable[..., Registry]:
    """A registry that lived through these nights: library 0 with the skill `first`, then merges as `night` makes."""

    def lived(name: str, *nights: Night, cap: int | None = None, router: str = "signature") -> Registry:
        initial = tmp_path / name / "initial"
        initial.mkdir(parents=True)
        library = initialise({"first": adapter(0)}, tolerance=0.0).library
        write_library(initial, library)
        skills = {"first": Skill(signatures=("E0382|first",), served=library.digest("first"))}
        write_manifest(initial, Manifest(base_model=BaseModel("m", "0"), skills=skills))
        registry = Registry(tmp_path / name)
        registry.install_initial(initial)
        settings = SETTINGS if cap is None else Settings(basis_columns_cap=cap)
        for night, taught in nights:
            folder = NightFolder(tmp_path / name / "nights" / night)
            folder.path.mkdir(parents=True)
            incumbent = registry.current()
            assert incumbent is not None
            lessons = [learned(skill, sum(map(ord, night + skill))) for skill in taught]
            merged = merge_learned(incumbent, lessons, settings)
            version = publish_candidate(registry, folder, merged, lessons, incumbent, router)
            registry.promote(version.id, night=night)
        return registry

    return lived


def test_what_is_left_is_routed_by_the_same_kind_of_router(live: Callable[..., Registry]) -> None:
    registry = live("learned", ("n1", ["a"]), ("n2", ["b"]), router="learned")
    version = forget_from(registry, "a", SETTINGS).version
    router = library_router(version.manifest, version.path)
    assert isinstance(router, LearnedRouter) and set(router.skills) == {"first", "b"}


def content(registry: Registry) -> dict[str, bytes]:
    """Every tensor file that is served, archives included."""
    version = registry.current()
    assert version is not None
    return {
        path.relative_to(version.path).as_posix(): path.read_bytes() for path in version.path.rglob("*.safetensors")
    }


LIFE: tuple[Night, ...] = (("n1", ["a"]), ("n2", ["b", "c"]), ("n3", ["d"]), ("n4", ["e"]))


@pytest.mark.parametrize("cap", [256, 14])
@pytest.mark.parametrize(
    ("what", "without"),
    [
        ("e", LIFE[:3]),
        ("b", (LIFE[0], ("n2", ["c"]), *LIFE[2:])),
        ("n2", (LIFE[0], *LIFE[2:])),
        ("a", LIFE[1:]),
    ],
)
def test_what_remains_is_bit_equal_to_a_library_that_never_learned_it(
    live: Callable[..., Registry], what: str, without: tuple[Night, ...], cap: int
) -> None:
    registry, never = live("learned", *LIFE, cap=cap), live("never", *without, cap=cap)
    assert content(registry) != content(never)
    before = registry.current()
    found = forget_from(registry, what, Settings(basis_columns_cap=cap))
    assert found.as_if_never_learned
    assert content(registry) == content(never)
    assert registry.current() == found.version
    assert before is not None and registry.rollback() == before, "forgetting can be taken back"


def test_forgetting_twice_leaves_no_trace_of_either(live: Callable[..., Registry]) -> None:
    registry, never = live("learned", *LIFE), live("never", ("n2", ["b"]), *LIFE[2:])
    forget_from(registry, "c", SETTINGS)
    found = forget_from(registry, "n1", SETTINGS)
    assert found.as_if_never_learned and found.removed == ("a",)
    assert content(registry) == content(never)


def test_a_night_that_taught_an_old_skill_anew_gives_the_earlier_one_back(live: Callable[..., Registry]) -> None:
    registry, never = live("learned", LIFE[0], ("n2", ["a"])), live("never", LIFE[0])
    found = forget_from(registry, "n2", SETTINGS)
    assert found.removed == () and found.changed == ("a",)
    assert content(registry) == content(never)
    assert found.version.manifest.skills["a"].night == "n1"


def served(found: Forgotten, skill: str) -> str:
    return found.version.manifest.skills[skill].served


def test_earlier_skills_keep_every_bit_and_later_ones_what_they_do(live: Callable[..., Registry]) -> None:
    registry = live("learned", *LIFE, cap=256)
    before = registry.current()
    assert before is not None
    found = forget_from(registry, "b", Settings(basis_columns_cap=256))
    for skill in ("first", "a"):
        assert served(found, skill) == before.manifest.skills[skill].served
    library = read_library(found.version.path)
    assert set(found.changed) <= {"c", "d", "e"}
    for night, skill in (("n2", "c"), ("n3", "d"), ("n4", "e")):
        assert exact_error(library, skill, adapter(sum(map(ord, night + skill)))) < SETTINGS.merge_tolerance
    assert "b" not in found.version.manifest.skills
    assert not any("E0382|b" in entry.signatures for entry in found.version.manifest.skills.values())


def test_what_cannot_be_replayed_is_cut_out_and_said_so(live: Callable[..., Registry]) -> None:
    registry = live("learned", *LIFE)
    before = registry.current()
    assert before is not None
    found = forget_from(registry, "first", SETTINGS)
    assert not found.as_if_never_learned
    assert found.removed == ("first",)
    files = content(registry)
    assert b"first/" not in files[CORES] and f"{ARCHIVE}/first.safetensors" not in files
    assert (before.path / BASIS).read_bytes() == files[BASIS], "the shared columns stay"
    for skill, entry in found.version.manifest.skills.items():
        assert entry.served == before.manifest.skills[skill].served, "and with them every bit of the others"


def test_a_name_that_is_nothing_is_refused_and_nothing_changes(live: Callable[..., Registry], tmp_path: Path) -> None:
    registry = live("learned", LIFE[0])
    before = registry.current()
    for what in ("z", "n9", ""):
        with pytest.raises(UsageError, match="neither a skill"):
            forget_from(registry, what, SETTINGS)
    assert registry.current() == before
    with pytest.raises(UsageError, match="nothing is served"):
        forget_from(Registry(tmp_path / "empty"), "a", SETTINGS)


def test_an_archive_that_is_gone_means_cutting_out(
    live: Callable[..., Registry], monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = live("learned", *LIFE[:2])
    monkeypatch.setattr("sleepy_coder.curation.forgetting.read_archive", lambda folder, skill: None)
    assert not forget_from(registry, "a", SETTINGS).as_if_never_learned


def take_in(registry: Registry, folder: Path, skill: str) -> None:
    """As `exchange.importing` does, without a model."""
    incumbent = registry.current()
    assert incumbent is not None
    merged = merge(read_library(incumbent.path), {skill: adapter(99)}, tolerance=0.0)
    described = write_library(folder, merged.library)
    write_archive(folder, skill, adapter(99))
    carry_archive(incumbent.path, folder, incumbent.manifest.skills)
    entry = Skill(signatures=(), served=merged.library.digest(skill), notes="imported from a peft folder")
    skills = {**incumbent.manifest.skills, skill: entry}
    manifest = Manifest(base_model=BaseModel("m", "0"), skills=skills, parents=(incumbent.id,), tensors=described)
    write_manifest(folder, manifest)
    registry.promote(registry.publish(folder, incumbent.id).id)


def sleep(registry: Registry, night: str, *skills: str) -> None:
    incumbent, folder = registry.current(), NightFolder(registry.home / "nights" / night)
    assert incumbent is not None
    folder.path.mkdir(parents=True)
    lessons = [learned(skill, sum(map(ord, night + skill))) for skill in skills]
    merged = merge_learned(incumbent, lessons, SETTINGS)
    registry.promote(publish_candidate(registry, folder, merged, lessons, incumbent).id, night=night)


@pytest.mark.parametrize("what", ["a", "n1"])
def test_a_skill_that_was_imported_after_what_is_forgotten_stays_with_its_notes(
    live: Callable[..., Registry], tmp_path: Path, what: str
) -> None:
    registry = live("learned", ("n1", ["a"]))
    take_in(registry, tmp_path / "import", "x")
    sleep(registry, "n2", "b")
    found = forget_from(registry, what, SETTINGS)
    assert (found.removed, found.as_if_never_learned) == (("a",), True)
    skills = found.version.manifest.skills
    assert set(skills) == {"first", "x", "b"} and skills["x"].notes == "imported from a peft folder"
    assert exact_error(read_library(found.version.path), "x", adapter(99)) < 1e-5


def test_an_imported_skill_is_forgotten_as_if_it_had_never_come(live: Callable[..., Registry], tmp_path: Path) -> None:
    registry, never = live("learned", LIFE[0]), live("never", LIFE[0], ("n2", ["b"]))
    take_in(registry, tmp_path / "import", "x")
    sleep(registry, "n2", "b")
    found = forget_from(registry, "x", SETTINGS)
    assert (found.removed, found.as_if_never_learned) == (("x",), True)
    assert content(registry) == content(never)


@pytest.mark.parametrize("older", ["a", "n1"])
def test_what_was_learned_again_after_an_older_forgetting_stays(live: Callable[..., Registry], older: str) -> None:
    registry, never = live("learned", ("n1", ["a"]), ("n2", ["b"])), live("never", ("n3", ["a", "c"]))
    forget_from(registry, older, SETTINGS)
    sleep(registry, "n3", "a", "c")
    found = forget_from(registry, "b", SETTINGS)
    assert (found.removed, found.as_if_never_learned) == (("b",), True)
    assert content(registry) == content(never)
    assert forget_from(registry, "a", SETTINGS).removed == ("a",), "and can be forgotten again"
