"""Old versions go when there is no room; what may still be needed stays."""

from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.registry.collection import collect
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """Six versions: the first, four promoted one after another, and one between them that was refused."""
    registry = Registry(tmp_path / "home")
    registry.install_initial(_staged(tmp_path / "0", None))
    for number in range(1, 5):
        parent = registry.current_id()
        if number == 2:
            refused = registry.publish(_staged(tmp_path / "refused", parent), parent, "n2")
            registry.refuse(refused.id, "keep", night="n2", decision={"outcome": "keep"})
        found = registry.publish(_staged(tmp_path / str(number), parent), parent, f"n{number}")
        registry.promote(found.id, night=f"n{number}", decision={"outcome": "promote"})
    return registry


def _staged(folder: Path, parent: str | None) -> Path:
    folder.mkdir()
    (folder / "cores.safetensors").write_bytes(folder.name.encode() * 1000)
    skills = {"s": Skill(signatures=("E0502|x",), served=folder.name)}
    parents = () if parent is None else (parent,)
    write_manifest(folder, Manifest(base_model=BaseModel("m", "00"), skills=skills, parents=parents))
    return folder


def test_nothing_is_removed_while_there_is_room(registry: Registry) -> None:
    before = registry.versions()
    assert collect(registry, 10**9).removed == () and registry.versions() == before


def test_what_was_refused_goes_first_and_what_rollback_needs_stays(registry: Registry) -> None:
    served, refused = registry.served(), set(registry.versions()) - set(registry.served())
    found = collect(registry, 1)
    assert set(found.removed[:1]) == refused and found.removed[1:] == served[:-2]
    assert set(registry.versions()) == set(served[-2:])
    assert found.freed_bytes > 0 and found.left_bytes > 1
    assert registry.rollback().id == served[-2]
    assert {event.version for event in registry.events() if event.action == "remove"} == set(found.removed)


def test_a_version_to_keep_stays(registry: Registry) -> None:
    oldest = registry.served()[0]
    assert oldest not in collect(registry, 1, keep=(oldest,)).removed and oldest in registry.versions()


def test_what_is_served_is_never_removed(registry: Registry) -> None:
    with pytest.raises(UsageError, match="is served"):
        registry.remove(registry.served()[-1], reason="by mistake")
