"""Strict learning touches no old example; almost strict says that it did."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import Mode, initialise
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.measure import fit
from sleepy_coder.training.skill import SkillPlan
from sleepy_coder.training.strategy import ALMOST_STRICT, STRICT, merge_by

PLAN = SkillPlan(steps=4, rate=1e-2, tokens_per_batch=400, longest=512, phi=2, rank=None, fits_at=0.0, seed=1)


@pytest.fixture
def model(new_model: Callable[..., Any]) -> Any:
    return new_model()


@pytest.fixture
def attachment(model: Any) -> Attachment:
    return attach(model)


def adapter(attachment: Attachment, seed: int) -> FoldedAdapter:
    made = LoRAAdapter(attachment.shapes, rank=2, seed=1)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, tensor in made.tensors.items():
            if name.endswith(".B"):
                tensor.normal_(std=0.05, generator=generator)
    return made.folded()


@pytest.fixture
def library(attachment: Attachment) -> SkillLibrary:
    return initialise({"old": adapter(attachment, 0), "other": adapter(attachment, 1)}, tolerance=0.0).library


def test_strict_reads_no_old_example_and_moves_no_old_bit(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    class Untouchable(dict[str, list[TokenRow]]):
        def __getitem__(self, key: str) -> list[TokenRow]:
            raise AssertionError("an old example was read")

    kept, new = Untouchable(old=rows), {"new": adapter(attachment, 2)}
    merged = merge_by(STRICT, library, new, model, attachment, kept, PLAN, padding=0)
    assert merged.mode is Mode.STRICT
    assert all(merged.library.digest(skill) == library.digest(skill) for skill in ("old", "other"))


def test_almost_strict_refines_the_old_skills_it_has_examples_of_and_says_so(
    model: Any, attachment: Attachment, library: SkillLibrary, rows: list[TokenRow]
) -> None:
    def loss_of_old(served: SkillLibrary) -> float:
        attachment.load(served)
        attachment.select("old")
        found = fit(model, rows[:8], padding=0).loss
        attachment.select(None)
        return found

    new = {"new": adapter(attachment, 2)}
    merged = merge_by(ALMOST_STRICT, library, new, model, attachment, {"old": rows[:8]}, PLAN, padding=0)
    assert merged.mode is Mode.ALMOST_STRICT
    assert loss_of_old(merged.library) < loss_of_old(library)
    assert merged.library.digest("other") == library.digest("other")
    assert "new" in merged.library.skills
    nothing = merge_by(ALMOST_STRICT, library, new, model, attachment, {}, PLAN, padding=0)
    assert nothing.mode is Mode.STRICT, "the mode is what happened"
