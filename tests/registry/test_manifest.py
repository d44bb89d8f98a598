"""A manifest is the same bytes for the same content, and nonsense is refused with the file's name."""

from pathlib import Path

import pytest

from sleepy_coder.errors import ModelBroken
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, read_manifest, write_manifest

BASE = BaseModel(id="embedded", digest="00")


def manifest(order: list[str]) -> Manifest:
    skills = {name: Skill(signatures=(f"E0502|{name}",), served=name) for name in order}
    return Manifest(
        base_model=BASE, skills=skills, tensors={"k": {"q": [32, 16], "a": 1.5}}, parents=("p",), night="n1"
    )


def test_round_trip_and_equal_bytes_for_any_order_of_skills(tmp_path: Path) -> None:
    for name, order in (("one", ["a", "b"]), ("two", ["b", "a"])):
        (tmp_path / name).mkdir()
        write_manifest(tmp_path / name, manifest(order))
        assert read_manifest(tmp_path / name) == manifest(["a", "b"])
    assert (tmp_path / "one/library.json").read_bytes() == (tmp_path / "two/library.json").read_bytes()


def test_no_signature_belongs_to_two_skills() -> None:
    skills = {name: Skill(signatures=("E0502|x",), served=name) for name in ("a", "b")}
    with pytest.raises(ValueError, match=r"E0502\|x.*'a'.*'b'"):
        Manifest(base_model=BASE, skills=skills)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"base_model": {"id": "x", "digest": "y"}, "skills": {}, "surprise": 1}',
        b'{"base_model": {"id": "x", "digest": "y"}, "skills": {}, "schema": "sleepy-coder/library/2"}',
        b'{"base_model": {"id": "x", "digest": "y"}, "skills": {"a": {"signatures": ["s"], "served": "1"},'
        b' "b": {"signatures": ["s"], "served": "2"}}}',
    ],
)
def test_nonsense_is_model_broken_with_the_files_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.json").write_bytes(content)
    with pytest.raises(ModelBroken, match=r"library\.json"):
        read_manifest(tmp_path)
    with pytest.raises(ModelBroken, match=r"library\.json"):
        read_manifest(tmp_path / "nowhere")
