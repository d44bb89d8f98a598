"""Where training starts: at the skill itself, as far as the basis can say it, else at another."""

from types import SimpleNamespace
from typing import Any

import pytest
import torch

from sleepy_coder.curation import nearest as module
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.curation.nearest import nearest
from sleepy_coder.registry.manifest import Skill
from sleepy_coder.share.fold import FoldedAdapter, fold_factors
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise, merge

DUE = DueSkill("due", (), ("E0001|x",), 3)


def adapter(left: torch.Tensor, right: torch.Tensor) -> FoldedAdapter:
    return {"m": fold_factors(left, right)}


def refused(within: float) -> SkillLibrary:
    """A library with the skill `other`, and `due` as no merge took it: `within` times a direction of the basis, and one
    that is not in it."""
    one = torch.eye(8, dtype=torch.float64)
    library = initialise({"other": adapter(one[:, :2], one[:, :2])}).library
    new = adapter(torch.stack([within * one[0], one[5]], 1), one[:, [0, 5]])
    merged = merge(library, {"due": new}, k_cap=2, budget=0.1)
    assert merged.refused == ("due",)
    return merged.library


def test_a_skill_that_no_merge_took_starts_from_its_part_in_the_basis() -> None:
    assert nearest(DUE, [], refused(3.0), {}, None, 4).skill == "due"  # type: ignore[arg-type]  # no model is asked


def test_it_starts_from_another_where_the_basis_says_little_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[str | None] = [None]
    attachment = SimpleNamespace(load=lambda library: None, select=served.append)
    model: Any = SimpleNamespace(attachment=attachment, model=None, chat=SimpleNamespace(padding=0))
    monkeypatch.setattr(module, "fit", lambda *_, **__: SimpleNamespace(loss=1.0 if served[-1] is None else 0.5))
    skills = {name: Skill(signatures=("E0001|y",), served="") for name in ("due", "other")}
    assert nearest(DUE, [], refused(0.1), skills, model, 4).skill == "other"


def test_a_merged_skill_starts_from_itself() -> None:
    library = initialise({"due": adapter(torch.eye(8)[:, :2], torch.eye(8)[:, :2])}).library
    assert nearest(DUE, [], library, {}, None, 4).skill == "due"  # type: ignore[arg-type]  # no model is asked
