"""How large a run is. Every form gives the same keys; only the full one may be called so."""

from dataclasses import asdict, dataclass
from typing import Any

from sleepy_coder.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`examples` and `practice` are verified breaks of each skill, to learn from and to tune by; `items` the evaluation
    items of each skill, `known` those of families that the base model knows. `trials` are the settings that every
    learned arm may try on the `tuning_skills`, which are in no stream. A skill trains for `steps` steps of
    `tokens_per_batch` tokens.
    """

    name: str
    skills: int
    seeds: tuple[int, ...]
    examples: int
    practice: int
    items: int
    known: int
    canaries: int
    steps: int
    tokens_per_batch: int
    trials: int
    tuning_skills: int

    @property
    def full(self) -> bool:
        """Whether results may say so."""
        return self.name == FULL.name

    @property
    def size(self) -> dict[str, Any]:
        """All but the seeds, and the name: what one seed has in common with another."""
        return {what: value for what, value in asdict(self).items() if what not in ("name", "seeds")}

    @property
    def held_out(self) -> int:
        """Of the examples, those that no arm trains on: they tell whether the basis fits."""
        return max(2, self.examples // 8)


QUICK = Form(
    name="quick",
    skills=2,
    seeds=(1,),
    examples=12,
    practice=2,
    items=2,
    known=2,
    canaries=2,
    steps=2,
    tokens_per_batch=384,
    trials=1,
    tuning_skills=1,
)
MIDDLE = Form(
    name="middle",
    skills=4,
    seeds=(1, 2),
    examples=48,
    practice=8,
    items=6,
    known=12,
    canaries=12,
    steps=16,
    tokens_per_batch=1280,
    trials=2,
    tuning_skills=1,
)
FULL = Form(
    name="full",
    skills=20,
    seeds=(1, 2, 3, 4, 5),
    examples=120,
    practice=16,
    items=10,
    known=100,
    canaries=60,
    steps=28,
    tokens_per_batch=1920,
    trials=4,
    tuning_skills=4,
)
FORMS = {form.name: form for form in (QUICK, MIDDLE, FULL)}


def chosen(*, quick: bool, middle: bool) -> Form:
    """The form that was asked for. Raises UsageError for both at once."""
    if quick and middle:
        raise UsageError("--quick and --middle are different forms: choose one")
    return QUICK if quick else MIDDLE if middle else FULL
