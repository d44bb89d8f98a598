"""A green program and what one break made of it, verified: the raw material of pretraining, dreams and suites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from sleepy_coder.breaker.batch import are_green, sole_errors
from sleepy_coder.breaker.families import family_named
from sleepy_coder.breaker.operators.table import OPERATORS, Company
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
        files = {**self.green.files, site.file: source.decode()}
        return SourceTree(files, self.green.edition, self.green.crate_type)


Proposal = tuple[Program, Site]


def verified_pairs(proposed: Sequence[Proposal], compiler: Compiler) -> Iterator[Pair]:
    """Those of the proposed breaks that come to exactly one error of the family's codes, in a green program."""
    return (pair for pair in judged(proposed, compiler) if pair is not None)


def judged(proposed: Sequence[Proposal], compiler: Compiler) -> list[Pair | None]:
    """For each proposal its pair; None if rustc reports something else, or if the program was not green."""
    greens = list({program.green.digest: program.green for program, _ in proposed}.values())
    good = {tree.digest for tree, green in zip(greens, are_green(greens, compiler), strict=True) if green}
    broken = [program.broken_at(site) if program.green.digest in good else None for program, site in proposed]
    errors: dict[int, Diagnostic | None] = {}
    groups: dict[str, list[int]] = {}
    for index, (tree, (_, site)) in enumerate(zip(broken, proposed, strict=True)):
        if tree is not None:
            company = OPERATORS[site.family].company
            groups.setdefault(site.family if company is Company.OWN else company, []).append(index)
    for name, group in groups.items():
        trees = [tree for index in group if (tree := broken[index]) is not None]
        codes = [OPERATORS[proposed[index][1].family].codes for index in group]
        errors.update(zip(group, sole_errors(trees, codes, compiler, fatal=name == Company.NONE), strict=True))
    return [
        Pair(site.family, program.template, program.seed, program.green, tree, error)
        if tree is not None and (error := errors[index]) is not None
        else None
        for index, ((program, site), tree) in enumerate(zip(proposed, broken, strict=True))
    ]
