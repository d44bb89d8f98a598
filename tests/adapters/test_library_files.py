import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from sleepy_coder.adapters.archive_files import carry_archive, read_archive, write_archive
from sleepy_coder.adapters.library_files import BASIS, CORES, read_library, write_library
from sleepy_coder.errors import ModelBroken, SpaceProblem, UsageError
from sleepy_coder.share.fold import FoldedAdapter, fold
from sleepy_coder.share.ledger import byte_lines, exact_error
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise, merge


def random_adapter(seed: int, rank: int = 3, scale: float = 1.0) -> FoldedAdapter:
    generator = torch.Generator().manual_seed(seed)
    shapes = {"layers.0.q_proj": (24, 18), "layers.0.k_proj": (6, 18)}
    return {
        name: fold(torch.randn(n, rank, generator=generator), torch.randn(rank, d, generator=generator), scale)
        for name, (n, d) in shapes.items()
    }


@pytest.fixture
def library() -> SkillLibrary:
    """Old cores that have not followed a rotation, a new skill, and a pending one: everything a file can hold."""
    first = initialise({"a": random_adapter(0), "b": random_adapter(1)}, tolerance=0.0).library
    turned = merge(first, {"c": random_adapter(2, scale=0.1)}, k_cap=6, budget=10.0).library
    whole = merge(turned, {"late": random_adapter(3)}, k_cap=6, budget=1e-3).library
    assert whole.rotations
    assert whole.skill("late").pending
    return whole


def test_a_library_read_back_is_the_same_to_the_last_bit(library: SkillLibrary, tmp_path: Path) -> None:
    write_library(tmp_path, library)
    back = read_library(tmp_path)
    assert set(back.skills) == set(library.skills)
    for skill in library.skills:
        assert back.digest(skill) == library.digest(skill)
        assert back.bounds(skill) == pytest.approx(library.bounds(skill), rel=1e-12)
    assert back.merges == library.merges
    new = {"d": random_adapter(5, scale=0.1)}
    merged, expected = (merge(one, new, k_cap=6, budget=10.0).library for one in (back, library))
    assert merged.digest("d") == expected.digest("d")


def test_the_same_library_gives_the_same_bytes(library: SkillLibrary, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_library(tmp_path / name, library)
    write_library(tmp_path / "three", read_library(tmp_path / "one"))
    for file in (BASIS, CORES):
        assert len({(tmp_path / name / file).read_bytes() for name in ("one", "two", "three")}) == 1


def test_the_description_is_plain_data_and_counts_the_files(library: SkillLibrary, tmp_path: Path) -> None:
    described = write_library(tmp_path, library)
    assert json.loads(json.dumps(described)) == described
    assert described["shapes"]["layers.0.q_proj"] == {"outputs": 24, "inputs": 18, "k_beta": 6, "k_alpha": 6}
    assert described["skills"]["late"] == {"pending": True}
    assert described["bytes"] == {name: (tmp_path / name).stat().st_size for name in (BASIS, CORES)}


def test_byte_lines_equal_what_the_files_hold(tmp_path: Path) -> None:
    library = initialise({"a": random_adapter(0), "b": random_adapter(1)}, tolerance=0.0).library
    write_library(tmp_path, library)
    lines = {line.what: line.bytes for line in byte_lines(library, p=2, phi=2, rank=3)}

    def stored(file: str) -> int:
        """Size of the tensors alone: the file less its header, whose length stands in its first eight bytes."""
        content = (tmp_path / file).read_bytes()
        return len(content) - 8 - int.from_bytes(content[:8], "little")

    assert stored(BASIS) == lines["basis"] + lines["basis weights"]
    assert stored(CORES) == len(library.skills) * lines["core per skill"]
    write_archive(tmp_path, "a", random_adapter(0))
    singular_values = 2 * 3 * 4
    assert stored("archive/a.safetensors") == lines["archive per skill"] + singular_values


def test_half_precision_halves_the_files_and_says_what_it_cost(library: SkillLibrary, tmp_path: Path) -> None:
    whole, half = write_library(tmp_path / "whole", library), write_library(tmp_path / "half", library, half=True)
    back = read_library(tmp_path / "half")
    worst = max(exact_error(back, skill, library.folded(skill)) for skill in library.skills)
    assert 0 < worst < 2e-3
    assert half["half_error"] == pytest.approx(worst)
    assert "half_error" not in whole
    for basis in back.bases.values():
        for side in (basis.beta, basis.alpha):
            gram = side.vectors.double().T @ side.vectors.double()
            torch.testing.assert_close(gram, torch.eye(len(gram), dtype=torch.float64), rtol=0, atol=1e-6)
    assert read_library(tmp_path / "half").digest("a") == back.digest("a")


def test_a_half_precision_library_can_be_merged_into_and_its_skills_stay_bit_identical(tmp_path: Path) -> None:
    write_library(tmp_path, initialise({"a": random_adapter(0)}, tolerance=0.0).library, half=True)
    first = read_library(tmp_path)
    merged = merge(first, {"b": random_adapter(1)}, tolerance=0.0)
    assert merged.appended_only
    assert merged.library.digest("a") == first.digest("a")
    assert exact_error(merged.library, "b", random_adapter(1)) < 1e-6


def test_an_empty_library_can_be_written_and_read(tmp_path: Path) -> None:
    write_library(tmp_path, SkillLibrary())
    assert read_library(tmp_path).skills == {}


def damage(folder: Path, file: str, change: dict[str, torch.Tensor | None]) -> None:
    from safetensors import safe_open

    with safe_open(folder / file, framework="pt") as opened:
        metadata = opened.metadata()
    tensors = load_file(folder / file)
    for name, tensor in change.items():
        if tensor is None:
            del tensors[name]
        else:
            tensors[name] = tensor
    save_file(tensors, folder / file, metadata=metadata)


Q = "layers.0.q_proj"


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        (BASIS, {f"{Q}.beta": None}, f"{Q}.beta is missing"),
        (BASIS, {f"{Q}.beta": torch.zeros(24)}, "1 dimensions instead of 2"),
        (BASIS, {f"{Q}.beta.spread": torch.zeros(3, 3)}, "its spread is"),
        (BASIS, {"stranger": torch.zeros(2)}, "stranger does not belong there"),
        (BASIS, {f"{Q}.beta": torch.full((24, 6), torch.nan)}, "not finite"),
        (BASIS, {f"{Q}.alpha": torch.zeros(18, 6, dtype=torch.int64)}, "int64"),
        (CORES, {f"a/{Q}.core": None}, f"a/{Q}.core is missing"),
        (CORES, {f"c/{Q}.core": torch.zeros(9, 6)}, "larger than the basis"),
        (CORES, {f"a/{Q}.core": torch.zeros(9, 6)}, "does not fit the rotations"),
        (CORES, {f"late/{Q}.left": torch.zeros(24, 9)}, "do not fit together"),
        (CORES, {f"a/{Q}.core": torch.full((6, 6), torch.inf)}, "not finite"),
    ],
)
def test_a_damaged_library_is_one_clear_error(
    library: SkillLibrary, tmp_path: Path, file: str, change: dict[str, torch.Tensor | None], words: str
) -> None:
    write_library(tmp_path, library)
    damage(tmp_path, file, change)
    with pytest.raises(ModelBroken, match=words) as raised:
        read_library(tmp_path)
    assert file in str(raised.value)


@pytest.mark.parametrize("file", [BASIS, CORES])
def test_missing_cut_and_foreign_files_are_refused(library: SkillLibrary, tmp_path: Path, file: str) -> None:
    write_library(tmp_path, library)
    whole = (tmp_path / file).read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"\xff" * 4096, whole[:8] + b"[" + whole[9:]):
        (tmp_path / file).write_bytes(content)
        with pytest.raises(ModelBroken, match="damaged"):
            read_library(tmp_path)
    (tmp_path / file).unlink()
    with pytest.raises(ModelBroken, match="missing"):
        read_library(tmp_path)
    (tmp_path / "adapter.bin").write_bytes(b"")
    with pytest.raises(ModelBroken, match="pickles are refused"):
        read_library(tmp_path)


@pytest.mark.parametrize("header", ["", "[]", '{"format": 1}', "not json"])
def test_an_unreadable_header_is_refused(library: SkillLibrary, tmp_path: Path, header: str) -> None:
    write_library(tmp_path, library)
    save_file(load_file(tmp_path / CORES), tmp_path / CORES, metadata={"library": header})
    with pytest.raises(ModelBroken, match="header"):
        read_library(tmp_path)


def test_a_newer_format_asks_for_a_newer_program(library: SkillLibrary, tmp_path: Path) -> None:
    write_library(tmp_path, library)
    content = (tmp_path / CORES).read_bytes()
    (tmp_path / CORES).write_bytes(content.replace(b"library-tensors/1", b"library-tensors/2"))
    with pytest.raises(ModelBroken, match="library-tensors/2"):
        read_library(tmp_path)


@pytest.mark.parametrize("skill", ["", "../x", "a/b", ".hidden", "sp ace", "x" * 101])
def test_a_skill_id_that_could_leave_the_folder_is_refused(skill: str, tmp_path: Path) -> None:
    library = initialise({skill: random_adapter(0)}).library
    with pytest.raises(UsageError, match="skill's id"):
        write_library(tmp_path, library)
    with pytest.raises(UsageError, match="skill's id"):
        read_archive(tmp_path, skill)


def test_the_archive_gives_the_trained_delta_back_and_is_carried_from_version_to_version(tmp_path: Path) -> None:
    original = random_adapter(0)
    write_archive(tmp_path / "v1", "a", original)
    assert carry_archive(tmp_path / "v1", tmp_path / "v2", ["a", "never-archived"]) == ("a",)
    back = read_archive(tmp_path / "v2", "a")
    assert back is not None
    for matrix, folded in original.items():
        torch.testing.assert_close(back[matrix].dense(), folded.dense().float(), rtol=1e-5, atol=1e-5)
    assert read_archive(tmp_path / "v2", "never-archived") is None
    (tmp_path / "v2" / "archive" / "a.safetensors").write_bytes(b"cut")
    with pytest.raises(ModelBroken, match="damaged"):
        read_archive(tmp_path / "v2", "a")


def test_a_folder_that_cannot_be_made_is_a_space_problem(library: SkillLibrary, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SpaceProblem, match="cannot be written"):
        write_library(tmp_path / "file" / "library", library)
