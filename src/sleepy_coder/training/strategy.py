"""Strict and almost strict continual learning, by name, so that neither happens silently.

strict         a new skill is learned and merged; no old example is touched
almost strict  afterwards each old skill's core is trained on, in the frozen basis, on a little of its old data

(arXiv 2602.06043, section 3.) What a merge did stands in `Merge.mode`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sleepy_coder.adapters.attach import Attachment
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import Merge, Mode, merge
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.skill import SkillPlan, TrainedSkill, train_in_basis


@dataclass(frozen=True, slots=True)
class Strategy:
    """How many examples of each old skill may be used again, and for how many steps; 0 of either is strict."""

    mode: Mode
    old_rows: int
    old_steps: int


STRICT = Strategy(Mode.STRICT, 0, 0)
ALMOST_STRICT = Strategy(Mode.ALMOST_STRICT, 16, 8)


def merge_by(
    strategy: Strategy,
    library: SkillLibrary,
    new: Mapping[str, FoldedAdapter],
    model: Any,
    attachment: Attachment,
    kept: Mapping[str, Sequence[TokenRow]],
    plan: SkillPlan,
    *,
    padding: int,
    **terms: Any,
) -> Merge:
    """Merge `new`; if the strategy is almost strict, refine the old skills in the merged basis and merge those again.

    kept: examples of old skills, the first of which are used; terms: of `share.merge.merge`. A refinement after which
    the examples are fitted worse than before is dropped. The mode is what happened: without old examples it is strict.
    """
    merged = merge(library, new, **terms)
    if strategy.mode is Mode.STRICT:
        return merged
    refined = {}
    for skill in sorted(kept.keys() & library.skills.keys() - new.keys() - set(merged.refused)):
        rows = kept[skill][: strategy.old_rows]
        if rows:
            found = _refined(
                merged.library, skill, rows, model, attachment, replace(plan, steps=strategy.old_steps), padding
            )
            if found.after.loss < found.before.loss:
                refined[skill] = found.folded
    return merge(merged.library, refined, refined=tuple(refined), **terms) if refined else merged


def _refined(
    library: SkillLibrary,
    skill: str,
    rows: Sequence[TokenRow],
    model: Any,
    attachment: Attachment,
    plan: SkillPlan,
    padding: int,
) -> TrainedSkill:
    """The skill's core trained on from where it is; no columns are opened."""
    coefficients_only = replace(plan, phi=0, rank=None)
    return train_in_basis(
        model, attachment, library, rows, rows, coefficients_only, padding=padding, warm=skill, served=skill
    )
