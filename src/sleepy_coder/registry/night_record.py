"""What one night did, as a value: written by the night, read by `status`, the reports and the demo."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

NOT_MERGED = "not merged"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """Training of one skill at one step: loss in nats on the batch."""

    step: int
    loss: float


@dataclass(frozen=True, slots=True)
class DataCard:
    """What a skill was trained on: examples by origin, repository, author and signature; for each reason to leave
    something out, how much of each origin.

    `sources` are the episodes, and the owner's crates, that are behind them; `holdout` counts the newest real repairs,
    which are kept from training until newer ones take their place; `cut` says that the clock ended the search for more.
    """

    examples: int
    holdout: int
    origins: dict[str, int]
    repositories: dict[str, int]
    authors: dict[str, int]
    signatures: dict[str, int]
    left_out: dict[str, dict[str, int]]
    sources: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class SkillRecord:
    """One skill that the night trained.

    `kind` is "coefficients" (frozen basis) or "expansion" (φ temporary columns a side); `trained_numbers` counts every
    number that received a gradient, `trained_tensors` their names by kind with counts. `exact_*` is the fraction of
    held-out examples answered exactly without search, "before" by what was served: the skill itself where it is taught
    again, else the base model. `estimate`, `guarantee`, `exact_error` are the ledger's line,
    relative to ‖ΔW‖; `norm` is ‖ΔW‖ itself; `fate` is merged, pending, or `NOT_MERGED` where the
    held-out examples did not improve. `choices` say in words why it was due, where it started and what it needed.
    `holdout_*` count the examples of the rotating holdout that are answered exactly.
    """

    skill: str
    code: str
    signatures: tuple[str, ...]
    failures: int
    examples: int
    origins: dict[str, int]
    kind: str
    warm_start: str | None
    steps: int
    planned_steps: int
    seconds: float
    trained_numbers: int
    trained_tensors: dict[str, int]
    norm: float
    exact_before: float
    exact_after: float
    curve: tuple[CurvePoint, ...]
    fate: str = "merged"
    estimate: float = 0.0
    guarantee: float = 0.0
    exact_error: float | None = None
    choices: tuple[str, ...] = ()
    card: DataCard | None = None
    holdout_before: int = 0
    holdout_after: int = 0


@dataclass(frozen=True, slots=True)
class BasisRecord:
    """k over the matrices (least and most, per side) before and after the merge; p 0 is the full core."""

    k_before: tuple[int, int]
    k_after: tuple[int, int]
    p: int
    phi: int
    mode: str
    appended_only: bool
    basis_bytes: int
    cores_bytes: int


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One gate item: verdicts before and after, and where each library sent it (None: the base model)."""

    id: str
    group: str
    skill: str | None
    family: str
    before: str
    after: str
    route_before: str | None
    route_after: str | None
    identical: bool


@dataclass(frozen=True, slots=True)
class LedgerRecord:
    """One skill's line in the ledger after the merge."""

    skill: str
    fate: str
    estimate: float
    guarantee: float
    exact: float | None


def with_fate(record: SkillRecord, ledger: Sequence[LedgerRecord]) -> SkillRecord:
    """The skill's record with its line of the ledger in it."""
    row = next((row for row in ledger if row.skill == record.skill), None)
    if row is None:
        return record
    return replace(record, fate=row.fate, estimate=row.estimate, guarantee=row.guarantee, exact_error=row.exact)


@dataclass(frozen=True, slots=True)
class NightRecord:
    """`nights/<id>/night.json`. `decision` is `Decision.to_json()`; `seconds` per stage and in all under "total".

    `stored_bytes` are those of the night's folder and of its candidate; `joules` what the processor took, None where
    that cannot be read.
    """

    id: str
    number: int
    started: str
    model: str
    incumbent: str
    candidate: str | None
    budget_seconds: float
    cut: bool
    plan: dict[str, Any]
    retrial: bool = False  # nothing was learned: an undecided candidate was judged again
    promoted: bool = False
    outcome: str = "keep"
    reason: str = ""
    skills: tuple[SkillRecord, ...] = ()
    not_due: dict[str, str] = field(default_factory=dict)
    basis: BasisRecord | None = None
    ledger: tuple[LedgerRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    decision: dict[str, Any] | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    stored_bytes: int | None = None
    joules: float | None = None
    provenance: dict[str, Any] = field(default_factory=dict)
    schema: str = "sleepy-coder/night/1"
