"""What it costs to merge one more skill, when there are ten and when there are five hundred, and what it loses.

Rank-8 adapters (`planted`) of Qwen2.5-Coder-1.5B's q, o (1536 x 1536) and k, v (256 x 1536) come one by one. Ours is
`share.merge.merge` on two layers, bases at their cap of k columns; seconds are multiplied by 14 for the model's 28
layers. Rivals (`merge_rivals`) are timed on one side of either length and counted as often as a model has such sides.
A cost at n is the median of eleven merges about the n-th (the last eleven at the end); beside rivals, of which the
fastest of a few runs counts, it is the fastest of the eleven. No budget holds: past the cap
every merge costs every skill something, and what it costs stands here.

Errors are ‖ΔW − served‖/‖ΔW‖ of a skill over all matrices, for the full core and cut to rank p; the gap is the largest
difference of any skill's to what it loses when all adapters are merged at once. Quick: small matrices, 40 skills.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.adapters.targets import Shape
from sleepy_coder.benchmarks.merge_rivals import Incremental, Published, incremental_svd, one_shot, published_rule
from sleepy_coder.benchmarks.planted import planted_adapters
from sleepy_coder.benchmarks.timing import peak_bytes
from sleepy_coder.embedded.location import library_folder
from sleepy_coder.provenance import provenance
from sleepy_coder.share.basis import Basis, Side
from sleepy_coder.share.coefficients import project
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import merge

SEED, LAYERS, TIMED_LAYERS, WINDOW = 0, 28, 2, 5
NO_BUDGET = float("inf")


class _Size(NamedTuple):
    shapes: Mapping[str, Shape]
    skills: int
    timed_at: tuple[int, ...]
    columns: tuple[int, ...]


class _Run(NamedTuple):
    """The library after every merge, the seconds of each, and the working memory of the tenth and the last, bytes."""

    library: SkillLibrary
    seconds: list[float]
    early_bytes: int
    late_bytes: int


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement."""
    size = _Size(_shapes(192, 64), 40, (10, 40), (32, 64)) if quick else _full()
    tell(f"{size.skills} adapters of {len(size.shapes)} matrices")
    adapters = planted_adapters(size.shapes, size.skills, SEED)
    reference = {matrix: one_shot(adapters, matrix, max(size.columns)) for matrix in size.shapes}
    tables = {}
    for k in size.columns:
        tell(f"k = {k}: merging one by one")
        ours = one_by_one(adapters, k)
        tell(f"k = {k}: rivals")
        tables[f"k{k}"] = _table(adapters, ours, size, {m: _cut(basis, k) for m, basis in reference.items()})
    main = tables[f"k{size.columns[0]}"]
    return {
        "schema": "sleepy-coder/benchmark-merge/1",
        "cost_500_over_10": main["cost_last_over_10"],
        "times_published_rule": main["p1"]["times_published_rule"],
        "times_incremental_svd": main["times_incremental_svd"],
        "worst_error_gap": main["p1"]["worst_error_gap"],
        "memory_bytes": main["memory_bytes"],
        "skills": size.skills,
        "shapes": {matrix: list(shape) for matrix, shape in size.shapes.items()},
        "layers": {"timed": TIMED_LAYERS, "counted": LAYERS},
        "tables": tables,
        "real": _real(),
        "provenance": provenance(full=not quick, seeds=[SEED]),
    }


def one_by_one(adapters: Mapping[str, FoldedAdapter], k: int) -> _Run:
    """Every adapter in a merge of its own, k columns a side at most."""
    library, seconds, held = SkillLibrary(), [], dict[int, int]()
    for number, (name, adapter) in enumerate(adapters.items(), 1):
        before = library
        began = time.perf_counter()
        library = merge(library, {name: adapter}, k_cap=k, budget=NO_BUDGET).library
        seconds.append(time.perf_counter() - began)
        if number in (10, len(adapters)):
            held[number] = peak_bytes(
                lambda before=before, name=name, adapter=adapter: merge(  # type: ignore[misc]
                    before, {name: adapter}, k_cap=k, budget=NO_BUDGET
                )
            )
    return _Run(library, seconds, held.get(10, 0), held[len(adapters)])


def errors(
    adapters: Mapping[str, FoldedAdapter], bases: Mapping[str, Basis], served: SkillLibrary | None, ranks: Sequence[int]
) -> dict[int, dict[str, float]]:
    """For each p, 0 being the full core, every skill's relative error with its cores cut to rank p.

    served: whose cores they are; None takes the best that the basis allows.
    """
    squares = {p: dict.fromkeys(adapters, 0.0) for p in ranks}
    for name, adapter in adapters.items():
        cores = None if served is None else served.cores(name)
        total = sum(folded.norm**2 for folded in adapter.values())
        for matrix, folded in adapter.items():
            best, loss = project(folded, bases[matrix])
            core = best.double() if cores is None else _padded(cores[matrix], best)
            U, S, Vh = torch.linalg.svd(core, full_matrices=False)
            for p in ranks:
                cut = U[:, :p] * S[:p] @ Vh[:p] if p else core
                squares[p][name] += (loss**2 + float((best.double() - cut).square().sum())) / total
    return {p: {name: value**0.5 for name, value in found.items()} for p, found in squares.items()}


def _table(
    adapters: Mapping[str, FoldedAdapter], ours: _Run, size: _Size, reference: Mapping[str, Basis]
) -> dict[str, Any]:
    library, last = ours.library, len(ours.seconds)
    scale = LAYERS / TIMED_LAYERS
    cost = {n: scale * statistics.median(_about(ours.seconds, n)) for n in size.timed_at}
    fastest = scale * min(_about(ours.seconds, last))
    made, best = errors(adapters, library.bases, library, (0, 1, 8)), errors(adapters, reference, None, (0, 1, 8))
    incremental = _over_model(size, lambda side: _incremental_seconds(library, adapters, side))
    rotations = [turn for turned in library.rotations.values() for turn in turned.values()]
    turns = [turn for one in rotations for turn in (one.beta, one.alpha) if turn is not None]
    return {
        "seconds": {str(n): seconds for n, seconds in cost.items()},
        "seconds_fastest": fastest,
        "cost_last_over_10": cost[last] / cost[10],
        "incremental_svd_seconds": incremental,
        "times_incremental_svd": incremental / fastest,
        "full_core": _errors_row(made[0], best[0]),
        **{f"p{p}": _at_rank(adapters, library, fastest, made[p], best[p], p, size) for p in (1, 8)},
        "memory_bytes": {
            "peak": ours.late_bytes,
            "peak_at_10": ours.early_bytes,
            "basis": _bytes([v for b in library.bases.values() for v in (b.beta.vectors, b.alpha.vectors)]),
            "cores": _bytes([core for skill in library.skills.values() for core in skill.cores.values()]),
            "rotations": _bytes([tensor for turn in turns for tensor in (turn.kept, turn.lost)]),
        },
    }


def _at_rank(
    adapters: Mapping[str, FoldedAdapter],
    library: SkillLibrary,
    fastest: float,
    made: Mapping[str, float],
    best: Mapping[str, float],
    p: int,
    size: _Size,
) -> dict[str, Any]:
    published = {}
    for n in size.timed_at:
        published[n] = _over_model(size, lambda side, n=n: _published_seconds(library, adapters, side, p, n))  # type: ignore[misc]
    return {
        "published_rule_seconds": {str(n): seconds for n, seconds in published.items()},
        "times_published_rule": published[max(published)] / fastest,
        **_errors_row(made, best),
    }


def _errors_row(made: Mapping[str, float], best: Mapping[str, float]) -> dict[str, float]:
    return {
        "worst_error_gap": max(made[name] - best[name] for name in made),
        "mean_error": statistics.mean(made.values()),
        "mean_error_one_shot": statistics.mean(best.values()),
    }


class _Timed(NamedTuple):
    """One side that a rival is timed on."""

    matrix: str
    is_beta: bool


def _over_model(size: _Size, seconds: Callable[[_Timed], float]) -> float:
    """Seconds of a rival for the whole model, from one side of each length."""
    sides = [_Timed(matrix, is_beta) for matrix in size.shapes for is_beta in (True, False)]
    lengths: dict[int, list[_Timed]] = {}
    for side in sides:
        lengths.setdefault(size.shapes[side.matrix][0 if side.is_beta else 1], []).append(side)
    return LAYERS / TIMED_LAYERS * sum(len(alike) * seconds(alike[0]) for alike in lengths.values())


def _published_seconds(
    library: SkillLibrary, adapters: Mapping[str, FoldedAdapter], side: _Timed, p: int, number: int
) -> float:
    """The published rule's merge of the number-th adapter, its coefficients of rank p beside those of all before."""
    generator = torch.Generator().manual_seed(SEED)
    vectors = _vectors(library, side).double()
    coefficients = torch.randn(vectors.shape[1], (number - 1) * p, generator=generator, dtype=torch.float64)
    new = list(adapters.values())[number - 1][side.matrix]
    factors = (new.scaled_left if side.is_beta else new.right * new.singular).double()
    return _fastest(lambda: published_rule(Published(vectors, coefficients), factors), 1 if number * p > 1000 else 3)


def _incremental_seconds(library: SkillLibrary, adapters: Mapping[str, FoldedAdapter], side: _Timed) -> float:
    generator = torch.Generator().manual_seed(SEED)
    vectors = _vectors(library, side).double()
    k = vectors.shape[1]
    cores = torch.randn(len(adapters) - 1, k, k, generator=generator, dtype=torch.float64)
    chosen = library.bases[side.matrix]
    state = Incremental(vectors, (chosen.beta if side.is_beta else chosen.alpha).weights, cores)
    new = list(adapters.values())[-1][side.matrix]
    factors = (new.scaled_left if side.is_beta else new.right * new.singular).double()
    return _fastest(lambda: incremental_svd(state, factors), 5)


def _vectors(library: SkillLibrary, side: _Timed) -> Tensor:
    basis = library.bases[side.matrix]
    return (basis.beta if side.is_beta else basis.alpha).vectors


def _fastest(run: Callable[[], object], times: int) -> float:
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def _about(seconds: Sequence[float], number: int) -> Sequence[float]:
    """Of eleven merges about the number-th."""
    last = min(len(seconds), number + WINDOW)
    return seconds[last - 2 * WINDOW - 1 : last]


def _real() -> dict[str, Any]:
    """The first library's own skills, merged one by one at half of the columns that they would take."""
    library = read_library(library_folder())
    adapters = {skill: library.folded(skill) for skill in library.skills}
    k = min(basis.beta.size for basis in library.bases.values()) // 2
    ours = one_by_one(adapters, k).library
    reference = {matrix: one_shot(adapters, matrix, k) for matrix in library.bases}
    row = _errors_row(errors(adapters, ours.bases, ours, (0,))[0], errors(adapters, reference, None, (0,))[0])
    return {"skills": len(adapters), "k": k, "full_core": row}


def _full() -> _Size:
    return _Size(_shapes(1536, 256), 500, (10, 50, 100, 200, 500), (32, 64))


def _shapes(width: int, narrow: int) -> dict[str, Shape]:
    one = {"q": Shape(width, width), "k": Shape(narrow, width), "v": Shape(narrow, width), "o": Shape(width, width)}
    return {f"layers.{layer}.{name}_proj": shape for layer in range(TIMED_LAYERS) for name, shape in one.items()}


def _cut(basis: Basis, k: int) -> Basis:
    sides = (Side(side.vectors[:, :k], side.spread[:k, :k]) for side in (basis.beta, basis.alpha))
    return Basis(*sides)


def _padded(core: Tensor, like: Tensor) -> Tensor:
    """A core from before columns were appended is the leading block of today's."""
    padded = torch.zeros_like(like, dtype=torch.float64)
    padded[: core.shape[0], : core.shape[1]] = core
    return padded


def _bytes(tensors: Sequence[Tensor]) -> int:
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)
