"""What each arm trains, keeps in memory and keeps on the disk, on the stream of the sequential experiment.

`trained_per_skill` counts everything that received a gradient: temporary columns, coefficients that were trained before
these were opened, refinements of old skills. Bytes are those of float32. An arm that combines what another's learner
trained is charged with that training. The table of larger models, which `benchmark run parameters` makes alone, is in
it as well, so that one file answers for both.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sleepy_coder.benchmarks import parameters as larger
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.experiments.sequence.arms import ARMS, SUGGESTIONS, UNLEARNED
from sleepy_coder.experiments.sequence.course import Course, make_course
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.kept import Facts, Store
from sleepy_coder.experiments.sequence.learners.learner import Learner, School
from sleepy_coder.experiments.sequence.learners.share import RandomBasis, Share
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.tuning import learner_setting, tune
from sleepy_coder.experiments.sequence.work import model_here, new_learner, opened
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.share.ledger import break_even_tasks, byte_lines
from sleepy_coder.share.library import SkillLibrary

LORA_RANK = 8
WIDTH = 4
RANKS = (1, 2, 4, 8)
"""Serving ranks p at which bytes and break-even are told."""

NOTHING = (SUGGESTIONS, *UNLEARNED)

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Finished:
    learner: Learner
    facts: tuple[Facts, ...]


def run(compiler: Compiler, *, quick: bool, middle: bool = False, tell: Tell = lambda words: None) -> dict[str, Any]:
    """All arms as one JSON object; what the sequential experiment trained before is not trained again."""
    form = chosen(quick=quick, middle=middle)
    folder = folder_of("sequential", form, compiler)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell)
    tuned = tune(form, folder, *executor_for(form))
    school = School(model_here(), form, Store(folder / "trained"))
    done: dict[str, _Finished] = {}
    for learner in dict.fromkeys(arm.learner for arm in ARMS.values()):
        tell(learner)
        setting = learner_setting(learner, tuned)
        done[learner] = _learned(new_learner(learner, school, setting, form.seeds[0], len(course.lessons)), course)
    lora = sum(LORA_RANK * sum(shape) for shape in school.model.attachment.shapes.values())
    rows = {name: _row(name, done[arm.learner], lora) for name, arm in ARMS.items()}
    nothing = {"trained_per_skill": 0.0, "resident_bytes": 0, "stored_bytes": 0}
    counted = larger.run(quick=False, tell=tell)
    return {
        "schema": "sleepy-coder/parameters/1",
        "form": form.name,
        "skills": len(course.lessons),
        "lora_numbers": lora,
        "arms": {**dict.fromkeys(NOTHING, nothing), **rows},
        "share": _share(done["share"], lora, form),
        **{key: counted[key] for key in ("models", "k", "rank")},
        "provenance": origin(form, form.seeds[:1], compiler),
    }


def _learned(learner: Learner, course: Course) -> _Finished:
    return _Finished(learner, tuple(learner.night(lesson) for lesson in course.order(learner.seed)))


def _row(name: str, done: _Finished, lora: int) -> dict[str, Any]:
    """One arm after all skills: numbers trained, bytes in memory while it serves, and bytes that it must keep."""
    trained = _mean([fact.trained_numbers for fact in done.facts])
    learner, skills = done.learner, len(done.facts)
    if isinstance(learner, Share):
        shared, core = _shared(learner.library)
        averaged = name.startswith("share_averaged")
        resident = shared + core * (1 if averaged else skills)
        stored = shared + core * skills + _archive(learner)
        skipped = {"skills_without_expansion": 1 - _mean([fact.expanded for fact in done.facts])}
    else:
        adapters = sum(
            matrix.rank * (len(matrix.left) + len(matrix.right)) * WIDTH
            for folded in learner.adapters().values()
            for matrix in folded.values()
        )
        resident = stored = adapters
        skipped = {}
    return {
        "trained_per_skill": trained,
        "times_fewer_than_lora": lora / trained if trained else None,
        "resident_bytes": resident,
        "resident_bytes_per_skill": resident / skills,
        "stored_bytes": stored,
        "stored_bytes_per_skill": stored / skills,
        **skipped,
    }


def _shared(library: SkillLibrary) -> tuple[int, int]:
    """Bytes of the basis with its weights, and of one skill's cores."""
    lines = {line.what: line.bytes for line in byte_lines(library, p=1, phi=0, rank=LORA_RANK)}
    return lines["basis"] + lines["basis weights"], lines["core per skill"]


def _archive(learner: Share) -> int:
    """Bytes of the folded originals, which make the ledger exact; a control keeps none."""
    if isinstance(learner, RandomBasis):
        return 0
    return sum(
        one.rank * (len(one.left) + len(one.right) + 1) * WIDTH
        for folded in learner.originals.values()
        for one in folded.values()
    )


def _share(done: _Finished, lora: int, form: Form) -> dict[str, Any]:
    """What serving at rank p would take, and which skills the frozen basis was enough for: without an expansion are
    also those for which columns were opened in vain."""
    learner = done.learner
    assert isinstance(learner, Share)
    tried = opened(learner, done.facts, form)
    never = [fact for fact, one in zip(done.facts, tried, strict=True) if not one]
    by_rank = {}
    for p in RANKS:
        lines = {line.what: line.numbers for line in byte_lines(learner.library, p=p, phi=0, rank=LORA_RANK)}
        resident = lines["coefficients resident per skill"]
        by_rank[str(p)] = {
            "resident_bytes_per_skill": WIDTH * resident,
            "times_smaller_than_lora": lora / resident,
            "break_even_skills": break_even_tasks(learner.library, p=p, rank=LORA_RANK),
        }
    return {
        "skills_without_expansion": 1 - _mean([fact.expanded for fact in done.facts]),
        "skills_never_expanded": len(never) / len(done.facts),
        "trained_where_never_expanded": _mean([fact.trained_numbers for fact in never]),
        "ledger_bytes": {line.what: line.bytes for line in byte_lines(learner.library, p=1, phi=4, rank=LORA_RANK)},
        "p": by_rank,
        "columns": _columns(learner.library),
    }


def _columns(library: SkillLibrary) -> Mapping[str, float]:
    sizes = [side.size for basis in library.bases.values() for side in (basis.beta, basis.alpha)]
    return {"mean": _mean(sizes), "largest": max(sizes)}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
