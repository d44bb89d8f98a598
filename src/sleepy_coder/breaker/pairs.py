"""A green program and what one break made of it, verified: the raw material of pretraining, dreams and suites."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from sleepy_coder.breaker.batch import Asked, Errors, errors_of
from sleepy_coder.breaker.company import COPIED, Company
from sleepy_coder.breaker.families import family_named
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.breaker.packing import Function, Part, Stub, packed, part_of, plain_functions, stubs_of, unpacked
from sleepy_coder.breaker.syntax import Break, Syntax
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree


@dataclass(frozen=True, slots=True)
class Pair:
    """`green` compiles and is the answer; `broken` has one error, `diagnostic`, of a code that `family` expects.

    `template` names what `green` was made from with `seed`; '' and 0 when the green code was given.
    """

    family: str
    template: str
    seed: int
    green: SourceTree
    broken: SourceTree
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a file of a program where a family's operator would break it.

    `ordinal` is the same in every renaming.
    """

    family: str
    file: str
    ordinal: int
    made: Break


@dataclass(frozen=True)
class Program:
    """Green code (believed so until rustc has seen it) with its syntax parsed at most once."""

    green: SourceTree
    template: str = ""
    seed: int = 0

    @cached_property
    def _syntaxes(self) -> dict[str, Syntax]:
        parsed = {file: Syntax(text.encode()) for file, text in self.green.files.items() if file.endswith(".rs")}
        return {file: syntax for file, syntax in parsed.items() if not syntax.broken}

    def sites(self, family: str, rng: Random) -> list[Site]:
        """Every break that the family's operator proposes, in source order; none where tree-sitter cannot parse."""
        operator = OPERATORS[family_named(family).name]
        return [
            Site(family, file, ordinal, made)
            for file, syntax in self._syntaxes.items()
            for ordinal, made in enumerate(operator.sites(syntax, rng))
        ]

    def broken_at(self, site: Site) -> SourceTree | None:
        """The program with that break; None if it changes nothing, or breaks the syntax and is not meant to."""
        before = self._syntaxes[site.file].source
        source = site.made.apply(before)
        if source == before or (None not in OPERATORS[site.family].codes and Syntax(source).broken):
            return None
        return self.green.with_files({site.file: source.decode()})

    def unread(self, file: str) -> str:
        """Why no operator looks into a file; '' if they do."""
        return "" if file in self._syntaxes else "no Rust that tree-sitter can read"

    def part(self, site: Site) -> Part | None:
        """The break as one of several in a copy; None if it cannot be."""
        return part_of(site.file, self._syntaxes[site.file].source, self._functions[site.file], site.made)

    def copy_with(self, parts: Mapping[int, Part]) -> "Copy":
        """The program with all of these breaks at once, by number."""
        files: dict[str, str] = {}
        stubs: list[Stub] = []
        for file, functions in self._functions.items():
            source = self._syntaxes[file].source
            mine = stubs_of(file, source, functions, parts.values())
            cuts = [cut for part in parts.values() if part.file == file for cut in part.made.cuts]
            files[file] = Break((*cuts, *(stub.cut for stub in mine))).apply(source).decode()
            stubs += mine
        return Copy(self.green.with_files(files), parts, tuple(stubs))

    @cached_property
    def _functions(self) -> dict[str, tuple[Function, ...]]:
        return {file: plain_functions(syntax) for file, syntax in self._syntaxes.items()}


@dataclass(frozen=True, slots=True)
class Copy:
    """A program with several breaks, by number, and without the bodies that they do not concern."""

    tree: SourceTree
    parts: Mapping[int, Part]
    stubs: tuple[Stub, ...]

    def read(self, errors: Errors | None) -> dict[int, Errors | None]:
        """The errors of each break; None where the copy does not tell."""
        return dict.fromkeys(self.parts) if errors is None else unpacked(errors, self.parts, self.stubs)


Proposal = tuple[Program, Site]


def judged(proposed: Sequence[Proposal], compiler: Compiler) -> list[Pair | None]:
    """For each proposal its pair; None if rustc reports something else, or if the program was not green."""
    broken = [program.broken_at(site) for program, site in proposed]
    greens = list({program.green.digest: program.green for program, _ in proposed}.values())
    copies, singles = _copies(proposed, broken)
    asked = [
        *(Asked(tree, Company.GREEN, lambda errors: not errors) for tree in greens),
        *(Asked(copy.tree, Company.BROKEN, lambda errors: True, thorough=False) for copy in copies),
        *(_single(proposed[index], tree) for index in singles if (tree := broken[index]) is not None),
    ]
    answers = errors_of(asked, compiler)
    green = {tree.digest for tree, errors in zip(greens, answers, strict=False) if errors == ()}
    found = dict(zip(singles, answers[len(greens) + len(copies) :], strict=True))
    doubtful: list[int] = []
    for copy, errors in zip(copies, answers[len(greens) :], strict=False):
        for index, own in copy.read(errors).items():
            found[index] = own
            doubtful += [index] if own is None else []
    again = [_single(proposed[index], tree) for index in doubtful if (tree := broken[index]) is not None]
    found.update(zip(doubtful, errors_of(again, compiler), strict=True))
    return [
        pair_of(program, site, tree, found.get(index)) if program.green.digest in green else None
        for index, ((program, site), tree) in enumerate(zip(proposed, broken, strict=True))
    ]


def _copies(proposed: Sequence[Proposal], broken: Sequence[SourceTree | None]) -> tuple[list[Copy], list[int]]:
    """Copies for the breaks that can share one, and the numbers of all the others that are to be checked."""
    by_program: dict[str, dict[int, Part]] = {}
    for index, ((program, site), tree) in enumerate(zip(proposed, broken, strict=True)):
        if tree is not None and OPERATORS[site.family].company in COPIED and (part := program.part(site)) is not None:
            by_program.setdefault(program.green.digest, {})[index] = part
    groups = [copy for group in by_program.values() for copy in packed(group)]
    shared = {index for group in groups for index in group}
    copies = [proposed[next(iter(group))][0].copy_with(group) for group in groups]
    return copies, [index for index, tree in enumerate(broken) if tree is not None and index not in shared]


def _single(proposal: Proposal, tree: SourceTree) -> Asked:
    codes, company = OPERATORS[proposal[1].family].codes, OPERATORS[proposal[1].family].company
    return Asked(tree, company, lambda errors: len(errors) < 2 and all(e.code in codes for e in errors))


def pair_of(program: Program, site: Site, tree: SourceTree | None, errors: Errors | None) -> Pair | None:
    """The pair, if the errors of the broken program are one of the family's codes."""
    if tree is None or errors is None or len(errors) != 1 or errors[0].code not in OPERATORS[site.family].codes:
        return None
    return Pair(site.family, program.template, program.seed, program.green, tree, errors[0])
