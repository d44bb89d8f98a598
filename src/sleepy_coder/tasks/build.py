"""Building suites from verified pairs; every task proves itself, and what cannot is left out.

The shipped ones are made from the frozen templates, of which nothing is ever trained on. Of each novel family's frozen
templates every other one, by name, serves `day`, the rest `frozen`, so that what a day fails on and what results are
measured with never come from one template. `practice` is made from training templates, as much as is asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import KNOWN, NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import Template, instantiate, load_templates, set_aside
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.likeness import Index
from sleepy_coder.tasks.proof.outputs import endings
from sleepy_coder.tasks.proof.prove import prove
from sleepy_coder.tasks.task import Oracle, Task

SPARE = 2  # times as many items are made as are wanted, should some not prove themselves
ROUNDS = 8  # of making more for the families that lack some
TRIES = 60  # pairs looked at for each item wanted in a round
ALIKE = 4  # items of one round that may share template and broken line
PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many items of each family a suite has, and which half of a family's templates they come from."""

    counts: Mapping[str, int]
    half: int | None  # 0: the even templates, 1: the odd, None: all
    seed: int
    split: str = "frozen"


def recipe(name: str, count: int | None = None, seed: int | None = None) -> Recipe:
    """What a suite is made of. `count` tasks in all, which only `practice` and `canaries` leave open.

    Raises UsageError for a name that cannot be built, or a count where each family has its own.
    """
    if count is not None and name in ("day", "frozen"):
        raise UsageError(f"{name} has a fixed number of tasks in each family: leave --count out")
    if name == "day":
        return Recipe(dict.fromkeys(NOVEL, 16), half=0, seed=1 if seed is None else seed)
    if name == "frozen":
        return Recipe(dict.fromkeys([*KNOWN, *NOVEL], 10), half=1, seed=2 if seed is None else seed)
    if name == "canaries":
        return Recipe(_spread(KNOWN, count or 60), half=None, seed=3 if seed is None else seed)
    if name == PRACTICE:
        return Recipe(_spread([*KNOWN, *NOVEL], count or 100), half=None, seed=seed or 0, split="train")
    raise UsageError(f"{name} is no suite that can be built: choose from {', '.join(BUILT)}, explain")


BUILT = ("day", "frozen", "canaries", PRACTICE)


def _spread(families: Sequence[str], count: int) -> dict[str, int]:
    """`count` items over the families, as evenly as may be; of few items not every family gets one."""
    each, more = divmod(count, len(families))
    step = len(families) / more if more else 0.0
    lucky = {families[int(index * step)] for index in range(more)}
    return {family: wanted for family in families if (wanted := each + (family in lucky))}


class Built(NamedTuple):
    """Proved tasks, and by task the wrong repair that its oracle was shown and refused."""

    tasks: list[Task]
    wrong_repairs: dict[str, str]


def build(name: str, made_of: Recipe, compiler: Compiler, tell: Callable[[str], None] = lambda words: None) -> Built:
    """The tasks of a suite, by family; fewer than wanted where no more prove themselves, which is told."""
    good: dict[str, dict[str, Task]] = {family: {} for family in made_of.counts}
    wrong: dict[str, str] = {}
    trained = Index(_training_programs() if made_of.split == "frozen" else ())
    for number in range(ROUNDS):
        lacking = {family: wanted - len(good[family]) for family, wanted in made_of.counts.items()}
        lacking = {family: missing for family, missing in lacking.items() if missing > 0}
        if not lacking:
            break
        tell(f"round {number + 1}: {sum(lacking.values())} items of {len(lacking)} families")
        pairs = _collect(
            {family: SPARE * missing + 2 for family, missing in lacking.items()}, made_of, number, compiler
        )
        known = {digest for tasks in good.values() for digest in tasks}
        fresh = [one for one in pairs if one.broken.digest not in known and not trained.too_near(_text(one))]
        proved = _proved(f"{name}-{number}", fresh, compiler)
        wrong |= proved.wrong_repairs
        for task in proved.tasks:
            good[task.family or ""][task.tree.digest] = task
    short = [
        f"{family} ({len(good[family])})" for family, wanted in made_of.counts.items() if len(good[family]) < wanted
    ]
    if short:
        tell(f"fewer items than wanted prove themselves of {', '.join(short)}")
    chosen = [
        (task, f"{name}-{family}-{number:02d}")
        for family, wanted in made_of.counts.items()
        for number, task in enumerate(_varied(list(good[family].values()), wanted))
    ]
    tasks = [msgspec.structs.replace(task, id=identity) for task, identity in chosen]
    return Built(tasks, {identity: wrong[task.id] for task, identity in chosen if task.id in wrong})


def _collect(counts: Mapping[str, int], made_of: Recipe, number: int, compiler: Compiler) -> list[Pair]:
    """About so many pairs of each family, no program twice, few from one place."""
    usable = _usable(list(counts), made_of)
    alike: Counter[tuple[str, str, int]] = Counter()
    made: Counter[str] = Counter()
    pairs: dict[str, Pair] = {}
    seed = made_of.seed + 1000 * number
    found = stream(made_of.split, list(counts), seed, compiler, own_templates=True, keep=lambda one: one.name in usable)
    for tried, pair in enumerate(found):
        line = pair.diagnostic.primary.line_start if pair.diagnostic.primary is not None else 0
        place = (pair.family, pair.template, line)
        if made[pair.family] < counts[pair.family] and alike[place] < ALIKE and pair.broken.digest not in pairs:
            alike[place] += 1
            made[pair.family] += 1
            pairs[pair.broken.digest] = pair
        if tried > TRIES * len(counts) or all(made[family] == wanted for family, wanted in counts.items()):
            break
    return list(pairs.values())


def _usable(families: Sequence[str], made_of: Recipe) -> set[str]:
    """Names of templates. `practice` takes those that no dream may use, where a family has such."""
    names: set[str] = set()
    templates: list[Template] = list(load_templates(made_of.split))
    for family in families:
        own = sorted(template.name for template in templates if template.family == family)
        if made_of.split == "train":
            aside = {template.name for template in templates if set_aside(template)}
            own = [name for name in own if name in aside] or own
        names.update(own if made_of.half is None or family in KNOWN else own[made_of.half :: 2])
    return names


def _training_programs() -> list[tuple[str, str]]:
    """Two programs of every training template."""
    made = ((one.name, instantiate(one, seed)) for one in load_templates("train") for seed in (1, 2))
    return [(name, "\n".join(tree.files.values())) for name, tree in made]


def _text(pair: Pair) -> str:
    return "\n".join(pair.green.files.values())


def _proved(name: str, pairs: Sequence[Pair], compiler: Compiler) -> Built:
    """Pairs as tasks, with what the green program prints as oracle; those with a fault are left out."""
    trees = [pair.green for pair in pairs]
    first, second = (endings(trees, compiler) for _ in range(2))
    tasks: list[Task] = []
    for number, (pair, ending) in enumerate(zip(pairs, first, strict=True)):
        if ending is None or ending.status != 0 or not ending.stdout or ending != second[number]:
            continue
        task = Task(
            id=f"{name}-{number}",
            files=dict(pair.broken.files),
            oracle=Oracle("run", ending.stdout),
            family=pair.family,
            edition=pair.broken.edition,
            reference=dict(pair.green.files),
            template=pair.template,
        )
        tasks.append(task)
    proof = prove(tasks, compiler)
    faulty = {fault.task for fault in proof.faults}
    return Built([task for task in tasks if task.id not in faulty], dict(proof.told_apart))


def _varied(tasks: Sequence[Task], count: int) -> list[Task]:
    """`count` of them, the templates in turn."""
    by_template: defaultdict[str | None, list[Task]] = defaultdict(list)
    for task in tasks:
        by_template[task.template].append(task)
    turns = [(turn, order, task) for order, mine in enumerate(by_template.values()) for turn, task in enumerate(mine)]
    return [task for _, _, task in sorted(turns, key=lambda one: one[:2])[:count]]
