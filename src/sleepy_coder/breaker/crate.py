"""A green crate broken in several places at once, for demonstrations.

Each error in a file of its own if there are enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sleepy_coder.breaker.families import KNOWN, NOVEL, family_named
from sleepy_coder.breaker.leaf import UNCHECKED, Checked
from sleepy_coder.breaker.pairs import Program
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import suggestions

SITES_PER_FAMILY = 6


@dataclass(frozen=True, slots=True)
class CrateBreak:
    """One of the errors now in the crate; `suggested` says whether the compiler proposes anything for it."""

    family: str
    diagnostic: Diagnostic
    suggested: bool


@dataclass(frozen=True, slots=True)
class BrokenCrate:
    """A crate whose errors are exactly those of `breaks`, one each."""

    tree: SourceTree
    breaks: tuple[CrateBreak, ...]


def break_crate(
    crate: Checked, seed: int, *, count: int = 3, families: Sequence[str] = (*KNOWN, *NOVEL)
) -> BrokenCrate:
    """`count` errors of different families, at least one of which the compiler has no suggestion for.

    Raises UsageError if the crate is not green, or if too few of its places can be broken with one error each.
    """
    rng = Random(f"crate:{seed}")
    if crate.check(crate.tree).errors:
        raise UsageError("this crate does not compile as it is; only a green crate can be broken on purpose")
    # One without a suggestion first, while every file is free; syntax errors would hide all others.
    order = [family for family in rng.sample(list(families), len(families)) if None not in family_named(family).codes]
    broken = BrokenCrate(crate.tree, ())
    for needs_thought in (True, *(False,) * (count - 1)):
        used = {one.family for one in broken.breaks}
        left = [family for family in order if family not in used]
        tries = (
            _one_more(crate, broken, family, rng, needs_thought=needs_thought, fresh_file=fresh_file)
            for fresh_file in (True, False)
            for family in left
        )
        found = next((more for more in tries if more is not None), None)
        if found is None:
            raise UsageError(f"only {len(broken.breaks)} of {count} errors fit; ask for fewer")
        broken = found
    return broken


def _one_more(
    crate: Checked, broken: BrokenCrate, family: str, rng: Random, *, needs_thought: bool, fresh_file: bool
) -> BrokenCrate | None:
    """The crate with one more error, of this family, in a file without errors or in one with; None if none fits."""
    program = Program(broken.tree)
    used = {primary.file for one in broken.breaks if (primary := one.diagnostic.primary) is not None}
    sites = [
        site
        for site in program.sites(family, rng)
        if (site.file not in used) is fresh_file and not UNCHECKED.search(site.file)
    ]
    for site in rng.sample(sites, min(SITES_PER_FAMILY, len(sites))):
        tree = program.broken_at(site)
        told = crate.check(tree).errors if tree is not None else ()
        breaks = _recognised(told, broken.breaks, family, tree) if tree is not None else None
        if tree is not None and breaks is not None and not (needs_thought and breaks[-1].suggested):
            return BrokenCrate(tree, breaks)
    return None


def _recognised(
    told: Sequence[Diagnostic], before: Sequence[CrateBreak], family: str, tree: SourceTree
) -> tuple[CrateBreak, ...] | None:
    """The earlier breaks as they read now and the new one last; None unless the errors are exactly these."""
    left = list(told)
    now = []
    for old in before:
        same = next((error for error in left if _is_same(error, old.diagnostic)), None)
        if same is None:
            return None
        left.remove(same)
        now.append(CrateBreak(old.family, same, old.suggested))
    if len(left) != 1 or left[0].code not in family_named(family).codes:
        return None
    return (*now, CrateBreak(family, left[0], bool(suggestions(left[0], tree))))


def _is_same(one: Diagnostic, other: Diagnostic) -> bool:
    first, second = one.primary, other.primary
    same_file = first is not None and second is not None and first.file == second.file
    return one.code == other.code and one.message == other.message and same_file
