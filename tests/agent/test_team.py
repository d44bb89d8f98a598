"""Who is asked: the library of the right model, or nobody; and no weights are touched before the first question."""

import dataclasses
from pathlib import Path

import pytest

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.registry.version import Version
from sleepy_coder.routing.library_router import write_router
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.routing.vector_router import LearnedRouter
from sleepy_coder.settings import Settings


def library(home: Path, folder: Path, model: str, digest: str, router: str = "signature") -> Version:
    folder.mkdir()
    skills = {"index": Skill(signatures=("E0277|shape",), served="0" * 64)}
    write_router(router, {"index": ("E0277|shape",)}, folder)
    write_manifest(folder, Manifest(base_model=BaseModel(model, digest), skills=skills, router=router))
    return Registry(home).install_initial(folder)


def assembled(folder: Path, model: str = "embedded") -> Team:
    paths = find_paths({"SLEEPY_CODER_HOME": str(folder / "home")})
    return assemble(paths, dataclasses.replace(Settings(), model=model))


@pytest.fixture(autouse=True)
def no_package_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLEEPY_CODER_EMBEDDED", str(tmp_path / "none"))


def test_without_a_library_the_router_abstains_and_without_weights_the_first_question_fails(tmp_path: Path) -> None:
    team = assembled(tmp_path)
    assert isinstance(team.router, FixedRouter) and team.library_id is None
    assert (team.identity.id, team.identity.digest) == ("embedded", "")
    with pytest.raises(ModelBroken, match="weights are missing"):
        team.model()


def test_the_served_library_routes_for_its_own_model_only(tmp_path: Path) -> None:
    version = library(tmp_path / "home", tmp_path / "made", "embedded", "ab" * 32)
    own, other = assembled(tmp_path), assembled(tmp_path, "/some/other/model")
    assert own.library_id == version.id and isinstance(own.router, SignatureRouter)
    assert other.library_id is None and isinstance(other.router, FixedRouter)


def test_a_library_is_routed_by_the_router_that_came_with_it(tmp_path: Path) -> None:
    library(tmp_path / "home", tmp_path / "made", "embedded", "ab" * 32, router="learned")
    assert isinstance(assembled(tmp_path).router, LearnedRouter)


def test_a_library_made_for_other_weights_is_refused(tmp_path: Path) -> None:
    version = library(tmp_path / "home", tmp_path / "made", "scripted", "ab" * 32)
    team = Team(SignatureRouter.of(version.manifest), version, "scripted", lambda: ScriptedModel({}))
    with pytest.raises(ModelBroken, match="made for the weights abab"):
        team.model()


def test_the_model_is_loaded_once(tmp_path: Path) -> None:
    loaded: list[ScriptedModel] = []

    def load() -> ScriptedModel:
        loaded.append(ScriptedModel({}))
        return loaded[-1]

    team = Team(FixedRouter(), None, "scripted", load)
    assert not loaded and team.model() is team.model() and len(loaded) == 1
    assert team.identity.digest == "0" * 64


def test_a_damaged_library_is_refused(tmp_path: Path) -> None:
    version = library(tmp_path / "home", tmp_path / "made", "embedded", "ab" * 32)
    (version.path / "library.json").write_text("{}")
    with pytest.raises(ModelBroken):
        assembled(tmp_path)
