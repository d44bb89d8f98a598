"""Which night it is, when the last one was killed."""

from pathlib import Path

import pytest

from sleepy_coder.curation.agenda import begun
from sleepy_coder.curation.plan import NightPlan
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, write_manifest
from sleepy_coder.registry.nights import PLAN, NightFolder, new_night
from sleepy_coder.settings import Settings

BASE = BaseModel("test", "0" * 64)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "home")})


@pytest.fixture
def registry(paths: Paths, tmp_path: Path) -> Registry:
    """A library, and another one beside it."""
    found = Registry(paths.base)
    (tmp_path / "a").mkdir()
    write_manifest(tmp_path / "a", Manifest(base_model=BASE, skills={}))
    first = found.install_initial(tmp_path / "a")
    (tmp_path / "b").mkdir()
    write_manifest(tmp_path / "b", Manifest(base_model=BASE, skills={}, parents=(first.id,), night="n"))
    found.publish(tmp_path / "b", first.id, "n")
    return found


def killed(paths: Paths, incumbent: str) -> NightFolder:
    night = new_night(paths.nights)
    plan = NightPlan(
        "2026-01-01T00:00:00+00:00", 1, 0, incumbent, BASE.digest, (), {}, 20, 0.1, 24, 4, 3, 4, 2, 900.0
    )  # fmt: skip
    night.write(PLAN, plan)
    return night


def test_a_night_that_was_killed_goes_on(paths: Paths, registry: Registry) -> None:
    assert begun(registry, paths, Settings(), 900.0) is None
    night = killed(paths, registry.current_id() or "")
    assert begun(registry, paths, Settings(), 900.0) == night


def test_a_killed_night_is_dropped_when_another_library_is_served_by_now(paths: Paths, registry: Registry) -> None:
    night = killed(paths, registry.current_id() or "")
    registry.promote(registry.versions()[1])
    assert begun(registry, paths, Settings(), 900.0) is None and not night.path.exists()


def test_a_killed_night_that_has_promoted_its_own_library_goes_on(paths: Paths, registry: Registry) -> None:
    night = killed(paths, registry.current_id() or "")
    registry.promote(registry.versions()[1], night=night.id, decision={"outcome": "promote"})
    assert begun(registry, paths, Settings(), 900.0) == night


def test_a_killed_night_whose_incumbent_was_cleaned_away_is_dropped(paths: Paths, registry: Registry) -> None:
    first, second = registry.versions()
    night = killed(paths, first)
    registry.promote(second, night=night.id, decision={"outcome": "promote"})
    registry.remove(first, reason="to make room")
    assert begun(registry, paths, Settings(), 900.0) is None and not night.path.exists()
