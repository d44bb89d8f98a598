"""Versions are whole, verified, named by content; the one that is served survives a kill at any instant."""

import errno
import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sleepy_coder.errors import ModelBroken, SpaceProblem, StoreProblem, UsageError
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest

BASE = BaseModel(id="embedded", digest="00")


def staged(folder: Path, *, parent: str | None = None, night: str | None = None, tensors: bytes = b"tensors") -> Path:
    (folder / "archive").mkdir(parents=True)
    (folder / "cores.safetensors").write_bytes(tensors)
    (folder / "archive" / "a.safetensors").write_bytes(b"old " + tensors)
    skills = {"s1": Skill(signatures=("E0502|x",), served="aa", night=night)}
    parents = () if parent is None else (parent,)
    write_manifest(folder, Manifest(base_model=BASE, skills=skills, parents=parents, night=night))
    return folder


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    registry = Registry(tmp_path / "home")
    registry.install_initial(staged(tmp_path / "initial"))
    return registry


def next_version(registry: Registry, tmp_path: Path, night: str) -> str:
    parent = registry.current_id()
    staging = staged(tmp_path / f"staging-{night}", parent=parent, night=night, tensors=night.encode())
    return registry.publish(staging, parent, night).id


def test_first_use_installs_and_serves_the_shipped_library_once(registry: Registry, tmp_path: Path) -> None:
    first = registry.current()
    assert first is not None and first.manifest.base_model == BASE
    assert registry.install_initial(staged(tmp_path / "other", tensors=b"other")) == first
    assert registry.versions() == (first.id,)


def test_publishing_does_not_serve_and_promotion_does(registry: Registry, tmp_path: Path) -> None:
    old = registry.current_id()
    new = next_version(registry, tmp_path, "n1")
    assert registry.current_id() == old != new
    registry.promote(new, night="n1", decision={"outcome": "promote"}, reason="better")
    assert registry.current_id() == new
    assert registry.versions() == (old, new)


def test_names_follow_content_alone(registry: Registry, tmp_path: Path) -> None:
    parent = registry.current_id()
    one = registry.publish(staged(tmp_path / "one", parent=parent), parent)
    assert registry.publish(staged(tmp_path / "two", parent=parent), parent) == one
    other = registry.publish(staged(tmp_path / "three", parent=parent, tensors=b"tensorz"), parent)
    assert other.id != one.id and len(registry.versions()) == 3


def test_rollback_walks_back_through_what_was_served(registry: Registry, tmp_path: Path) -> None:
    names = [registry.current_id()]
    for night in ("n1", "n2"):
        names.append(next_version(registry, tmp_path, night))
        registry.promote(str(names[-1]), night=night)
    assert registry.rollback().id == names[1] == registry.current_id()
    assert registry.rollback().id == names[0] == registry.current_id()
    with pytest.raises(UsageError, match="no earlier version"):
        registry.rollback()
    registry.promote(str(names[2]))
    assert registry.rollback().id == names[0]


def test_history_tells_parents_nights_and_decisions(registry: Registry, tmp_path: Path) -> None:
    root = registry.current_id()
    kept = next_version(registry, tmp_path, "n1")
    registry.refuse(kept, "keep", night="n1", decision={"outcome": "keep"}, reason="a canary was lost")
    served = next_version(registry, tmp_path, "n2")
    registry.promote(served, night="n2", decision={"outcome": "promote"})
    first, second, third = registry.history()
    assert [node.version for node in (first, second, third)] == [root, kept, served]
    assert (first.parents, second.parents, third.parents) == ((), (root,), (root,))
    assert (second.night, third.night) == ("n1", "n2")
    assert second.decision == {"outcome": "keep"} and third.decision == {"outcome": "promote"}
    assert [node.is_current for node in (first, second, third)] == [False, False, True]
    assert [event.action for event in second.events] == ["publish", "keep"]
    assert third.events[-1].previous == root


def test_a_resumed_night_keeps_its_number(registry: Registry, tmp_path: Path) -> None:
    assert registry.night_number("n1") == 1
    version = next_version(registry, tmp_path, "n1")
    registry.refuse(version, "undecided", night="n1", decision={"outcome": "undecided"})
    assert (registry.night_number("n1"), registry.night_number("n2")) == (1, 2)
    registry.promote(version)  # by hand: no gate was asked, nothing is spent
    assert registry.night_number("n2") == 2


@pytest.mark.parametrize("file", ["cores.safetensors", "archive/a.safetensors", "library.json", "SHA256SUMS"])
def test_damage_is_noticed_and_named(registry: Registry, file: str) -> None:
    version = registry.current()
    assert version is not None
    path = version.path / file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelBroken, match=file):
        registry.current()


def test_missing_and_added_files_are_damage_too(registry: Registry) -> None:
    version = registry.current()
    assert version is not None
    (version.path / "more.safetensors").write_bytes(b"")
    with pytest.raises(ModelBroken, match=r"more\.safetensors"):
        registry.current()
    (version.path / "more.safetensors").unlink()
    (version.path / "cores.safetensors").unlink()
    with pytest.raises(ModelBroken, match=r"cores\.safetensors"):
        registry.current()
    shutil.rmtree(version.path)
    with pytest.raises(ModelBroken, match="not there"):
        registry.current()


def test_the_history_shows_the_others_beside_a_damaged_version(registry: Registry, tmp_path: Path) -> None:
    old, new = str(registry.current_id()), next_version(registry, tmp_path, "n1")
    registry.promote(new)
    (registry.folder / new / "library.json").write_text("{")
    nodes = registry.history()
    assert [(node.version, node.damaged, node.is_current) for node in nodes] == [(old, False, False), (new, True, True)]
    assert registry.rollback().id == old


def test_the_advice_about_a_damaged_version_can_be_followed(registry: Registry, tmp_path: Path) -> None:
    old = str(registry.current_id())
    (registry.folder / old / "SHA256SUMS").unlink()
    with pytest.raises(ModelBroken, match=r"incomplete \(SHA256SUMS: No such file.*move .*library away to begin anew"):
        registry.current()
    shutil.rmtree(registry.folder / old)
    with pytest.raises(ModelBroken, match=r"move .*library away to begin anew"):
        registry.current()
    registry.folder.rename(tmp_path / "away")
    assert registry.install_initial(tmp_path / "initial").id == old
    new = next_version(registry, tmp_path, "n1")
    registry.promote(new)
    (registry.folder / new / "SHA256SUMS").unlink()
    with pytest.raises(ModelBroken, match="rollback"):
        registry.current()
    assert registry.rollback().id == old


def test_a_damaged_version_is_neither_promoted_nor_rolled_back_to(registry: Registry, tmp_path: Path) -> None:
    old = str(registry.current_id())
    new = next_version(registry, tmp_path, "n1")
    cores = registry.folder / new / "cores.safetensors"
    cores.write_bytes(b"other")
    with pytest.raises(ModelBroken):
        registry.promote(new)
    assert registry.current_id() == old
    cores.write_bytes(b"n1")
    registry.promote(new)
    (registry.folder / old / "cores.safetensors").write_bytes(b"other")
    with pytest.raises(ModelBroken):
        registry.rollback()
    assert registry.current_id() == new


def test_publishing_again_mends_a_damaged_version(registry: Registry, tmp_path: Path) -> None:
    version = next_version(registry, tmp_path, "n1")
    (registry.folder / version / "cores.safetensors").write_bytes(b"damaged")
    parent = registry.current_id()
    assert registry.publish(tmp_path / "staging-n1", parent, "n1").id == version
    assert registry.load(version[:6]).id == version


@pytest.mark.parametrize("name", ["weights.pkl", "weights.pt", "model.py", "archive/pytorch_model.bin"])
def test_files_that_may_carry_code_are_refused(registry: Registry, tmp_path: Path, name: str) -> None:
    staging = staged(tmp_path / "staging", parent=registry.current_id())
    (staging / name).write_bytes(b"x")
    with pytest.raises(ModelBroken, match=name):
        registry.publish(staging, registry.current_id())


def test_links_are_refused(registry: Registry, tmp_path: Path) -> None:
    staging = staged(tmp_path / "staging", parent=registry.current_id())
    (tmp_path / "secret.json").write_text("{}")
    (staging / "extra.json").symlink_to(tmp_path / "secret.json")
    with pytest.raises(ModelBroken, match="extra"):
        registry.publish(staging, registry.current_id())


def test_a_wrong_parent_is_a_mistake_of_the_caller(registry: Registry, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="parents"):
        registry.publish(staged(tmp_path / "staging"), registry.current_id())


def test_unknown_and_ambiguous_names(registry: Registry, tmp_path: Path) -> None:
    for wrong in ("", "zz", "../home"):
        with pytest.raises(UsageError):
            registry.load(wrong)
    (registry.folder / "current").write_text(f"{'0' * 16}\n")
    with pytest.raises(ModelBroken, match="not there"):
        registry.current()


@pytest.mark.parametrize("damaged", [b"", b"\xff\x00\n", b"../../etc\n", None], ids=["empty", "bytes", "path", "gone"])
def test_what_is_served_is_known_from_the_history_where_the_switch_is_damaged(
    registry: Registry, tmp_path: Path, damaged: bytes | None
) -> None:
    new, switch = next_version(registry, tmp_path, "n1"), registry.folder / "current"
    registry.promote(new)
    switch.unlink() if damaged is None else switch.write_bytes(damaged)
    assert registry.current_id() == new and [node.version for node in registry.history() if node.is_current] == [new]
    registry.refuse(new, "keep")  # any writer
    assert switch.read_text() == f"{new}\n"


def test_a_damaged_switch_without_a_history_and_one_that_is_a_folder_end_in_a_sentence(registry: Registry) -> None:
    switch = registry.folder / "current"
    switch.unlink()
    switch.mkdir()
    with pytest.raises(StoreProblem, match="current is a folder where a file is needed: move it away"):
        registry.current()
    switch.rmdir()
    switch.write_bytes(b"damaged")
    (registry.folder / "history.jsonl").unlink()
    with pytest.raises(ModelBroken, match="current is damaged: remove it"):
        registry.current()


def test_everything_is_private(registry: Registry) -> None:
    for path in registry.folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_a_full_disk_publishes_nothing(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    current = registry.current()
    staging = staged(tmp_path / "staging", parent=registry.current_id())
    calls = 0

    def nearly_full(_: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", nearly_full)
    with pytest.raises(SpaceProblem):
        registry.publish(staging, registry.current_id())
    monkeypatch.undo()
    assert current is not None
    assert registry.current() == current and registry.versions() == (current.id,)
    assert not list(registry.folder.glob(".incoming-*"))


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do `work` in a forked child that kills itself at its `step`-th touch of the file system; False if it finished."""
    child = os.fork()
    if child == 0:
        touched = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal touched
            if event in ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "tempfile.mkstemp", "fcntl.flock"):
                touched += 1
                if touched == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def test_a_kill_at_any_step_leaves_the_old_or_the_new_version_loadable(tmp_path: Path) -> None:
    step = 0
    seen = set()
    killed = True
    while killed:
        step += 1
        place = tmp_path / str(step)
        registry = Registry(place / "home")
        old = registry.install_initial(staged(place / "initial")).id
        staging = staged(place / "staging", parent=old, night="n1", tensors=b"new")

        def night(registry: Registry = registry, staging: Path = staging, old: str = old) -> None:
            new = registry.publish(staging, old, "n1")
            registry.promote(new.id, night="n1", decision={"outcome": "promote"})

        killed = killed_at(step, night)
        survivor = registry.current()
        assert survivor is not None
        seen.add((survivor.id == old, len(registry.versions())))
        night()  # the resumed night finds its way from any of these states
        resumed = registry.current()
        assert resumed is not None and resumed.manifest.night == "n1" and registry.night_number("n2") == 2
        assert registry.rollback().id == old
        assert not list(registry.folder.glob(".incoming-*"))
    assert step > 20
    assert seen == {(True, 1), (True, 2), (False, 2)}


def test_a_switch_that_was_announced_and_not_made_is_made_by_the_next_writer(
    registry: Registry, tmp_path: Path
) -> None:
    old, new = str(registry.current_id()), next_version(registry, tmp_path, "n1")
    registry.promote(new, night="n1", decision={"outcome": "promote"})
    (registry.folder / "current").write_text(old + "\n")  # the kill came right before the switch
    assert registry.night_number("n2") == 2
    resumed = registry.install_initial(tmp_path / "initial")
    assert resumed.id == new == registry.current_id()
    assert [event.action for event in registry.events()] == ["publish", "install", "publish", "promote"]
    assert registry.rollback().id == old


def test_a_damaged_candidate_is_not_judged_again_and_keeps_no_night_from_beginning(
    registry: Registry, tmp_path: Path
) -> None:
    waiting = next_version(registry, tmp_path, "n1")
    registry.refuse(waiting, "undecided", night="n1", decision={"outcome": "undecided"})
    assert (found := registry.pending(3)) is not None and found.id == waiting
    (registry.folder / waiting / "cores.safetensors").write_bytes(b"damaged")
    assert registry.pending(3) is None
