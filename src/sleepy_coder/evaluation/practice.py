"""Practice items: verified breaks answered greedily by a library and judged by policy, compiler and output.

An item whose route and whose skill's served bits are the same under two libraries is answered alike by construction:
`trial` carries the first answer over instead of generating it twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.routing.router import Route, Router
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.projects import OracleAnswer
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

RETRIES = 8
"""Answers of which one must be right, for a canary that was lost at first."""


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """One broken program to judge libraries by. `skill` is the skill it is an item of, where there is one."""

    id: str
    group: Group
    skill: str | None
    pair: Pair


@dataclass(frozen=True, slots=True)
class Judged:
    """An item's answer under one library: where it was sent, the edits, the verdict."""

    route: Route
    edits: tuple[Edit, ...] | None
    verdict: Verdict

    @property
    def passed(self) -> bool:
        """Only a program that compiles and prints what the original prints has passed."""
        return self.verdict is Verdict.FIXED


def routes(items: Sequence[PracticeItem], router: Router) -> list[Route]:
    """Where each item's error goes."""
    return [router.route(item.pair.diagnostic) for item in items]


def judge_items(
    items: Sequence[PracticeItem], sent: Sequence[Route], model: LanguageModel, compiler: Compiler
) -> list[Judged]:
    """Greedy answers under the routed skills in one batch, then one verdict each."""
    if not items:
        return []
    contexts = [RepairContext(item.pair.broken, item.pair.diagnostic) for item in items]
    skills = [route.skill for route in sent]
    candidates = model.propose(contexts, attempts=1, seed=0, skills=skills)
    return judge_answers(items, sent, [found[0].edits for found in candidates], compiler)


def judge_answers(
    items: Sequence[PracticeItem],
    sent: Sequence[Route],
    answers: Sequence[tuple[Edit, ...] | None],
    compiler: Compiler,
) -> list[Judged]:
    """One verdict for each item's answer."""
    return [
        Judged(route, edits, _verdict(item.pair, edits, compiler))
        for item, route, edits in zip(items, sent, answers, strict=True)
    ]


def passes_on_retry(item: PracticeItem, route: Route, model: LanguageModel, compiler: Compiler) -> bool:
    """Whether any of several answers passes: a canary's second chance."""
    context = RepairContext(item.pair.broken, item.pair.diagnostic)
    found = model.propose([context], attempts=RETRIES, seed=1, skills=[route.skill])[0]
    return any(_verdict(item.pair, candidate.edits, compiler) is Verdict.FIXED for candidate in found)


def _verdict(pair: Pair, edits: tuple[Edit, ...] | None, compiler: Compiler) -> Verdict:
    if edits is not None and _is_original(pair, edits):
        return Verdict.FIXED
    situation = Situation(pair.broken, (pair.diagnostic,), (pair.diagnostic,))
    return Judge(_PairProject(pair, compiler)).verify(situation, [edits])[0].verdict


def _is_original(pair: Pair, edits: tuple[Edit, ...]) -> bool:
    """The edits restore the program that the break was made from, which rustc has seen green."""
    return pair.broken.apply(edits).digest == pair.green.digest


class _PairProject:
    """A pair as a project: right is what prints the same as the original."""

    tested = True

    def __init__(self, pair: Pair, compiler: Compiler) -> None:
        self.tree = pair.broken
        self._green = pair.green
        self._compiler = compiler

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        return self._compiler.check_many(trees)

    def consult(self, tree: SourceTree) -> OracleAnswer:
        wanted, got = self._compiler.run(self._green), self._compiler.run(tree)
        same = got.compiled and (got.status, got.stdout) == (wanted.status, wanted.stdout)
        return OracleAnswer(same, "prints what the original prints" if same else "prints something else", got.timed_out)
