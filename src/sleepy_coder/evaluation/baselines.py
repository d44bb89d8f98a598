"""Which families of a suite are easy: what the compiler's suggestions, or a copied training repair, mend unaided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, islice

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.card import Card, FamilyCard
from sleepy_coder.tasks.likeness import Index
from sleepy_coder.tasks.neighbours import Neighbours
from sleepy_coder.tasks.proof.prove import passed, prove, reported
from sleepy_coder.tasks.suites import Suite
from sleepy_coder.tasks.task import Task

PAIRS_PER_FAMILY = 16
"""Training repairs to copy from."""

SEED = 4
MOST_PAIRED = 4
"""Of one error's suggestions, the likelier ones, are also tried two at a time."""


def make_card(suite: Suite, compiler: Compiler, *, held_out: bool, known: Mapping[str, str] | None = None) -> Card:
    """The card of a suite that was just built. `known` are wrong repairs that its proof found; for tasks that are not
    in it they are found anew.
    """
    wrong = dict(known or {})
    rest = [task for task in suite.tasks if task.id not in wrong]
    wrong |= prove(rest, compiler).told_apart
    copied = Counter(task.family for task in copied_right(suite.tasks, compiler))
    suggested = Counter(task.family for task in suggested_right(suite.tasks, compiler))
    codes = {family.name: tuple(sorted(code or "no code" for code in family.codes)) for family in FAMILIES}
    families = {}
    for family in suite.families:
        mine = _of(suite, family)
        families[family] = FamilyCard(
            tasks=len(mine),
            codes=codes.get(family, ()),
            templates=tuple(sorted({task.template for task in mine if task.template})),
            nearest=_nearest(suite, family),
            tried=len(mine),
            copy_neighbour=copied[family],
            suggestions=suggested[family],
        )
    return Card(
        suite=suite.name,
        suite_digest=suite.digest,
        rustc=compiler.toolchain.version,
        families=families,
        easy_families=tuple(name for name, card in families.items() if card.easy),
        wrong_repairs={task.id: wrong[task.id] for task in suite.tasks if task.id in wrong},
        held_out=held_out,
    )


def copied_right(tasks: Sequence[Task], compiler: Compiler) -> list[Task]:
    """Those that the nearest training repair mends, copied without a thought."""
    neighbours = training_neighbours(compiler)
    errors = reported(tasks, compiler)
    proposed = []
    for number, (task, found) in enumerate(zip(tasks, errors, strict=True)):
        near = neighbours.nearest(task.tree, found[0]) if found else None
        tree = near.copied(task.tree, found[0]) if near is not None else None
        if tree is not None and tree.files != task.files:
            proposed.append((number, tree))
    right = passed(tasks, errors, proposed, compiler)
    return [tasks[number] for (number, _), good in zip(proposed, right, strict=True) if good]


def training_neighbours(compiler: Compiler) -> Neighbours:
    """Repairs of all families from their own training templates."""
    bearing = {template.family for template in load_templates("train")}
    families = [family.name for family in FAMILIES if family.name in bearing]
    pairs = stream("train", families, SEED, compiler, own_templates=True)
    return Neighbours(islice(pairs, PAIRS_PER_FAMILY * len(families)))


def suggested_right(tasks: Sequence[Task], compiler: Compiler) -> list[Task]:
    """Those that one of the compiler's suggestions mends, or two of one error together."""
    errors = reported(tasks, compiler)
    proposed: list[tuple[int, SourceTree]] = []
    for number, (task, found) in enumerate(zip(tasks, errors, strict=True)):
        for error in found[:1]:
            ways = [edits for _, _, edits in ranked(error, task.tree)]
            both = [(*left, *right) for left, right in combinations(ways[:MOST_PAIRED], 2)]
            proposed += [(number, tree) for edits in (*ways, *both) if (tree := _applied(task.tree, edits)) is not None]
    right = passed(tasks, errors, proposed, compiler)
    mended = {number for (number, _), good in zip(proposed, right, strict=True) if good}
    return [task for number, task in enumerate(tasks) if number in mended]


def _applied(tree: SourceTree, edits: Sequence[Edit]) -> SourceTree | None:
    try:
        return tree.apply(edits)
    except EditRejected:
        return None


def _of(suite: Suite, family: str) -> list[Task]:
    return [task for task in suite.tasks if task.family == family]


def _nearest(suite: Suite, family: str) -> tuple[str, float] | None:
    """The template of another family that is most like one of this family's."""
    others = {task.template: task for task in suite.tasks if task.family != family and task.template and task.reference}
    index = Index((name or "", "\n".join((task.reference or {}).values())) for name, task in others.items())
    mine = {task.template: task for task in _of(suite, family) if task.reference}
    found = [index.nearest("\n".join((task.reference or {}).values())) for task in mine.values()]
    best = max((near for near in found if near is not None), key=lambda near: near.likeness, default=None)
    return None if best is None else (best.item, round(best.likeness, 3))
