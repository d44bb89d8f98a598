"""Many skills in one library: what becomes of the first, and does the ledger tell the truth?

Skills are families of breaks, which split errors by operator and construct: first those that the model was never
taught, then those that its first library knows, then its own. Each is really trained, merged on a night of its own, and
asked for by an oracle. Once with the basis free to grow, so that merges only append, once under a cap and without a
budget of what skills may lose, so that merges have to turn and cut: what the algorithm does as published. A night has
both, a cap and a budget, and refuses such merges.
"""

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.judge import judge
from sleepy_coder.experiments.sequence.answers import Asker
from sleepy_coder.experiments.sequence.arms import by_oracle
from sleepy_coder.experiments.sequence.course import Course, all_families, make_course
from sleepy_coder.experiments.sequence.form import FULL, MIDDLE, QUICK, Form, chosen
from sleepy_coder.experiments.sequence.kept import Store
from sleepy_coder.experiments.sequence.learners.learner import School, Setting
from sleepy_coder.experiments.sequence.learners.share import Ground, Share
from sleepy_coder.experiments.sequence.state import executor_for, folder_of, origin
from sleepy_coder.experiments.sequence.work import course_in, model_here, use_threads
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.share.ledger import exact_error, ledger_row
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.tasks.verify import Verdict

SKILLS = {FULL.name: 100, MIDDLE.name: 8, QUICK.name: 3}
SETTING = Setting(5e-3, 0)
SEED = 1
CAP = {FULL.name: 64, MIDDLE.name: 48, QUICK.name: 47}
"""Columns of a side under the cap; library 0 has 46."""
ROUNDING = 1e-5
"""Of float32 in an error relative to ‖ΔW‖."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Work:
    name: str
    ground: Ground
    folder: Path
    form: Form
    compiler: Compiler
    threads: int | None


def run(compiler: Compiler, *, quick: bool, middle: bool = False, tell: Tell = lambda words: None) -> dict[str, Any]:
    """Both libraries as one JSON object."""
    whole = chosen(quick=quick, middle=middle)
    form = replace(whole, skills=SKILLS[whole.name], tuning_skills=0, known=0, canaries=0)
    folder = folder_of("longevity", form, compiler)
    with Cache(find_paths().cache / "verdicts.db") as verdicts:
        course = make_course(form, folder, compiler, verdicts, tell, all_families)
    grounds = {"growing": Ground(), "capped": Ground(cap=CAP[form.name], budget=math.inf)}
    executor, threads = executor_for(form)
    lives = executor.map(_live, [_Work(name, at, folder, form, compiler, threads) for name, at in grounds.items()])
    found = dict(zip(grounds, lives, strict=True))
    return {
        "schema": "sleepy-coder/longevity/1",
        "form": form.name,
        "skills": len(course.lessons),
        "first_skill": course.order(SEED)[0].skill,
        "libraries": found,
        "provenance": origin(form, [SEED], compiler),
    }


def _live(work: _Work) -> dict[str, Any]:
    """One library from its first skill to its last, wherever it is told to live."""
    use_threads(work.threads)
    course, school = course_in(work.folder), School(model_here(), work.form, Store(work.folder / "trained"))
    with Cache(find_paths().cache / "verdicts.db") as verdicts, Cache(work.folder / "answers.db") as known:
        return _life(work, school, course, Asker(school.model, known), verdicts)


def _life(work: _Work, school: School, course: Course, asker: Asker, verdicts: Cache) -> dict[str, Any]:
    learner, nights = Share(school, SETTING, SEED, work.ground), list[dict[str, Any]]()
    order = course.order(SEED)
    first = order[0].skill
    just_learned: dict[str, float] = {}
    beyond: set[str] = set()
    for number, lesson in enumerate(order, start=1):
        learner.night(lesson)
        just_learned |= _passed(learner, course, asker, work.compiler, verdicts, [lesson.skill])
        row = ledger_row(learner.library, first, learner.merges[-1].row(first).fate, learner.originals[first])
        beyond |= {first} if row.exact is not None and row.exact > row.guarantee + ROUNDING else set()
        passed = _passed(learner, course, asker, work.compiler, verdicts, [first])
        nights.append(
            {
                "night": number,
                "columns": _columns(learner.library),
                "pending": sum(skill.pending for skill in learner.library.skills.values()),
                "matrices_turned": len(learner.merges[-1].rotated),
                "first": {
                    "passed": passed[first],
                    "exact": row.exact,
                    "estimate": row.estimate,
                    "guarantee": row.guarantee,
                },
            }
        )
        told = f"longevity: {work.name}: night {number} of {len(order)}, first skill's error {row.exact:.4f}"
        print(told, file=sys.stderr, flush=True)
    at_end = _passed(learner, course, asker, work.compiler, verdicts, [one.skill for one in order])
    exact = {one: exact_error(learner.library, one, original) for one, original in learner.originals.items()}
    promised = {one: learner.merges[-1].row(one).guarantee for one in exact}
    return {
        "cap": work.ground.cap,
        "nights": nights,
        "trained_skills": len(exact),
        "worst_exact_error": max(exact.values()),
        "mean_exact_error": sum(exact.values()) / len(exact),
        "mean_guarantee": sum(promised.values()) / len(promised),
        "beyond_their_guarantee": sorted(beyond | {one for one in exact if exact[one] > promised[one] + ROUNDING}),
        "just_learned": just_learned,
        "at_end": at_end,
        "forgotten_points": 100 * sum(just_learned[one] - at_end[one] for one in at_end) / len(at_end),
    }


def _passed(
    learner: Share, course: Course, asker: Asker, compiler: Compiler, verdicts: Cache, skills: list[str]
) -> dict[str, float]:
    """Pass rates of these skills' items as the library serves them now."""
    asked = [question for question in course.questions if course.novel.get(question.task.id) in skills]
    answers = asker.ask(by_oracle(learner, SETTING), asked, course.novel)
    judged = judge(course.questions, list(answers.values()), compiler, verdicts)
    right = {item: one.verdict == Verdict.FIXED for item, one in zip(answers, judged, strict=True)}
    rates = {}
    for skill in skills:
        mine = [right.get(item, False) for item, owner in course.novel.items() if owner == skill]
        rates[skill] = sum(mine) / len(mine)
    return rates


def _columns(library: SkillLibrary) -> dict[str, float]:
    """k of all sides: the mean and the largest."""
    sizes = [side.size for basis in library.bases.values() for side in (basis.beta, basis.alpha)]
    return {"mean": sum(sizes) / len(sizes), "largest": max(sizes)}
