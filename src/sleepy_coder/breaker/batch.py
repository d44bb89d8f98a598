"""Many programs checked by one run of rustc.

Starting rustc costs ten times what checking a small program does, so programs become the modules `m0.rs`, `m1.rs`, ..
of one crate: lines, columns, bytes and the rendered gutter are then those of the program itself, and only the file's
name and the prefix `mN::` have to be taken out of what rustc says. Whatever could read differently for a program alone
is checked alone: programs that speak of the crate root, have inner attributes or several files; syntax errors, which
may hide every other program's errors; and messages that name another program's items or count what all programs have in
common.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 64

_ALONE = re.compile(
    r"\bcrate\b(?!\))|#!\[|macro_rules!|\bextern\b|#\[(no_mangle|macro_export|global_allocator)|\bm\d+\b"
)
_DECLARED = re.compile(r"\b(?:struct|enum|trait|fn|type|mod|const|static|union)\s+([A-Za-z_]\w*)")
_MODULE = re.compile(r"\bmod\s+([A-Za-z_]\w*)")
_WORD = re.compile(r"[A-Za-z_]\w*")

# An error of the last phase. Where rustc reports it, no error of a program has kept rustc from looking at the others.
_LAST_ERROR = "fn main() {\n    let moved = vec![0];\n    drop(moved);\n    drop(moved);\n}\n"
_SENTINEL = -1

Errors = tuple[Diagnostic, ...]


def errors_of(trees: Sequence[SourceTree], compiler: Compiler, *, fatal: bool = False) -> list[Errors | None]:
    """The errors of each program as rustc reports them for it alone; None where the compiler ran out of time.

    With `fatal` no program is checked together with others, because rustc would stop at the first.
    """
    found: dict[int, Errors] = {}
    together = [index for index, tree in enumerate(trees) if not fatal and _can_share(tree)]
    while together:
        crates = [_Crate.of(chunk, trees) for chunk in _chunks(together, trees)]
        together = []
        for crate, result in zip(crates, compiler.check_many([crate.tree for crate in crates]), strict=True):
            told = crate.attributed(result)
            if _SENTINEL in told:
                found.update(
                    (index, told[index]) for index in crate.programs if crate.reads_the_same(index, told[index])
                )
            elif any(_has_syntax_error(errors) for errors in told.values()):
                together += [index for index in crate.programs if not _has_syntax_error(told[index])]
    alone = [index for index in range(len(trees)) if index not in found]
    results = compiler.check_many([trees[index] for index in alone])
    outcome: list[Errors | None] = [found.get(index) for index in range(len(trees))]
    for index, result in zip(alone, results, strict=True):
        outcome[index] = None if result.timed_out else result.errors
    return outcome


def _has_syntax_error(errors: Errors) -> bool:
    return any(error.code is None for error in errors)


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
    def of(cls, chunk: Sequence[int], trees: Sequence[SourceTree]) -> "_Crate":
        programs = {index: trees[index] for index in chunk}
        texts = {index: tree.files[tree.root] for index, tree in programs.items()}
        files = {f"m{index}.rs": text for index, text in texts.items()}
        files["main.rs"] = "".join(f"mod m{index};\n" for index in chunk) + _LAST_ERROR
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

    def reads_the_same(self, index: int, errors: Errors) -> bool:
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
    if re.search(r"\bm\d+\b|\bothers\b|other candidate|full (type )?name", told):
        return False
    for path, name in re.findall(r"\b((?:\w+::)+)(\w+)", told):
        if name in repeated and not modules.isdisjoint(path.split("::")):
            return False
    words = set(_WORD.findall(" ".join(re.findall(r"`([^`]*)`", told))))
    words.update(word for word in _WORD.findall(told) if word[0].isupper())
    words.update(word for span in spans if span.replacement for word in _WORD.findall(span.replacement))
    return words.isdisjoint(foreign)
