"""Many programs checked by one run of rustc.

Starting rustc costs ten times what checking a small program does, so programs become the modules `m0.rs`, `m1.rs`, ..
of one crate: lines, columns, bytes and the rendered gutter are then those of the program itself, and only the file's
name and the prefix `mN::` have to be taken out of what rustc says. Whatever could read differently for a program alone
is checked alone: programs that speak of the crate root, have inner attributes or several files; syntax errors that end
the lexer; and messages that name another program's items or list what implements a trait.

What hides what in rustc 1.95 is in docs/decisions and proven by tests/breaker/test_phases.py: an unclosed delimiter
hides everything; a trait that is not found hides what comes after the signatures, in every module; a trait of the
library that is implemented wrongly hides the patterns and borrows of bodies that name its methods; any error hides the
lints and the last privacy checks; nothing else hides anything outside its own body. So a program that has its errors
reported has just these alone, once errors of the borrow checker (the sentinels) show that rustc came that far, and for
which traits; and one without errors is green only if the whole run was.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from sleepy_coder.breaker.company import COHERENCE, LATE, STOPPERS, Company
from sleepy_coder.breaker.declared import Crowd, names_in, spoilt_trait
from sleepy_coder.breaker.sentinels import BORROW, SENTINELS, main_with, spoilt_of
from sleepy_coder.repairs.syntax.open_delimiters import about_delimiters
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Diagnostic, moved
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 128

_ALONE = re.compile(r"\bcrate\b(?!\))|#!\[|macro_rules!|\bextern\s+crate\b|#\[(macro_export|global_allocator)|\bm\d+\b")
_OURS = re.compile(r"\bm(\d+)(?:::|\.rs(?=:))")

_SENTINEL = -1

Errors = tuple[Diagnostic, ...]


class Asked(NamedTuple):
    """A program whose errors are asked for; whoever asks loses interest once `hopeful` is false of what was found.

    `thorough` if it is to be checked alone where others obscure what rustc says of it.
    """

    tree: SourceTree
    company: Company
    hopeful: Callable[[Errors], bool]
    thorough: bool = True


def are_green(trees: Sequence[SourceTree], compiler: Compiler) -> list[bool]:
    """Whether each program compiles; False where the compiler ran out of time."""
    asked = [Asked(tree, Company.GREEN, lambda errors: not errors) for tree in trees]
    return [errors == () for errors in errors_of(asked, compiler)]


def errors_of(asked: Sequence[Asked], compiler: Compiler) -> list[Errors | None]:
    """The errors of each program, as rustc reports them of it alone; None if they are not what was hoped for.

    Also None where the compiler ran out of time twice: the machine may have been busy once.
    """
    found: dict[int, Errors | None] = {}
    late: set[int] = set()
    runs = _runs([index for index, one in enumerate(asked) if _can_share(one)], asked, again=False)
    alone = [index for index, one in enumerate(asked) if not _can_share(one)]
    while runs or alone:
        crates = [_Crate.of(run, asked) for run in runs]
        trees = [*(crate.tree for crate in crates), *(asked[index].tree for index in alone)]
        results = compiler.check_many(trees)
        for index, result in zip(alone, results[len(crates) :], strict=True):
            usable = not result.timed_out and asked[index].hopeful(result.errors)
            found[index] = result.errors if usable else None
        slow = [index for index, result in zip(alone, results[len(crates) :], strict=True) if result.timed_out]
        readings = [crate.read(result, asked) for crate, result in zip(crates, results, strict=False)]
        runs = list(chain.from_iterable(reading.runs for reading in readings))
        unclear = list(chain.from_iterable(reading.unclear for reading in readings))
        runs += _runs(unclear, asked, again=True)
        obscured = list(chain.from_iterable(reading.alone for reading in readings))
        alone = [index for index in obscured if asked[index].thorough]
        found.update(dict.fromkeys(set(obscured).difference(alone)))
        alone += [index for index in slow if index not in late]
        late.update(slow)
        for reading in readings:
            found.update(reading.found)
    return [found[index] for index in range(len(asked))]


class _Run(NamedTuple):
    """Programs, by number, for one run; `again` if they have been together with others before."""

    programs: tuple[int, ...]
    again: bool


class _Reading(NamedTuple):
    """What one run tells: answers, runs to try next, and programs whose errors named others or are to be had alone."""

    found: dict[int, Errors | None]
    runs: Sequence[_Run] = ()
    unclear: Sequence[int] = ()
    alone: Sequence[int] = ()


def _can_share(asked: Asked) -> bool:
    tree = asked.tree
    return asked.company is not Company.ALONE and len(tree.files) == 1 and not _ALONE.search(tree.files[tree.root])


def _runs(indices: Sequence[int], asked: Sequence[Asked], *, again: bool) -> list[_Run]:
    """Programs of one company and edition, at most so many as fit one run, and as many runs as keep all cores busy."""
    groups: dict[tuple[Company, str], list[int]] = {}
    for index in indices:
        groups.setdefault((asked[index].company, asked[index].tree.edition), []).append(index)
    runs = []
    for group in groups.values():
        if again:
            dealt = _apart(group, asked)
        else:
            count = -(-len(group) // PROGRAMS_PER_RUN)
            # Dealt like cards: breaks of one program, which follow each other, repeat its names.
            dealt = [group[start::count] for start in range(count)]
        runs += [_Run(tuple(programs), again) for programs in dealt]
    return runs


def _apart(group: Sequence[int], asked: Sequence[Asked]) -> list[list[int]]:
    """As few runs as hold these programs without two in one that declare the same name or implement the same trait."""
    dealt: list[list[int]] = []
    taken: list[set[str]] = []
    for index in group:
        names = names_in(asked[index].tree.files[asked[index].tree.root])
        place = next((at for at, others in enumerate(taken) if others.isdisjoint(names)), len(dealt))
        if place == len(dealt):
            dealt.append([])
            taken.append(set())
        dealt[place].append(index)
        taken[place] |= names
    return dealt


@dataclass(frozen=True, slots=True)
class _Crate:
    """The programs of a run as modules of one crate."""

    tree: SourceTree
    run: _Run
    company: Company
    crowd: Crowd

    @classmethod
    def of(cls, run: _Run, asked: Sequence[Asked]) -> "_Crate":
        first = asked[run.programs[0]]
        texts = {index: asked[index].tree.files[asked[index].tree.root] for index in run.programs}
        files = {f"m{index}.rs": text for index, text in texts.items()}
        crowd = Crowd.of(texts)
        sentinel = first.company not in (Company.GREEN, Company.LATE)
        files["main.rs"] = "".join(f"mod m{index};\n" for index in texts) + (
            main_with(crowd.implemented) if sentinel else "fn main() {}\n"
        )
        return cls(SourceTree(files, edition=first.tree.edition), run, first.company, crowd)

    def read(self, result: CheckResult, asked: Sequence[Asked]) -> _Reading:
        """What to make of a run's result."""
        programs = self.run.programs
        if result.timed_out and len(programs) > 1:
            half = len(programs) // 2
            return _Reading({}, [_Run(programs[:half], self.run.again), _Run(programs[half:], self.run.again)])
        told = self._attributed(result)
        if told is None:
            return _Reading({}, alone=list(programs))
        open_ = [index for index in programs if asked[index].hopeful(told[index])]
        found: dict[int, Errors | None] = dict.fromkeys(set(programs).difference(open_))
        own = {index: tuple(_moved(e, index, asked[index].tree.root) for e in told[index]) for index in open_}
        shadowed, culprits = self._shadowed(told)
        certain = [index for index in open_ if index not in shadowed and self._is_certain(told, index)]
        sure = [index for index in certain if not any(map(_pushed, told[index]))]
        clear = [index for index in sure if self.crowd.concerns_alone(index, own[index], asked[index].tree.root)]
        found.update((index, own[index]) for index in clear)
        left = [index for index in open_ if index not in certain]
        kept = [index for index in left if index not in culprits]
        suspects = [index for index in kept if any(_may_stop(e, asked[index].tree) for e in own[index])]
        rest = [index for index in kept if index not in suspects] if len(kept) == len(programs) else kept
        runs = [_Run(tuple(rest), self.run.again)] if len(rest) < len(programs) and rest else []
        alone = [index for index in left if index not in culprits and not (runs and index in rest)]
        unclear = [index for index in open_ if index not in (*clear, *rest, *alone)]
        if self.run.again:
            return _Reading(found, runs, alone=unclear + alone)
        return _Reading(found, runs, unclear, alone)

    def _is_certain(self, told: dict[int, Errors], index: int) -> bool:
        """Whether a program would have just these errors alone: the run came as far as it would have."""
        errors = told[index]
        if _SENTINEL in told:
            return True
        if self.company is Company.GREEN:
            return not any(told.values())
        if self.company is Company.LATE:
            return all(error.code in LATE for others in told.values() for error in others)
        return bool(errors) and all(error.code in STOPPERS for error in errors)

    def _shadowed(self, told: dict[int, Errors]) -> tuple[set[int], set[int]]:
        """Programs whose errors may be hidden, since another implements a trait wrongly; and those that may do so."""
        blamed: dict[int, set[str]] = {
            index: {spoilt_trait(error) for error in told[index] if error.code in COHERENCE}
            for index in self.run.programs
        }
        spoilt: set[str] = set().union(*blamed.values())
        if _SENTINEL in told:
            lines = {span.line_start - len(blamed) for error in told[_SENTINEL] for span in error.primaries}
            spoilt = spoilt.difference(SENTINELS) | spoilt_of(self.crowd.implemented, lines)
        if not spoilt or len(blamed) == 1:
            return set(), set()
        may_spare = self.company is Company.IMPLEMENTED  # one more derive leaves no type to be inferred in doubt
        shadowed = {
            index
            for index, own in blamed.items()
            if not spoilt <= own and not (may_spare and self.crowd.spares(index, spoilt - own))
        }
        faulty = {index for index in blamed if told[index]}
        return shadowed, {index for index in faulty if self.crowd.implements(index, spoilt)} or faulty

    def _attributed(self, result: CheckResult) -> dict[int, Errors] | None:
        """Errors by program, as the run reports them, and those of the sentinel; None if one belongs nowhere."""
        told: dict[int, list[Diagnostic]] = {index: [] for index in self.run.programs}
        sentinels: list[Diagnostic] = []
        for error in result.errors:
            file = error.primary.file if error.primary is not None else ""
            number = re.fullmatch(r"m(\d+)\.rs", file)
            if number is not None:
                told[int(number[1])].append(error)
            elif file == "main.rs":
                sentinels.append(error)
            else:
                return None
        if any(error.code == BORROW for error in sentinels):
            told[_SENTINEL] = sentinels
        return None if result.timed_out else {index: tuple(errors) for index, errors in told.items()}


def _may_stop(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether the error may be one that hides others': an unclosed delimiter, or a path that leads to no trait."""
    if error.code is None:
        return about_delimiters(error)
    if error.code not in ("E0432", "E0433"):
        return error.code in STOPPERS | COHERENCE
    names = {name for span in error.primaries for name in re.findall(r"\w+", tree.line(span.file, span.line_start))}
    return any(re.search(rf"(?:\bimpl\b|\bdyn\b|[:+])[^{{;=]*\b{name}\b", tree.files[tree.root]) for name in names)


def _pushed(error: Diagnostic) -> bool:
    """Whether our prefix made a label longer that shares its line with others, which rustc may then lay out anew."""
    lines = Counter((span.file, span.line_start) for span in error.spans)
    return any(lines[span.file, span.line_start] > 1 and _OURS.search(span.label or "") for span in error.spans)


def _moved(error: Diagnostic, number: int, root: str) -> Diagnostic:
    """The diagnostic as it reads for the program alone; a suggestion with our prefix keeps it, to be noticed."""
    file = f"m{number}.rs"

    def text(words: str) -> str:
        return _OURS.sub(lambda found: found[0] if int(found[1]) != number else "" if ":" in found[0] else root, words)

    return moved(error, text=text, span=lambda old: replace(old, file=root) if old.file == file else old)
