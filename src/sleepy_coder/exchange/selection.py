"""What to export: one skill, a weighted mixture of several, or all of a version's."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import torch

from sleepy_coder.errors import UsageError
from sleepy_coder.share.fold import FoldedAdapter, fold_factors
from sleepy_coder.share.library import Skill, SkillLibrary, served_private


class Selection(NamedTuple):
    """The library to ask, a mixture added where there is one, and the skills' ΔW by id."""

    library: SkillLibrary
    skills: dict[str, FoldedAdapter]


def select(library: SkillLibrary, wanted: Sequence[str], *, everything: bool) -> Selection:
    """`wanted` are ids, or `ID=WEIGHT` for the parts of one mixture. Raises UsageError for what the library lacks."""
    if everything:
        if wanted:
            raise UsageError("--routed exports all skills: leave --skill out")
        return Selection(library, {skill: library.folded(skill) for skill in sorted(library.skills)})
    if not wanted:
        raise UsageError("which skill? Name one with --skill ID, several with weights, or all with --routed")
    parts = dict(_part(text) for text in wanted)
    if len(parts) < len(wanted):
        raise UsageError("a skill is named twice: give each --skill ID once, with one weight")
    unknown = parts.keys() - library.skills.keys()
    if unknown:
        known = ", ".join(sorted(library.skills)) or "none"
        raise UsageError(f"the library has no skill {min(unknown)!r}; it has {known}")
    if len(parts) == 1 and set(parts.values()) == {1.0}:
        (skill,) = parts
        return Selection(library, {skill: library.folded(skill)})
    name = "+".join(sorted(parts))[:80]
    mixed = mixture({skill: library.folded(skill) for skill in parts}, parts)
    norms = {matrix: own.norm for matrix, own in mixed.items()}
    entry = Skill({}, library.merges, norms, dict.fromkeys(norms, 0.0), mixed)
    return Selection(replace(library, skills={**library.skills, name: entry}), {name: mixed})


def mixture(skills: Mapping[str, FoldedAdapter], weights: Mapping[str, float]) -> FoldedAdapter:
    """Σ weight·ΔW per matrix, exactly: factors side by side, folded again."""
    mixed = {}
    for matrix in sorted({name for folded in skills.values() for name in folded}):
        own = [(weights[skill], folded[matrix]) for skill, folded in sorted(skills.items()) if matrix in folded]
        left = torch.cat([weight * one.scaled_left.double() for weight, one in own], 1)
        mixed[matrix] = served_private(fold_factors(left, torch.cat([one.right.double() for _, one in own], 1)))
    return mixed


def _part(text: str) -> tuple[str, float]:
    skill, equals, weight = text.partition("=")
    try:
        value = float(weight) if equals else 1.0
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UsageError(f"{weight!r} is no weight: write --skill ID=0.5")
    return skill, value
