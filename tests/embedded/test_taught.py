"""What a model was taught is told by its own record, whatever the table of families has come to hold since."""

from pathlib import Path

import pytest

from sleepy_coder.breaker.families import NOVEL, family_named
from sleepy_coder.embedded.location import library_folder, model_folder
from sleepy_coder.embedded.taught import TAUGHT, Taught, taught, write_taught
from sleepy_coder.errors import ModelBroken
from sleepy_coder.registry.manifest import read_manifest


def test_the_shipped_models_record_agrees_with_its_library_and_names_no_novel_family() -> None:
    known = taught()
    assert sorted(known.library) == sorted(read_manifest(library_folder()).skills)
    assert known.base and not set(known.base) & set(known.library)
    assert all(family_named(name).name not in NOVEL for name in (*known.base, *known.library))
    assert (model_folder() / TAUGHT).is_file()


def test_a_record_comes_back_as_written(tmp_path: Path) -> None:
    write_taught(tmp_path, Taught(("a",), ("b", "c")))
    assert taught(tmp_path) == Taught(("a",), ("b", "c"))


@pytest.mark.parametrize("content", [None, "", "{}", '{"base": ["a"], "library": [], "more": 1}'])
def test_a_record_that_is_missing_or_wrong_is_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / TAUGHT).write_text(content)
    with pytest.raises(ModelBroken, match=TAUGHT):
        taught(tmp_path)
