"""Building the shipped suites from verified pairs of the frozen templates; nothing of these is ever trained on.

Of each novel family's frozen templates every other one, by name, serves `day`, the rest `frozen`, so that what a day
fails on and what results are measured with never come from one template.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import KNOWN, NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import Template, load_templates
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.tasks.printed import printed
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.proof import faults
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Verdict

ALIKE = 10  # items of a suite that may share template and broken line
SPARE = 2  # items of each family made in reserve, should some not prove themselves
PAIRS_LIMIT = 12000  # after which families that do not bear enough are an error


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many items of each family a suite has, and which half of a family's templates they come from."""

    counts: Mapping[str, int]
    half: int | None  # 0: the even templates, 1: the odd, None: all
    seed: int


RECIPES: dict[str, Recipe] = {
    "day": Recipe(dict.fromkeys(NOVEL, 16), half=0, seed=1),
    "frozen": Recipe({**dict.fromkeys(NOVEL, 16), **dict.fromkeys(KNOWN, 4)}, half=1, seed=2),
    "canaries": Recipe(dict.fromkeys(KNOWN, 2), half=None, seed=3),
}


def build(name: str, compiler: Compiler) -> list[Task]:
    """The tasks of a shipped suite, by family. Raises UsageError if too few of them prove themselves."""
    recipe = RECIPES[name]
    tasks: list[Task] = []
    for count in dict.fromkeys(recipe.counts.values()):
        families = [family for family, wanted in recipe.counts.items() if wanted == count]
        pairs = _collect(families, count + SPARE, recipe, compiler)
        made = _tasks(name, pairs, compiler)
        for family in families:
            mine = [task for task in made if task.family == family][:count]
            if len(mine) < count:
                raise UsageError(f"only {len(mine)} of the {count} items of {family} prove themselves")
            tasks += mine
    return tasks


def _collect(families: Sequence[str], count: int, recipe: Recipe, compiler: Compiler) -> list[Pair]:
    """So many pairs of each family, no program twice, few from one place."""
    usable = _usable(families, recipe.half)
    alike: Counter[tuple[str, str, int]] = Counter()
    made: Counter[str] = Counter()
    pairs: dict[str, Pair] = {}
    found = stream("frozen", families, recipe.seed, compiler, own_templates=True, keep=lambda one: one.name in usable)
    for tried, pair in enumerate(found):
        line = pair.diagnostic.primary.line_start if pair.diagnostic.primary is not None else 0
        place = (pair.family, pair.template, line)
        if made[pair.family] < count and alike[place] < ALIKE and pair.broken.digest not in pairs:
            alike[place] += 1
            made[pair.family] += 1
            pairs[pair.broken.digest] = pair
        if all(made[family] == count for family in families):
            return list(pairs.values())
        if tried == PAIRS_LIMIT:
            break
    lacking = [f"{family} ({made[family]})" for family in families if made[family] < count]
    raise UsageError(f"the frozen templates bear fewer than {count} items of {', '.join(lacking)}")


def _usable(families: Sequence[str], half: int | None) -> set[str]:
    names: set[str] = set()
    templates: list[Template] = list(load_templates("frozen"))
    for family in families:
        own = sorted(template.name for template in templates if template.family == family)
        names.update(own if half is None or family in KNOWN else own[half::2])
    return names


def _tasks(name: str, pairs: Sequence[Pair], compiler: Compiler) -> list[Task]:
    """Pairs as tasks, with what the green program prints as oracle; those with a fault are left out."""
    outputs = printed([pair.green for pair in pairs], compiler)
    tasks: list[Task] = []
    number: Counter[str] = Counter()
    for pair, stdout in zip(pairs, outputs, strict=True):
        if stdout is None:
            continue
        task = Task(
            id=f"{name}-{pair.family}-{number[pair.family]:02d}",
            files=dict(pair.broken.files),
            oracle=Oracle("run", stdout),
            family=pair.family,
            edition=pair.broken.edition,
            reference=dict(pair.green.files),
            template=pair.template,
        )
        judge = Judge(TaskProject(task, compiler))
        judge.remember(pair.broken, CheckResult((pair.diagnostic,), 0.0, False))
        judge.remember(pair.green, CheckResult((), 0.0, False), Verdict.FIXED)
        if not list(faults(task, judge)):
            number[pair.family] += 1
            tasks.append(task)
    return tasks
