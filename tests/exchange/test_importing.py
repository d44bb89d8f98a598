"""A LoRA from elsewhere becomes a skill that says what it said there; one of another base model never does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from sleepy_coder.adapters.peft_files import export_peft
from sleepy_coder.curation.first_library import write_first_library
from sleepy_coder.errors import UsageError
from sleepy_coder.exchange.importing import import_skill
from sleepy_coder.exchange.merged import merge_into, with_rounded_weights, write_merged
from sleepy_coder.exchange.selection import select
from sleepy_coder.lm.local import load
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.version import Version
from sleepy_coder.share.merge import initialise

Made = Callable[[str], tuple[Any, Any]]
SIGNATURE = "E0308|mismatched types"


def logits(model: Any, skill: str | None = None) -> torch.Tensor:
    model.attachment.select(skill)
    with torch.no_grad():
        found: torch.Tensor = model.model(torch.arange(5, 40)[None]).logits
    model.attachment.select(None)
    return found


@pytest.fixture
def registry(tmp_path: Path, made: Made) -> tuple[Registry, Version]:
    registry = Registry(tmp_path / "home")
    (tmp_path / "first").mkdir()
    return registry, registry.install_initial(write_first_library(tmp_path / "first", made("qwen2")[0]))


def test_an_imported_skill_says_what_the_adapter_said(
    registry: tuple[Registry, Version], made: Made, tmp_path: Path
) -> None:
    model, folded = made("qwen2")
    base = logits(model)
    export_peft(tmp_path / "peft", folded)
    version, _ = import_skill(tmp_path / "peft", "mine", [SIGNATURE], model, *registry)
    assert version.manifest.skills["mine"].signatures == (SIGNATURE,)
    assert registry[0].current_id() == registry[1].id, "nothing is served unasked"
    model.load_library(version.path)
    expected = logits(load_merged(model, folded, tmp_path))
    torch.testing.assert_close(logits(model, "mine"), expected, rtol=1e-5, atol=1e-5)
    assert float((expected - base).abs().max()) > 0.01
    torch.testing.assert_close(logits(model), base, rtol=0, atol=0)
    with pytest.raises(UsageError, match="a skill mine already"):
        import_skill(tmp_path / "peft", "mine", [], model, registry[0], version)
    with pytest.raises(UsageError, match="belongs to mine already"):
        import_skill(tmp_path / "peft", "other", [SIGNATURE], model, registry[0], version)


def load_merged(model: Any, folded: Any, folder: Path) -> Any:
    write_merged(folder / "merged", merge_into(model.model, folded), model.tokenizer)
    return load(str(folder / "merged"))


def test_a_merged_model_in_half_precision_is_the_float32_one_with_its_weights_rounded(
    made: Made, tmp_path: Path
) -> None:
    model, folded = made("llama")
    merged = merge_into(model.model, folded)
    write_merged(tmp_path / "half", merged, model.tokenizer, "bfloat16")
    found = logits(load(str(tmp_path / "half"), precision="float32"))
    ids = torch.arange(5, 40)[None]
    with torch.no_grad():
        expected, exact = with_rounded_weights(merged, "bfloat16", vectors=True)(ids).logits, merged(ids).logits
    torch.testing.assert_close(found, expected, rtol=0, atol=1e-6)
    assert 0 < float((exact - expected).abs().max()) < 0.1


def test_an_adapter_of_another_base_model_is_refused(
    registry: tuple[Registry, Version], made: Made, tmp_path: Path
) -> None:
    model = made("qwen2")[0]
    export_peft(tmp_path / "peft", made("qwen3")[1])
    with pytest.raises(UsageError, match=r"adapter of another model: it changes .*name its own base with --model"):
        import_skill(tmp_path / "peft", "mine", [], model, *registry)


def test_a_mixture_is_the_weighted_sum_and_what_is_not_there_is_named(made: Made) -> None:
    model, folded = made("qwen2")
    library = initialise({"one": folded, "two": folded}, tolerance=0.0).library
    chosen = select(library, ["one=0.25", "two=0.5"], everything=False)
    (mixed,) = chosen.skills.values()
    for matrix, own in folded.items():
        whole = 0.75 * (own.scaled_left @ own.right.T).float()
        found = (mixed[matrix].scaled_left @ mixed[matrix].right.T).float()
        torch.testing.assert_close(found, whole, rtol=1e-5, atol=1e-5)
    assert select(library, [], everything=True).skills.keys() == {"one", "two"}
    model.attachment.load(chosen.library)
    assert float((logits(model, "one+two") - logits(model)).abs().max()) > 0.01
    for wanted, words in (
        *((["three"], "no skill 'three'"), ([], "which skill"), (["one=0.3", "one=0.7"], "named twice")),
        *(([f"one={weight}"], "no weight") for weight in ("x", "nan", "inf", "")),
    ):
        with pytest.raises(UsageError, match=words):
            select(library, wanted, everything=False)
