"""Many programs checked by one run of rustc.

Starting rustc costs ten times what checking a small program does, so programs become the modules `m0.rs`, `m1.rs`, ..
of one crate: lines, columns, bytes and the rendered gutter are then those of the program itself, and only the file's
name and the prefix `mN::` have to be taken out of what rustc says. Whatever could read differently for a program alone
is checked alone: programs that speak of the crate root, have inner attributes or several files; syntax errors that end
the parser; and messages that name another program's items or list what implements a trait.

rustc works in phases and stops after one with errors. Errors of one program that keep rustc from a phase hide errors of
that phase in the others, never errors of the same phase. So a program whose one error was reported has one alone as
well, but one without errors is green only if the whole run was.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sleepy_coder.breaker.families import Codes
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 64

_ALONE = re.compile(
    r"\bcrate\b(?!\))|#!\[|macro_rules!|\bextern\b|#\[(no_mangle|macro_export|global_allocator)|\bm\d+\b"
)
_DECLARED = re.compile(r"\b(?:struct|enum|trait|fn|type|mod|const|(?<!')static|union)\s+([A-Za-z_]\w*)")
_MODULE = re.compile(r"\bmod\s+([A-Za-z_]\w*)")
_WORD = re.compile(r"[A-Za-z_]\w*")

# An error of the borrow checker. Where rustc reports it, no program has kept rustc from checking the others so far.
_LATE_ERROR = "fn main() {\n    let moved = vec![0];\n    drop(moved);\n    drop(moved);\n}\n"
_NO_ERROR = "fn main() {}\n"
_SENTINEL = -1
# Where no sentinel is reported, these errors may be why: syntax, and paths of traits that lead nowhere.
_STOPPERS: Codes = frozenset((None, "E0433"))

Errors = tuple[Diagnostic, ...]


def are_green(trees: Sequence[SourceTree], compiler: Compiler) -> list[bool]:
    """Whether each program compiles; False where the compiler ran out of time."""
    green: dict[int, bool] = {}
    chunks = _chunks([index for index, tree in enumerate(trees) if _can_share(tree)], trees)
    while chunks:
        crates = [_Crate.of(chunk, trees, _NO_ERROR) for chunk in chunks]
        chunks = []
        for crate, result in zip(crates, compiler.check_many([crate.tree for crate in crates]), strict=True):
            red = [index for index, errors in crate.attributed(result).items() if errors]
            if result.green:
                green.update(dict.fromkeys(crate.programs, True))
            green.update(dict.fromkeys(red, False))
            chunks += crate.again([index for index in crate.programs if index not in green], result)
    alone = [index for index in range(len(trees)) if index not in green]
    checked = zip(alone, compiler.check_many([trees[index] for index in alone]), strict=True)
    green.update((index, result.green) for index, result in checked)
    return [green[index] for index in range(len(trees))]


def sole_errors(
    trees: Sequence[SourceTree], codes: Sequence[Codes], compiler: Compiler, *, fatal: bool = False
) -> list[Diagnostic | None]:
    """The error of each program that has just one and of its `codes`, as rustc reports it alone; None for the others.

    Errors that rustc looks for only in a crate without any other (private types in public places, lints) may be missed.
    With `fatal` no program is checked together with others, because rustc would stop at the first.
    """
    found: dict[int, Diagnostic | None] = {}
    chunks = _chunks([index for index, tree in enumerate(trees) if not fatal and _can_share(tree)], trees)
    while chunks:
        crates = [_Crate.of(chunk, trees, _LATE_ERROR) for chunk in chunks]
        chunks = []
        for crate, result in zip(crates, compiler.check_many([crate.tree for crate in crates]), strict=True):
            told = crate.attributed(result)
            open_ = [index for index in crate.programs if _may_be_sole(told.get(index, ()), codes[index])]
            found.update(dict.fromkeys(set(crate.programs).difference(open_)))
            if _SENTINEL in told:
                found.update(
                    (index, next(iter(told[index]), None)) for index in open_ if crate.reads_alike(index, told[index])
                )
            else:
                stoppers = [i for i in open_ if any(error.code in _STOPPERS for error in told.get(i, ()))]
                enough = len(open_) < len(crate.programs)
                chunks += crate.again([i for i in open_ if enough or i not in stoppers], result)
    alone = [index for index in range(len(trees)) if index not in found]
    for index, result in zip(alone, compiler.check_many([trees[index] for index in alone]), strict=True):
        sole = len(result.errors) == 1 and not result.timed_out and result.errors[0].code in codes[index]
        found[index] = result.errors[0] if sole else None
    return [found[index] for index in range(len(trees))]


def _may_be_sole(errors: Errors, codes: Codes) -> bool:
    """False where the run has shown enough: more errors or others than wanted; rustc reports those alone as well."""
    return len(errors) < 2 and all(error.code in codes for error in errors)


def _can_share(tree: SourceTree) -> bool:
    return len(tree.files) == 1 and _ALONE.search(tree.files[tree.root]) is None


def _chunks(indices: Sequence[int], trees: Sequence[SourceTree]) -> list[list[int]]:
    """Programs of one edition, at most so many as fit one run."""
    by_edition: dict[str, list[int]] = {}
    for index in indices:
        by_edition.setdefault(trees[index].edition, []).append(index)
    runs = {edition: -(-len(group) // PROGRAMS_PER_RUN) for edition, group in by_edition.items()}
    # Dealt like cards: breaks of one program, which follow each other, repeat its names.
    return [group[at :: runs[edition]] for edition, group in by_edition.items() for at in range(runs[edition])]


@dataclass(frozen=True, slots=True)
class _Crate:
    """Programs as modules of one crate; `programs` by number.

    `foreign` what the others declare and one does not mention; `repeated` what several declare.
    """

    tree: SourceTree
    programs: dict[int, SourceTree]
    foreign: dict[int, frozenset[str]]
    repeated: frozenset[str]

    @classmethod
    def of(cls, chunk: Sequence[int], trees: Sequence[SourceTree], main: str) -> "_Crate":
        programs = {index: trees[index] for index in chunk}
        texts = {index: tree.files[tree.root] for index, tree in programs.items()}
        files = {f"m{index}.rs": text for index, text in texts.items()}
        files["main.rs"] = "".join(f"mod m{index};\n" for index in chunk) + main
        declared = Counter(name for text in texts.values() for name in set(_DECLARED.findall(text)))
        foreign = {index: frozenset(declared).difference(_WORD.findall(text)) for index, text in texts.items()}
        repeated = frozenset(name for name, times in declared.items() if times > 1)
        return cls(SourceTree(files, edition=trees[chunk[0]].edition), programs, foreign, repeated)

    def attributed(self, result: CheckResult) -> dict[int, Errors]:
        """Errors by program, and those of the sentinel; nothing at all if one belongs nowhere or time ran out."""
        told: dict[int, list[Diagnostic]] = {index: [] for index in self.programs}
        for error in result.errors:
            file = error.primary.file if error.primary is not None else ""
            number = re.fullmatch(r"m(\d+)\.rs", file)
            if number is not None:
                index = int(number[1])
                told[index].append(_moved(error, file, f"m{index}::", self.programs[index].root))
            elif file == "main.rs" and error.code == "E0382":
                told[_SENTINEL] = [error]
            else:
                return {}
        return {} if result.timed_out else {index: tuple(errors) for index, errors in told.items()}

    def again(self, left: list[int], result: CheckResult) -> list[list[int]]:
        """What to try next with the programs that are `left`: without the others, or in halves when time ran out.

        Nothing when the run told nothing to go by: they are to be checked alone.
        """
        if result.timed_out and len(self.programs) > 1:
            half = len(left) // 2
            return [left[:half], left[half:]]
        return [left] if 0 < len(left) < len(self.programs) else []

    def reads_alike(self, index: int, errors: Errors) -> bool:
        """Whether rustc would say this of the program alone as well."""
        program = self.programs[index]
        modules = set(_MODULE.findall(program.files[program.root]))
        return all(_is_own(error, program.root, self.foreign[index], modules, self.repeated) for error in errors)


def _spans(error: Diagnostic) -> list[Span]:
    return [*error.spans, *(span for child in error.children for span in child.spans)]


def _moved(error: Diagnostic, file: str, prefix: str, root: str) -> Diagnostic:
    """The diagnostic as it reads for the program alone."""
    ours = re.compile(rf"\b{prefix}|\b{re.escape(file)}(?=:)")

    def text(words: str) -> str:
        return ours.sub(lambda found: "" if found[0] == prefix else root, words)

    def span(old: Span) -> Span:
        return replace(
            old,
            file=root if old.file == file else old.file,
            label=None if old.label is None else text(old.label),
            replacement=None if old.replacement is None else text(old.replacement),
        )

    return replace(
        error,
        message=text(error.message),
        spans=tuple(map(span, error.spans)),
        children=tuple(
            Child(child.level, text(child.message), tuple(map(span, child.spans))) for child in error.children
        ),
        rendered=text(error.rendered),
    )


def _is_own(error: Diagnostic, root: str, foreign: frozenset[str], modules: set[str], repeated: frozenset[str]) -> bool:
    """Whether the diagnostic speaks of nothing but the program and the standard library.

    rustc shortens a path whose last name is unique in the crate, so a path through the program's own `modules` to a
    name that several programs declare is longer here than it would be alone.
    """
    spans = _spans(error)
    if any(span.file != root for span in spans):
        return False
    texts = [error.message, *(child.message for child in error.children)]
    texts += [words for span in spans for words in (span.label, span.replacement) if words]
    told = "\n".join(texts)
    # Three dots stand for the rest of a long type, and the prefix may have made it too long.
    if re.search(r"\bm\d+\b|\bothers\b|other (candidate|types implement)|\.{3}", told):
        return False
    for path, name in re.findall(r"\b((?:\w+::)+)(\w+)", told):
        if name in repeated and not modules.isdisjoint(path.split("::")):
            return False
    words = set(_WORD.findall(" ".join(re.findall(r"`([^`]*)`", told))))
    words.update(word for word in _WORD.findall(told) if word[0].isupper())
    words.update(word for span in spans if span.replacement for word in _WORD.findall(span.replacement))
    return words.isdisjoint(foreign)
