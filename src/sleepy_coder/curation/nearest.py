"""Where the training of a new skill starts: at the known skill that already answers some of its examples best."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sleepy_coder.adapters.share_layer import warm_cores
from sleepy_coder.curation.due import DueSkill
from sleepy_coder.registry.manifest import Skill
from sleepy_coder.rust.signature import Signature
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.measure import fit

if TYPE_CHECKING:
    from sleepy_coder.lm.local import LocalModel

ROWS = 8
"""Training examples on which the skills are tried: 17 times 16 took as long as the training of a small skill."""
ENOUGH = 0.5
"""Of the energy of a pending skill's ΔW, so much must lie in the basis for its training to go on from there."""


class Start(NamedTuple):
    """A skill to start from (None: from nothing), and why in words."""

    skill: str | None
    why: str


def nearest(
    due: DueSkill,
    rows: Sequence[TokenRow],
    library: SkillLibrary,
    skills: Mapping[str, Skill],
    model: "LocalModel",
    most: int,
) -> Start:
    """The skill itself if the basis says most of what it knows, else of the `most` likeliest others (those of the same
    error code first) the one under which the loss on some training examples is least, if that is less than the base
    model's own.
    """
    if due.skill in library.skills and _said(library, due.skill) >= ENOUGH:
        return Start(due.skill, "started from what it knew")
    codes = {Signature.of(key).code for key in due.signatures}

    def strangeness(name: str) -> tuple[bool, str]:
        return codes.isdisjoint(Signature.of(key).code for key in skills[name].signatures), name

    tried = sorted((name for name in library.skills if name in skills and library.cores(name)), key=strangeness)[:most]
    if not tried:
        return Start(None, "started from nothing: there is no other skill")
    model.attachment.load(library)
    losses: dict[str | None, float] = {}
    for name in (None, *tried):
        model.attachment.select(name)
        losses[name] = fit(model.model, rows[:ROWS], padding=model.chat.padding).loss
    model.attachment.select(None)
    best = min(losses, key=lambda name: losses[name])
    if best is None:
        return Start(None, f"started from nothing: none of {len(tried)} skills knows more of it than the base model")
    return Start(
        best,
        f"started from {best}, the nearest of {len(tried)}: loss {losses[best]:.2f}, base model {losses[None]:.2f}",
    )


def _said(library: SkillLibrary, skill: str) -> float:
    """The share of the energy of the skill's ΔW, as trained, that training in the basis would start with."""
    start = sum(float(core.double().square().sum()) for core in warm_cores(library, skill).values())
    whole = sum(norm**2 for norm in library.skill(skill).norms.values())
    return start / whole if whole else 0.0
