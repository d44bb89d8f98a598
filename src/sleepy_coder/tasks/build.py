"""Building the shipped suites from verified pairs of the frozen templates; nothing of these is ever trained on.

Of each family's frozen templates every other one, by name, serves `day`, the rest `frozen` and `canaries`, so that what
a day fails on and what its night is judged by never come from one template.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import KNOWN, NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import load_templates
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.proof import prove
from sleepy_coder.tasks.task import Oracle, Task

ALIKE = 4  # items of a suite that may share template and broken line
PAIRS_LIMIT = 4000  # after which a family that does not bear enough is an error


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


def build(name: str, compiler: Compiler) -> Iterator[Task]:
    """The tasks of a shipped suite, each proved, in order of families. Raises UsageError if templates bear too few."""
    recipe = RECIPES[name]
    for family, count in recipe.counts.items():
        yield from _family(name, family, count, recipe, compiler)


def _family(name: str, family: str, count: int, recipe: Recipe, compiler: Compiler) -> Iterator[Task]:
    own = sorted(template.name for template in load_templates("frozen") if template.family == family)
    usable = set(own if recipe.half is None or len(own) < 2 else own[recipe.half :: 2])
    alike: Counter[tuple[str, int]] = Counter()
    seen: set[str] = set()
    made = 0
    for tried, pair in enumerate(stream("frozen", [family], recipe.seed, compiler, own_templates=True)):
        if tried >= PAIRS_LIMIT:
            raise UsageError(f"the frozen templates of {family} bear only {made} of the {count} items of {name}")
        line = pair.diagnostic.primary.line_start if pair.diagnostic.primary is not None else 0
        place = (pair.template, line)
        if pair.template not in usable or alike[place] >= ALIKE or pair.broken.digest in seen:
            continue
        task = task_of(pair, f"{name}-{family}-{made:02d}", compiler)
        if task is None or prove(task, compiler):
            continue
        alike[place] += 1
        seen.add(pair.broken.digest)
        made += 1
        yield task
        if made == count:
            return


def task_of(pair: Pair, task_id: str, compiler: Compiler) -> Task | None:
    """A pair with what the green program prints as oracle; None if it prints nothing or does not end well."""
    ran = compiler.run(pair.green)
    if not ran.compiled or ran.timed_out or ran.status is None or not ran.stdout:
        return None
    return Task(
        id=task_id,
        files=dict(pair.broken.files),
        oracle=Oracle("run", ran.stdout, ran.status),
        family=pair.family,
        edition=pair.broken.edition,
        crate_type="bin",
        reference=dict(pair.green.files),
        template=pair.template,
    )
