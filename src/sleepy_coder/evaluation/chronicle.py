"""What a merge, a trial and a gate have to say, put into the night's record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sleepy_coder.adapters.library_files import BASIS, CORES
from sleepy_coder.evaluation.decision import Decision
from sleepy_coder.evaluation.trial import Trial
from sleepy_coder.registry.night_record import BasisRecord, LedgerRecord, NightRecord, SkillRecord, with_fate
from sleepy_coder.registry.version import Version
from sleepy_coder.settings import Settings
from sleepy_coder.share.merge import Merge

NOTHING_DUE = "Keep the incumbent: no skill is due."
NOTHING_LEARNED = "Keep the incumbent: no skill answers held-out examples better than before."


@dataclass(slots=True)
class Findings:
    """What a night has come to so far; what it did not come to is None. `cut`: the clock ended a part of it."""

    skills: tuple[SkillRecord, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=dict)
    merged: Merge | None = None
    candidate: Version | None = None
    trial: Trial | None = None
    decision: Decision | None = None
    cut: bool = False


def chronicle(record: NightRecord, found: Findings, incumbent: Version, settings: Settings) -> NightRecord:
    """The record with skills, ledger, basis, items and decision; a night without a candidate kept its incumbent."""
    merged, candidate, decision = found.merged, found.candidate, found.decision
    rows = merged.rows if merged else ()
    ledger = tuple(LedgerRecord(row.skill, row.fate.value, row.estimate, row.guarantee, row.exact) for row in rows)
    return replace(
        record,
        candidate=candidate.id if candidate else None,
        promoted=decision is not None and decision.outcome == "promote",
        outcome=decision.outcome if decision else "keep",
        reason=decision.reason if decision else NOTHING_LEARNED if found.skills else NOTHING_DUE,
        skills=tuple(with_fate(skill, ledger) for skill in found.skills),
        not_due={**record.not_due, **found.waiting},
        basis=_basis(merged, incumbent, candidate, settings) if merged and candidate else None,
        ledger=ledger,
        items=found.trial.records if found.trial else (),
        decision=decision.to_json() if decision else None,
    )


def _basis(merged: Merge, incumbent: Version, candidate: Version, settings: Settings) -> BasisRecord:
    return BasisRecord(
        k_before=_columns(incumbent),
        k_after=_columns(candidate),
        p=settings.coefficient_rank,
        phi=settings.expansion_columns,
        mode=merged.mode.value,
        appended_only=merged.appended_only,
        basis_bytes=(candidate.path / BASIS).stat().st_size,
        cores_bytes=(candidate.path / CORES).stat().st_size,
    )


def _columns(version: Version) -> tuple[int, int]:
    """The least and the most columns that a side of a matrix has."""
    shapes = version.manifest.tensors.get("shapes", {}).values()
    sizes = [shape[side] for shape in shapes for side in ("k_beta", "k_alpha")]
    return min(sizes, default=0), max(sizes, default=0)
