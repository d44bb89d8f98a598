"""The merge of a night's skills."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from sleepy_coder.adapters.library_files import write_library
from sleepy_coder.curation.candidate import merge_learned
from sleepy_coder.curation.forgetting import _Past, _with
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill
from sleepy_coder.registry.version import Version
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import fold_factors
from sleepy_coder.share.merge import initialise


@pytest.mark.parametrize(("tolerance", "refused"), [(0.1, ("new",)), (0.3, ())])
def test_a_skill_that_loses_what_the_setting_allows_is_taken(
    tolerance: float, refused: tuple[str, ...], tmp_path: Path
) -> None:
    """The cap makes it lose a quarter. By default all merges together may cost 0.2."""
    one, strength = torch.eye(9, dtype=torch.float64), torch.tensor([1.0, 0.255], dtype=torch.float64)
    library = initialise({"old": {"m": fold_factors(one[:, :2], one[:, :2])}}, tolerance=0.0).library
    write_library(tmp_path, library)
    folded = {"m": fold_factors(one[:, 4:6] * strength, one[:, 4:6])}
    learned: Any = [SimpleNamespace(record=SimpleNamespace(skill="new"), folded=folded)]
    settings = Settings(merge_tolerance=tolerance, basis_columns_cap=3)
    base = Manifest(base_model=BaseModel("m", "0"), skills={})
    assert merge_learned(Version("v", tmp_path, base), learned, settings).refused == refused
    made = Manifest(base_model=base.base_model, skills={"new": Skill(signatures=(), served="")}, night="n")
    again = _with(_Past(library, {}, {}), Version("w", tmp_path, made), {"new": folded}, settings)
    assert again.library.skill("new").pending == bool(refused), "a merge is done again on the same terms"
