"""What the embedded model and its first library know, how fast they are, and what the other experiments say of them.

`known` are the families of the suite `frozen` that the model or its first library was taught, in programs whose
templates nobody trained on: the model alone, under the shipped router. `known_seen_templates` are unseen programs of
templates that it was trained on. `library` are those of `known` that belong to the first library's specialists, beside
the base model on the same items. `novel` are the families that nights have to learn. `explain` is rustc's error index:
the whole agent, and the compiler's suggestions alone. What lies in results/ of `formats`, `sizes`, `plasticity` and
`real_crates` is taken in if it is about the same weights.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sleepy_coder.agent.team import Team, assemble
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.day import plan_of
from sleepy_coder.embedded.location import library_folder, model_folder
from sleepy_coder.embedded.taught import taught
from sleepy_coder.evaluation.answer import answer
from sleepy_coder.evaluation.arms import agent_arm, model_results
from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.judge import judge
from sleepy_coder.evaluation.practice import judge_items, routes
from sleepy_coder.evaluation.questions import Question, pose
from sleepy_coder.evaluation.record import Evaluation, evaluate, summarise
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.evaluation.steps import about
from sleepy_coder.evaluation.trial import practice_items
from sleepy_coder.experiments.answering import BATCH, load_seconds, tokens_per_second
from sleepy_coder.experiments.taken_in import RESULTS, Results, source
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import machine, provenance, source_digest
from sleepy_coder.registry.manifest import FILE
from sleepy_coder.routing.router import FixedRouter, Router
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.explain import explained
from sleepy_coder.tasks.suites import Suite, keep_suite, load_suite
from sleepy_coder.tasks.task import dump_tasks

SEED = 7_000_001
"""No training stream uses it."""

ATTEMPTS = 8
PER_FAMILY, PER_FAMILY_QUICK = 10, 2
FAMILIES_QUICK = ("E0384-mut-removed", "E0614-deref", "E0277-index-cast")
EXPLAIN_QUICK = ("E0308", "E0384", "E0425")
REPETITIONS, REPETITIONS_QUICK = 5, 1

Tell = Callable[[str], None]


class _Bench(NamedTuple):
    team: Team
    model: LocalModel
    compiler: Compiler
    cache: Cache
    folder: Path
    tell: Tell
    quick: bool


def run(compiler: Compiler, *, quick: bool, tell: Tell = lambda words: None) -> dict[str, Any]:
    """The whole measurement as one JSON object. Raises ModelBroken where the weights are missing."""
    paths, settings = find_paths(), Settings()
    shipped = hashlib.sha256((library_folder() / FILE).read_bytes()).hexdigest()
    folder = paths.cache / "experiments" / f"embedded-{shipped[:12]}"  # a home of its own: nights change the owner's
    folder.mkdir(parents=True, exist_ok=True)
    team = assemble(find_paths({"SLEEPY_CODER_HOME": str(folder / "home")}), settings)
    model = team.model()
    assert isinstance(model, LocalModel)
    tell("loading and answering speed")
    with Cache(paths.cache / "verdicts.db") as cache:
        bench = _Bench(team, model, compiler, cache, folder, tell, quick)
        parts = {**_speed(bench), **_frozen(bench), **_seen_templates(bench), **_explained(bench, settings)}
    files = [*model_folder().iterdir(), *library_folder().iterdir()]
    return {
        "schema": "sleepy-coder/embedded/1",
        "machine": machine(compiler.toolchain.version),
        "parameters": sum(parameter.numel() for parameter in model.model.parameters()),
        "disk_bytes": sum(file.stat().st_size for file in files if file.is_file()),
        **_with_others(parts, bench),
        "provenance": provenance(
            full=not quick,
            seeds=[SEED],
            digests={"model": model.identity.digest, "suite": load_suite("frozen").digest},
            rustc=compiler.toolchain.version,
        ),
    }


def _speed(bench: _Bench) -> dict[str, Any]:
    suite = load_suite("frozen").only(("E0384-mut-removed", "E0308-deref-removed"))
    questions = pose(suite.tasks[:BATCH], bench.compiler, bench.cache)
    contexts = [RepairContext(one.task.tree, one.target) for one in questions if one.target is not None]
    times = REPETITIONS_QUICK if bench.quick else REPETITIONS
    return {
        "load_seconds": load_seconds(times),
        "tokens_per_second": tokens_per_second(bench.model, contexts, times),
    }


def _frozen(bench: _Bench) -> dict[str, Any]:
    """The suite's families by what was taught: the model alone, first answers and all of them."""
    suite, known = _suite(bench), taught()
    routed = bench.team.router
    return {
        "known": _alone("known", suite.only((*known.base, *known.library)), routed, ATTEMPTS, bench),
        "library": _alone("library", suite.only(known.library), routed, 1, bench),
        "library_base_model_alone": _alone("bare", suite.only(known.library), FixedRouter(), 1, bench),
        "novel": _alone("novel", suite.only(NOVEL), routed, 1, bench),
    }


def _suite(bench: _Bench) -> Suite:
    """`frozen`, or an item for each of a few families."""
    suite = load_suite("frozen")
    if not bench.quick:
        return suite
    few = suite.only(FAMILIES_QUICK)
    tasks = [next(task for task in few.tasks if task.family == family) for family in FAMILIES_QUICK]
    return replace(few, digest=f"{few.digest}:first", tasks=tuple(tasks))


def _alone(name: str, suite: Suite, router: Router, attempts: int, bench: _Bench) -> dict[str, Any]:
    bench.tell(f"{name}: {len(suite.tasks)} items, answers to each: {attempts}")
    questions: Sequence[Question] = pose(suite.tasks, bench.compiler, bench.cache)
    code = source_digest("sleepy_coder.lm", "sleepy_coder.adapters")
    made_by = (suite.digest, bench.model.identity.digest, bench.team.library_id or "", code)
    file = bench.folder / f"{name}-{'-'.join(digest[:12] for digest in made_by)}.jsonl"
    named = about(suite, bench.team.library_id, name)
    answers = answer(questions, bench.model, router, file, about=named, seed=SEED, attempts=attempts)
    judgements = judge(questions, answers, bench.compiler, bench.cache)
    found = summarise(
        model_results(questions, answers, judgements),
        suite=suite.name,
        suite_digest=suite.digest,
        library=bench.team.library_id,
        arm=name,
        seeds=(SEED,),
    )
    part = _part(found)
    if attempts > 1:
        part[f"pass_at_{attempts}"] = found.passed_by_any_fraction
        for item in found.items:
            family = part["families"][item.family]
            family["passed_by_any"] = family.get("passed_by_any", 0) + (item.passed_attempts > 0)
    return part


def _part(found: Evaluation) -> dict[str, Any]:
    outcomes = [(item.family or "", item.passed) for item in found.items]
    return _rate(outcomes)


def _rate(outcomes: Sequence[tuple[str, bool]]) -> dict[str, Any]:
    """The pass rate with its interval, in all, by family, and of the families that are hard and easy in `frozen`."""
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for family, mended in outcomes:
        counts[family].append(mended)
    easy = load_suite("frozen").easy_families or frozenset()
    return {
        **_share([mended for _, mended in outcomes]),
        "hard": _share([mended for family, mended in outcomes if family not in easy]),
        "easy": _share([mended for family, mended in outcomes if family in easy]),
        "families": {name: {"passed": sum(found), "total": len(found)} for name, found in sorted(counts.items())},
    }


def _share(outcomes: Sequence[bool]) -> dict[str, Any]:
    """A pass rate; 0 of none."""
    interval = clopper_pearson(sum(outcomes), len(outcomes))
    return {
        "pass_at_1": sum(outcomes) / max(len(outcomes), 1),
        "interval": [interval.low, interval.high],
        "passed": sum(outcomes),
        "total": len(outcomes),
    }


def _seen_templates(bench: _Bench) -> dict[str, Any]:
    families = FAMILIES_QUICK[:1] if bench.quick else taught().base
    count = PER_FAMILY_QUICK if bench.quick else PER_FAMILY
    bench.tell(f"known_seen_templates: {len(families)} families")
    pairs = [pair for family in families for pair in _different(family, count, bench.compiler)]
    items = practice_items(Group.OLD, None, pairs)
    judged = judge_items(items, routes(items, bench.team.router), bench.model, bench.compiler)
    outcomes = [(pair.family, one.passed) for pair, one in zip(pairs, judged, strict=True)]
    return {"known_seen_templates": _rate(outcomes)}


def _different(family: str, count: int, compiler: Compiler) -> list[Pair]:
    found: dict[str, Pair] = {}
    for tried, pair in enumerate(stream("train", [family], SEED, compiler)):
        found.setdefault(pair.broken.digest, pair)
        if len(found) == count or tried == 20 * count:
            break
    return list(found.values())


def _explained(bench: _Bench, settings: Settings) -> dict[str, Any]:
    """rustc's own error index, which is made here and never passed on."""
    own = bench.folder / f"suites-{bench.compiler.toolchain.version.replace(' ', '-')}"
    name = "explain-quick" if bench.quick else "explain"
    if not (own / f"{name}.jsonl").is_file():
        bench.tell("making the suite explain")
        tasks = explained(bench.compiler, bench.folder / "scratch", EXPLAIN_QUICK if bench.quick else None)
        keep_suite(name, dump_tasks(tasks).encode(), own)
    suite = load_suite(name, own)
    rates = {
        arm: _agent(suite, arm, stages, bench, settings).passed_fraction
        for arm, stages in (("agent", None), ("suggestions", (0,)))
    }
    gain = {"gain_points": 100 * (rates["agent"] - rates["suggestions"]), "total": len(suite.tasks)}
    return {"explain": {**rates, **gain}}


def _agent(suite: Suite, arm: str, stages: tuple[int, ...] | None, bench: _Bench, settings: Settings) -> Evaluation:
    """The whole agent, or some of its stages, on a suite."""
    bench.tell(f"{suite.name}: {len(suite.tasks)} items, {arm}")
    return evaluate(
        suite.tasks,
        agent_arm(bench.compiler, plan_of(settings, stages), bench.team.router, bench.team.model, seed=SEED),
        suite=suite.name,
        suite_digest=suite.digest,
        library=bench.team.library_id,
        arm=arm,
        seed=SEED,
        journal=bench.folder / f"{suite.name}-{suite.digest[:12]}-{arm}-{bench.team.library_id}.jsonl",
        about={"model": bench.model.identity.digest},
    )


def _with_others(parts: dict[str, Any], bench: _Bench) -> dict[str, Any]:
    """The parts, with what other experiments found."""
    results = Results(RESULTS, bench.tell)
    digest, library = bench.model.identity.digest, bench.team.library_id
    formats, sizes = results.read("formats"), results.read("sizes")
    learned = results.read("plasticity", lambda found: found["provenance"]["digests"].get("model") == digest)
    crates = results.read("real_crates", lambda found: found["model"]["library"] == library)
    single = crates["single"] if crates is not None else {}
    return {
        **parts,
        "novel": {**parts["novel"], "gain_points_lora": learned["gain_points_mean"] if learned is not None else None},
        "crates": {key: single.get(key) for key in ("agent", "suggestions", "gain_points")},
        "formats": formats["formats"] if formats is not None else None,
        "sizes": sizes["sizes"] if sizes is not None else None,
        "taken_in": {
            name: source(found)
            for name, found in (
                ("formats", formats),
                ("sizes", sizes),
                ("plasticity", learned),
                ("real_crates", crates),
            )
        },
    }
