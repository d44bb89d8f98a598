"""Who is sent where: routers on errors in real crates that no night has seen, with the shipped library's skills.

`new_templates` repeats it in practice programs whose templates nobody trains on; where the crates cannot be had, these
are all there is, and `errors_in` says so.

`known` errors belong to a skill of the library; `novel` ones to families without a skill. Half of these families are
shown to the learned router as what belongs to nobody, and only the other half is judged. `many_skills` repeats it with
a skill for half of all families; that library has no adapters, so Arrow is not in it.
"""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from random import Random
from typing import Any

import numpy as np

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.embedded.taught import taught
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.execution import core_count
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.registry.version import digest_files, version_name
from sleepy_coder.routing.background import NOW, OLDER, wordings
from sleepy_coder.routing.features import features
from sleepy_coder.routing.fitting import fit_centroids, fit_learned
from sleepy_coder.routing.library_router import library_router
from sleepy_coder.routing.router import FixedRouter, Route, Router
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature
from sleepy_coder.tasks.crates import open_real, real_crates

PER_FAMILY, PER_FAMILY_QUICK = 8, 1
ARROW_ITEMS, ARROW_ITEMS_QUICK = 400, 60
SEED = 9_301
CRATES_QUICK = ("strsim",)

Errors = Sequence[tuple[Diagnostic | Signature, str | None]]
"""Errors and the skills that they belong to (None: nobody's)."""


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """All routers as one JSON object. Raises ModelBroken where the weights are missing."""
    tell("breaking crates and programs that no night has seen")
    templates = _errors(compiler, PER_FAMILY_QUICK if quick else PER_FAMILY)
    errors = _crate_errors(compiler, 1 if quick else 3, CRATES_QUICK if quick else None, tell)
    where = "evaluation crates" if errors else "new templates"
    errors = errors or templates
    manifest = read_manifest(library_folder())
    keys = {name: skill.signatures for name, skill in manifest.skills.items()}
    skill_of = {family: family for family in taught().library if family in keys}
    tell("fitting the routers")
    routers = _routers(keys, skill_of)
    routers["shipped"] = library_router(manifest, library_folder())
    judged = _judged(errors, skill_of)
    rows = {name: _row(router, judged) for name, router in routers.items()}
    rows["oracle"] = _row(_Oracle(judged), judged)
    tell("Arrow")
    rows["arrow"] = _row(_arrow(), _thinned(judged, ARROW_ITEMS_QUICK if quick else ARROW_ITEMS))
    many_keys, many = _many_skills()
    tell("many skills")
    many_judged = _judged(errors, many)
    digests = {"library": version_name(digest_files(library_folder()))}
    return {
        "schema": "sleepy-coder/routing/1",
        "skills": len(skill_of),
        "routers": rows,
        "other_versions_of_rustc": {
            version: {name: _row(router, _replayed(skill_of, version)) for name, router in routers.items()}
            for version in OLDER
        },
        "many_skills": {
            "skills": len(many_keys),
            "routers": {name: _row(router, many_judged) for name, router in _routers(many_keys, many).items()},
        },
        "new_templates": {name: _row(router, _judged(templates, skill_of)) for name, router in routers.items()},
        "errors_in": where,
        "known": sum(skill is not None for _, skill in judged),
        "novel": sum(skill is None for _, skill in judged),
        "signatures_of_other_versions": _agreement(),
        "provenance": provenance(full=not quick, seeds=[SEED], digests=digests, rustc=compiler.toolchain.version),
    }


def _errors(compiler: Compiler, per_family: int) -> list[tuple[str, Diagnostic]]:
    """Errors with their families, in programs made from templates that are never trained on."""
    made: dict[str, list[tuple[str, Diagnostic]]] = {family.name: [] for family in FAMILIES}
    for pair in islice(stream("frozen", list(made), SEED, compiler), 8 * per_family * len(made)):
        if len(made[pair.family]) < per_family:
            made[pair.family].append((pair.family, pair.diagnostic))
        if all(len(found) == per_family for found in made.values()):
            break
    return [error for found in made.values() for error in found]


def _crate_errors(
    compiler: Compiler, tries: int, names: Sequence[str] | None, tell: Callable[[str], None]
) -> list[tuple[str, Diagnostic]]:
    """Errors with their families in the crates that are for evaluation alone; none where they cannot be had."""
    found: list[tuple[str, Diagnostic]] = []
    for crate in real_crates("evaluation"):
        if names is not None and crate.name not in names:
            continue
        tell(crate.name)
        random = Random(f"routing:{SEED}:{crate.name}")
        try:
            with ExitStack() as open_:
                copies = [
                    open_.enter_context(
                        open_real(crate, find_paths().cache, compiler.toolchain, compiler.sandbox, copy=str(number))
                    )
                    for number in range(core_count())
                ]
                leaf = Leaf(copies)
                sites = [leaf.sites(family.name, random) for family in FAMILIES]
                chosen = [site for here in sites for site in random.sample(here, min(tries, len(here)))]
                found += [(pair.family, pair.diagnostic) for pair in leaf.judged(chosen)]
        except EnvironmentFault as fault:
            tell(str(fault))
    return found


def _routers(keys: Mapping[str, Sequence[str]], skill_of: Mapping[str, str]) -> dict[str, Router]:
    owned = {key for found in keys.values() for key in found}
    nobodys = {row.keys[NOW] for row in wordings() if row.family not in skill_of and _shown(row.family)} - owned
    learned = fit_learned(keys, sorted(nobodys))
    centroids = fit_centroids(keys)
    return {
        "signature": SignatureRouter({name: tuple(found) for name, found in keys.items()}),
        "centroid": centroids,
        "learned": learned,
        "learned_without_the_exact_table": replace(learned, exact={}),
        "always_base": FixedRouter(None),
        "always_nearest": _Nearest(centroids.skills, centroids.centroids),
    }


def _shown(family: str) -> bool:
    """Whether a family without a skill is shown to the learned router: half of them, by their names."""
    return hashlib.sha256(family.encode()).digest()[0] % 2 == 0


def _judged(errors: Sequence[tuple[str, Diagnostic]], skill_of: Mapping[str, str]) -> Errors:
    """Known errors, and those novel ones that no router was shown. Where a novel family's error has a signature of a
    known one, rustc cannot tell them apart, and the skill that knows it is right."""
    owner = {signature(error): skill_of[family] for family, error in errors if family in skill_of}
    return [
        (error, owner.get(signature(error), skill_of.get(family)))
        for family, error in errors
        if family in skill_of or not _shown(family)
    ]


def _replayed(skill_of: Mapping[str, str], version: str) -> Errors:
    """The same in the words of another rustc."""
    rows = [row for row in wordings() if version in row.keys and (row.family in skill_of or not _shown(row.family))]
    owner = {row.keys[NOW]: skill_of[row.family] for row in rows if row.family in skill_of}
    return [
        (Signature(*row.keys[version].split("|", 1)), owner.get(row.keys[NOW], skill_of.get(row.family)))
        for row in rows
    ]


def _many_skills() -> tuple[dict[str, list[str]], dict[str, str]]:
    """A skill for half of all families; families that share a signature are one skill."""
    chosen = [family.name for family in FAMILIES if hashlib.sha256(family.name.encode()).digest()[1] % 2 == 0]
    keys: dict[str, list[str]] = {}
    skill_of: dict[str, str] = {}
    for row in wordings():
        if row.family in chosen:
            key = row.keys[NOW]
            skill = next((name for name, found in keys.items() if key in found), skill_of.get(row.family, row.family))
            skill_of.setdefault(row.family, skill)
            if key not in keys.setdefault(skill, []):
                keys[skill].append(key)
    return keys, skill_of


def _row(router: Router, errors: Errors) -> dict[str, float]:
    """The fractions, and the milliseconds of one decision, signature included."""
    features.cache_clear()
    began = time.perf_counter()
    sent = [router.route(error).skill for error, _ in errors]
    milliseconds = 1000 * (time.perf_counter() - began) / max(1, len(errors))
    known = [(got, skill) for got, (_, skill) in zip(sent, errors, strict=True) if skill is not None]
    novel = [got for got, (_, skill) in zip(sent, errors, strict=True) if skill is None]
    return {
        "known_correct": _share([got == skill for got, skill in known]),
        "novel_abstained": _share([got is None for got in novel]),
        "known_abstained": _share([got is None for got, _ in known]),
        "decision_milliseconds": milliseconds,
    }


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks) if marks else 0.0


def _thinned(errors: Errors, count: int) -> Errors:
    return errors[:: max(1, len(errors) // count)]


def _arrow() -> Router:
    from sleepy_coder.adapters.library_files import read_library
    from sleepy_coder.lm.local import load
    from sleepy_coder.routing.arrow_router import ArrowRouter

    model = load(EMBEDDED)
    return ArrowRouter(read_library(library_folder()), model.model, model.tokenizer)


def _agreement() -> dict[str, dict[str, float]]:
    """How many programs have the same signature under another rustc as under the installed one."""
    both = {version: [row for row in wordings() if version in row.keys] for version in OLDER}
    return {
        version: {
            "programs": len(rows),
            "same_signature": float(np.mean([row.keys[version] == row.keys[NOW] for row in rows])),
        }
        for version, rows in both.items()
    }


class _Oracle:
    """Knows where every error belongs: the ceiling."""

    def __init__(self, errors: Errors) -> None:
        self._skills = {id(error): skill for error, skill in errors}

    def route(self, error: Diagnostic | Signature) -> Route:
        return Route(self._skills[id(error)], 1.0, "it was told")


class _Nearest:
    """The nearest centroid, however far: the floor of those that never abstain."""

    def __init__(self, skills: tuple[str, ...], centroids: Any) -> None:
        self._skills, self._centroids = skills, centroids

    def route(self, error: Diagnostic | Signature) -> Route:
        found = signature(error) if isinstance(error, Diagnostic) else error
        cosines = self._centroids @ features(found.key)
        return Route(self._skills[int(np.argmax(cosines))], float(cosines.max()), "nearest")
