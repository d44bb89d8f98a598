"""Those of the fifteen properties of Share that need a model, files or measures: 7.7, 7.8, 7.11, 7.12, 7.14 and 7.15.

The model has the embedded model's shapes and random weights. The others are in `test_section_7_tensors`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForCausalLM

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.peft_files import export_peft
from sleepy_coder.adapters.share_layer import CoefficientAdapter, ExpansionAdapter
from sleepy_coder.embedded.location import model_folder
from sleepy_coder.evaluation.continual import LearningMatrix, measures
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.share.fold import FoldedAdapter, fold
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise, merge

NO_BUDGET = float("inf")

torch.set_num_threads(1)


# the embedded model's real shapes, with random weights, for what needs a model


@pytest.fixture(scope="module")
def model() -> Any:
    torch.manual_seed(0)
    return AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(model_folder()), dtype=torch.float32).eval()


@pytest.fixture(scope="module")
def adapters(model: Any) -> dict[str, FoldedAdapter]:
    attachment, folded = attach(model), {}
    for number, rank in enumerate((2, 3, 8)):
        one = LoRAAdapter(attachment.shapes, rank=rank, seed=7)
        generator = torch.Generator().manual_seed(number)
        with torch.no_grad():
            for name, parameter in one.tensors.items():
                if name.endswith(".B"):
                    parameter.copy_(0.1 * torch.randn(parameter.shape, generator=generator))
        folded[f"s{number}"] = one.folded()
    return folded


@pytest.fixture(scope="module")
def library(adapters: dict[str, FoldedAdapter]) -> SkillLibrary:
    return initialise(adapters, tolerance=0.0).library


@pytest.fixture
def ids() -> Tensor:
    return torch.randint(0, 2000, (4, 12), generator=torch.Generator().manual_seed(3))


@torch.no_grad()
def logits(model: Any, ids: Tensor) -> Tensor:
    found: Tensor = model(ids).logits
    return found


KINDS: dict[str, Callable[[Attachment, SkillLibrary], Any]] = {
    "lora": lambda attachment, library: LoRAAdapter(attachment.shapes, rank=2),
    "core": lambda attachment, library: CoefficientAdapter(library),
    "rank-1": lambda attachment, library: CoefficientAdapter(library, rank=1),
    "expansion": lambda attachment, library: ExpansionAdapter(library, phi=2),
}


@pytest.mark.parametrize("kind", KINDS)
def test_7_07_training_starts_at_nothing_and_everything_has_a_gradient_within_two_steps(
    kind: str, model: Any, library: SkillLibrary, ids: Tensor
) -> None:
    attachment = attach(model, library)
    base = logits(model, ids)
    one = KINDS[kind](attachment, library)
    attachment.train(one)
    torch.testing.assert_close(logits(model, ids), base, rtol=1e-4, atol=1e-4)
    optimizer, reached = torch.optim.SGD(one.parameters(), lr=1e-2), set()
    for _ in range(2):
        optimizer.zero_grad()
        model(ids, labels=ids).loss.backward()
        reached |= {name for name, p in one.tensors.items() if p.grad is not None and bool((p.grad != 0).any())}
        optimizer.step()
    attachment.detach()
    assert reached == set(one.tensors)


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")
def test_7_08_an_exported_skill_gives_peft_the_side_paths_logits(
    model: Any, library: SkillLibrary, ids: Tensor, tmp_path: Path
) -> None:
    from peft import PeftModel

    attachment = attach(model, library)
    attachment.select("s1")
    expected = logits(model, ids)
    attachment.detach()
    export_peft(tmp_path, library.folded("s1"))
    theirs = PeftModel.from_pretrained(model, tmp_path)
    found = logits(theirs, ids)
    theirs.unload()
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


def test_7_11_measures_of_a_worked_example() -> None:
    rows = ((0.1, 0.2, 0.3), (0.8, 0.2, 0.3), (0.7, 0.6, 0.5), (0.6, 0.6, 0.9))
    found = measures(LearningMatrix(("a", "b", "c"), rows), joint=(0.9, 0.7, 0.9))
    assert found.accuracy == pytest.approx(0.7)
    assert found.backward_transfer == pytest.approx((-0.2 + 0.0) / 2)
    assert found.forgetting == pytest.approx((0.2 + 0.0) / 2)
    assert found.forward_transfer == pytest.approx((0.0 + 0.2) / 2)
    assert found.plasticity == pytest.approx((0.7 + 0.4 + 0.6) / 3)
    assert found.intransigence == pytest.approx((0.1 + 0.1 + 0.0) / 3)


def test_7_12_abstaining_is_the_base_model_bit_for_bit(model: Any, library: SkillLibrary, ids: Tensor) -> None:
    base, attachment = logits(model, ids), attach(model, library)
    for abstention in (None, [None] * 4):
        attachment.select("s2")
        attachment.select(abstention)
        assert torch.equal(logits(model, ids), base)
    attachment.select([None, "s2", None, None])
    assert torch.equal(logits(model, ids)[[0, 2, 3]], base[[0, 2, 3]])
    attachment.detach()
    assert torch.equal(logits(model, ids), base)


def test_7_14_a_crash_between_merge_and_publish_leaves_the_old_version_loadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = initialise({"old": folded(0)}, tolerance=0.0).library
    registry, first = Registry(tmp_path / "home"), tmp_path / "first"
    stage(first, library)
    old = registry.install_initial(first).id
    merged = merge(library, {"new": folded(1)}, budget=NO_BUDGET).library
    stage(tmp_path / "second", merged, old)

    def crash(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    for step in ("copy_files", "digest_files", "write_atomically", "fsync_folder"):
        with monkeypatch.context() as broken:
            broken.setattr(f"sleepy_coder.registry.library.{step}", crash)
            with pytest.raises(KeyboardInterrupt):
                registry.publish(tmp_path / "second", old)
        current = Registry(tmp_path / "home").current()
        assert current is not None and current.id == old
        assert read_library(current.path).digest("old") == library.digest("old")
    new = registry.publish(tmp_path / "second", old)
    assert registry.current_id() == old, "published is not served"
    assert read_library(new.path).digest("new") == merged.digest("new")


def folded(seed: int) -> FoldedAdapter:
    generator = torch.Generator().manual_seed(seed)
    return {"m": fold(torch.randn(24, 3, generator=generator), torch.randn(3, 18, generator=generator), 1.0)}


def stage(folder: Path, library: SkillLibrary, *parents: str) -> None:
    folder.mkdir()
    write_library(folder, library)
    skills = {name: Skill(signatures=(name,), served=library.digest(name)) for name in library.skills}
    write_manifest(folder, Manifest(base_model=BaseModel("m", "0"), skills=skills, parents=parents))


@pytest.mark.parametrize("serving_rank", [None, 1, 2])
def test_7_15_a_mixed_batch_gives_every_row_what_it_gets_alone(
    serving_rank: int | None, model: Any, library: SkillLibrary, ids: Tensor
) -> None:
    attachment = attach(model, library, serving_rank=serving_rank)
    rows = ["s2", None, "s0", "s1"]
    alone = []
    for i, skill in enumerate(rows):
        attachment.select(skill)
        alone.append(logits(model, ids[i : i + 1])[0])
    attachment.select(rows)
    mixed = logits(model, ids)
    attachment.detach()
    for one, other in zip(mixed, alone, strict=True):
        assert float((one - other).abs().max()) <= 1e-4 * float(other.abs().max())
        assert torch.equal(one.argmax(-1), other.argmax(-1))
