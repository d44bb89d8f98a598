"""What came from a repository can be found, told, and taken out of every place that holds it."""

import json
import sqlite3
import zlib
from pathlib import Path

import pytest

from sleepy_coder.cli.main import main
from sleepy_coder.curation.purging import purge
from sleepy_coder.curation.selection import Lesson
from sleepy_coder.curation.why_stored import why_stored
from sleepy_coder.episodes.episode import Episode, Repair, Reported
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.registry.night_record import DataCard, NightRecord, SkillRecord
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder
from sleepy_coder.rust.crates.private_copy import copy_folder
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.training.example import Origin

SPAN = Span("main.rs", 0, 0, 1, 1, 1, 2, True, None, None, None, "f", in_macro=False)
ERROR = Reported("E0425|x", Diagnostic("E0425", "error", "cannot find value", (SPAN,), (), ""))
SHARED = "fn shared() {}\n"


def episode(name: str, place: Path) -> Episode:
    """Red in a file of its own; every crate has the same second file."""
    red = SourceTree({"main.rs": f"fn main() {{ {place.name}_left }}\n", "shared.rs": SHARED})
    return Episode(
        id=name, started_at=1.0, seconds=0.1, origin=f"crate:{place}", subject="s", model="m", model_digest="",
        library=None, seed=0, before=red, after=None, verdict="BROKEN", errors=(ERROR,), remaining=(ERROR,),
        attempts=(),
    )  # fmt: skip


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Two crates with an episode and a repair each, a promoted night that learned from both, and one that was cut."""
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    found = find_paths()
    with EpisodeStore(found.episodes_db) as store:
        for name in ("mine", "theirs"):
            one = episode(f"{name}-1", tmp_path / name)
            store.add(one)
            mended = SourceTree({"main.rs": f"fn main() {{ {name}_right }}\n", "shared.rs": SHARED})
            store.add_repair(Repair(one.id, 2.0, "watch", ERROR, one.before, mended, "FIXED"))
    (copy_folder(tmp_path / "theirs", found.cache / "crates") / "copy").mkdir(parents=True)
    (tmp_path / "library").mkdir()
    skills = {"deref": Skill(signatures=("E0425|x",), served="f" * 64)}
    write_manifest(tmp_path / "library", Manifest(base_model=BaseModel("test", "0" * 64), skills=skills))
    Registry(found.base).install_initial(tmp_path / "library")
    repositories = [f"crate:{tmp_path / name}" for name in ("mine", "theirs")]
    night = NightFolder(found.nights / "20260101-000000")
    sources = ("mine-1 (watch)", "theirs-1 (watch)")
    card = DataCard(2, 0, {"human": 2}, dict.fromkeys(repositories, 1), {}, {}, {}, sources)
    night.write(PLAN, {})
    lessons = [Lesson((("user", name),), name, Origin.HUMAN, "E0425|x", name, name, "") for name in repositories]
    night.write_rows("examples/deref.jsonl", lessons)
    night.write(RECORD, record(night.id, card))
    NightFolder(found.nights / "20260102-000000").write(PLAN, {})
    return found


def record(night: str, card: DataCard) -> NightRecord:
    skill = SkillRecord(
        "deref", "E0425", ("E0425|x",), 3, 2, {"human": 2}, "coefficients", None, 1, 1, 0.1, 1, {}, 1.0, 0.0, 1.0, (),
        card=card,
    )  # fmt: skip
    return NightRecord(
        night, 1, "2026-01-01T00:00:00+00:00", "m", "a", "b", 900.0, False, {}, promoted=True, skills=(skill,)
    )


def test_the_copy_of_a_crate_that_was_always_green_goes_as_well(paths: Paths, tmp_path: Path) -> None:
    for crate in ("theirs/member", "mine/member"):
        (tmp_path / crate).mkdir(parents=True)
        (tmp_path / crate / "Cargo.toml").write_text("")
        (copy_folder(tmp_path / crate, paths.cache / "crates") / "copy").mkdir(parents=True)
    purge(paths, tmp_path / "theirs")
    assert not copy_folder(tmp_path / "theirs" / "member", paths.cache / "crates").exists()
    assert copy_folder(tmp_path / "mine" / "member", paths.cache / "crates").exists()


def test_halves_of_files_and_of_nights_are_purged_as_well(paths: Paths, tmp_path: Path) -> None:
    half = paths.nights / "20260101-000000" / "examples" / ".deref.jsonl.k1l2"
    half.write_text("theirs")
    NightFolder(paths.nights / "20260103-000000").write_rows("examples/deref.jsonl", ["theirs"])
    purge(paths, tmp_path / "theirs")
    assert not half.exists() and not (paths.nights / "20260103-000000").exists()


def test_nothing_of_a_purged_repository_is_left_and_nothing_else_is_touched(paths: Paths, tmp_path: Path) -> None:
    kept = (paths.episodes_db.read_bytes(), b"theirs_left")
    assert zlib.compress(b"fn main() { theirs_left }\n") in kept[0] + _log(paths)
    found = purge(paths, tmp_path / "theirs")
    assert (found.episodes, found.repairs, found.examples) == (("theirs-1",), 1, 1)
    assert found.unfinished == ("20260102-000000",)
    assert found.retrain == {"test": ("deref",)}
    everything = paths.episodes_db.read_bytes() + _log(paths)
    for text in (b"fn main() { theirs_left }\n", b"fn main() { theirs_right }\n"):
        assert zlib.compress(text) not in everything
    assert b"theirs" not in everything
    assert not copy_folder(tmp_path / "theirs", paths.cache / "crates").exists()
    assert b"theirs" not in (paths.nights / "20260101-000000" / "examples" / "deref.jsonl").read_bytes()
    with EpisodeStore(paths.episodes_db) as store:
        assert store.episodes(["mine-1"]) == (episode("mine-1", tmp_path / "mine"),)
        assert [repair.episode for repair in store.repairs()] == ["mine-1"]
    assert sqlite3.connect(paths.episodes_db).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert purge(paths, tmp_path / "elsewhere").is_empty


def test_a_folder_above_takes_all_its_crates_and_a_neighbour_of_like_name_none(paths: Paths, tmp_path: Path) -> None:
    assert purge(paths, tmp_path / "their").is_empty
    assert purge(paths, tmp_path).episodes == ("mine-1", "theirs-1")


def test_purge_says_what_to_forget(paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["purge", "--repo", str(tmp_path / "mine")]) == 0
    said = capsys.readouterr().out
    assert "removed 1 episodes, 1 of your repairs, 1 examples" in said and "deref" in said
    assert main(["purge", "--repo", str(tmp_path / "never"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["episodes"] == 0


def test_an_episode_tells_where_it_came_from_and_what_learned_from_it(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = why_stored(paths, "mine")
    assert str(tmp_path / "mine") in found.why
    assert [(use.skill, use.promoted) for use in found.uses] == [("deref", True)]
    assert [repair.source for repair in found.repairs] == ["watch"]
    assert main(["why-stored", "theirs-1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["signatures"] == ["E0425|x"]
    with pytest.raises(UsageError, match="no episode"):
        why_stored(paths, "nobody")


def _log(paths: Paths) -> bytes:
    log = paths.episodes_db.with_name("episodes.db-wal")
    return log.read_bytes() if log.exists() else b""
