"""A decision takes effect once, on what was judged, and is what the history says ever after."""

import dataclasses
from pathlib import Path

import pytest

from sleepy_coder.evaluation.decision import Decision, GateItem, Group
from sleepy_coder.evaluation.deployment import carried, deploy
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, write_manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.settings import Settings

BASE = BaseModel("test", "0" * 64)


def decision(outcome: str, gained: int = 3, lost: int = 0) -> Decision:
    flips = [(False, True)] * gained + [(True, False)] * lost
    items = [GateItem(f"trained/{n}", Group.TRAINED, "s", *flip) for n, flip in enumerate(flips)]
    return dataclasses.replace(SequentialGate().decide(items, 1, Settings()), outcome=outcome)  # type: ignore[arg-type]


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    found = Registry(tmp_path / "home")
    found.install_initial(library(tmp_path, "first"))
    return found


def library(folder: Path, name: str, *parents: str) -> Path:
    (folder / name).mkdir()
    write_manifest(folder / name, Manifest(base_model=BASE, skills={}, parents=parents, notes=name))
    return folder / name


def published(registry: Registry, folder: Path, name: str) -> tuple[Version, Version]:
    """The incumbent and a candidate."""
    incumbent = registry.current()
    assert incumbent is not None
    return incumbent, registry.publish(library(folder, name, incumbent.id), incumbent.id)


def test_what_the_owner_served_meanwhile_stays_served(registry: Registry, tmp_path: Path) -> None:
    incumbent, candidate = published(registry, tmp_path, "candidate")
    _, other = published(registry, tmp_path, "other")
    registry.promote(other.id, reason="by the owner's hand")
    stands = deploy(registry, candidate, incumbent, decision("promote"), "n1")
    assert (stands.outcome, registry.current_id()) == ("keep", other.id)
    assert "meanwhile" in stands.reason and registry.events()[-1].action == "keep"


@pytest.mark.parametrize("first", ["promote", "undecided", "keep"])
def test_a_night_that_is_heard_twice_stands_by_its_first_decision(
    registry: Registry, tmp_path: Path, first: str
) -> None:
    incumbent, candidate = published(registry, tmp_path, "candidate")
    said = deploy(registry, candidate, incumbent, decision(first), "n1")
    served, events = registry.current_id(), registry.events()
    again = deploy(registry, candidate, incumbent, decision("promote", gained=1), "n1")
    assert again == said == decision(first)
    assert (registry.current_id(), registry.events()) == (served, events)


def test_a_decision_after_which_no_wealth_is_left_can_be_read_back(registry: Registry, tmp_path: Path) -> None:
    incumbent, candidate = published(registry, tmp_path, "candidate")
    ruined = decision("undecided", gained=0, lost=3000)
    deploy(registry, candidate, incumbent, ruined, "n1")
    assert deploy(registry, candidate, incumbent, decision("promote"), "n1") == ruined
    assert carried(registry, candidate, "n2") == ruined.skills
    assert carried(registry, candidate, "n1") == ()
