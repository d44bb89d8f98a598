"""Routers over vectors: they find their own, abstain on strangers, and come back from their files as they were."""

import json
from pathlib import Path

import pytest

from sleepy_coder.errors import ModelBroken
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.routing.library_router import ABOUT, ARRAYS, library_router, write_router
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.signature import Signature

KEYS = {
    "to-string": (
        "E0308|mismatched types / expected `String`, found `&str`",
        "E0308|arguments to this function are incorrect / expected `String`, found `&str`",
        "E0308|mismatched types / expected `String`, found `&'_ str`",
    ),
    "some": (
        "E0308|mismatched types / expected `Option<integer>`, found integer",
        "E0308|mismatched types / expected `Option<String>`, found `String`",
        "E0308|mismatched types / expected `Option<_>`, found `_`",
    ),
    "parens": (
        "E0615|attempted to take value of method `_` on type `&_` / method, not a field",
        "E0615|attempted to take value of method `_` on type `Vec<_>` / method, not a field",
    ),
}
UNSEEN = {
    "to-string": "E0308|mismatched types / expected `String`, found `&'static str`",
    "some": "E0308|mismatched types / expected `Option<float>`, found float",
    "parens": "E0615|attempted to take value of method `_` on type `HashMap<String, _>` / method, not a field",
}
STRANGERS = (
    "E0502|cannot borrow `_` as mutable because it is also borrowed as immutable / mutable borrow occurs here",
    "E0616|field `_` of struct `_` is private / private field",
    "parse|expected `;`, found `_`",
)


def manifest(router: str) -> Manifest:
    skills = {name: Skill(signatures=keys, served=name) for name, keys in KEYS.items()}
    return Manifest(base_model=BaseModel("m", "00"), skills=skills, router=router)


def error(key: str) -> Signature:
    return Signature.of(key)


@pytest.mark.parametrize("kind", ["signature", "centroid", "learned"])
def test_own_signatures_are_known_and_strangers_abstained(kind: str, tmp_path: Path) -> None:
    write_router(kind, KEYS, tmp_path)
    router = library_router(manifest(kind), tmp_path)
    for name, keys in KEYS.items():
        for key in keys:
            route = router.route(error(key))
            assert route.skill == name and 0 < route.confidence <= 1 and route.reason
    for key in STRANGERS:
        route = router.route(error(key))
        assert (route.skill, route.confidence) == (None, 0.0) and route.reason


@pytest.mark.parametrize("kind", ["centroid", "learned"])
def test_unseen_wordings_go_to_their_like(kind: str, tmp_path: Path) -> None:
    """Where the exact table has only one of them, by the message of E0615."""
    write_router(kind, KEYS, tmp_path)
    router = library_router(manifest(kind), tmp_path)
    assert {name: router.route(error(key)).skill for name, key in UNSEEN.items()} == {name: name for name in UNSEEN}
    exact = SignatureRouter(KEYS)
    assert [exact.route(error(key)).skill for key in UNSEEN.values()] == [None, None, "parens"]


@pytest.mark.parametrize("kind", ["centroid", "learned"])
def test_a_router_is_the_same_bytes_every_time_and_damage_is_noticed(kind: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_router(kind, KEYS, tmp_path / name)
    for file in (ARRAYS, ABOUT):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    about = json.loads((tmp_path / "one" / ABOUT).read_text())
    (tmp_path / "one" / ABOUT).write_text(json.dumps({**about, "skills": ["another"]}))
    (tmp_path / "two" / ARRAYS).write_bytes(b"no tensors")
    for folder in (tmp_path / "one", tmp_path / "two", tmp_path / "nowhere"):
        with pytest.raises(ModelBroken):
            library_router(manifest(kind), folder)
    with pytest.raises(ModelBroken, match="update sleepy-coder"):
        library_router(manifest("oracle"), tmp_path)
