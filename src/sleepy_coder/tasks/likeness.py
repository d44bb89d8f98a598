"""How alike two programs are, whatever their names and literals: what keeps evaluation items out of training sets.

A program becomes a sequence of tokens in which what it names itself, and every literal, is a placeholder; keywords,
macros, methods and the types of the standard library stay. Two programs are compared by the shingles (runs of five
tokens) that they share: Jaccard's index of the two sets, and, where one is much the longer, the part of the other that
lies in it. Suites are small enough to compare exactly; nothing is estimated.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.suites import Suite, added, load_suite, shipped

SHINGLE = 5
NEAR = 0.5
"""From this share of all their shingles on two programs count as one; docs/decisions says why."""

WITHIN = 0.85
"""So much of a program's shingles in a text that is more than twice as long: the text holds the program."""

_TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<text>[bc]?r?(\#*)"(?:(?!"\3)(?:\\.|[^\\]|\\))*"\3|b?'(?:\\[^']+|[^'\\])')
    |(?P<lifetime>'\w+)
    |(?P<number>\d[\w]*(?:\.\d\w*)?)
    |(?P<name>(?:r\#)?[^\W\d]\w*)
    |(?P<mark>::|->|=>|\.\.=?|&&|\|\||[=!<>+\-*/%^&|]=|<<|>>|[^\s])
    """,
    re.VERBOSE | re.DOTALL,
)
_DECLARED = re.compile(r"\b(?:fn|struct|enum|trait|type|mod|const|static|union|macro_rules!)\s+([A-Za-z_]\w*)")
_KEPT = frozenset(
    (
        *("as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false"),
        "fn",
        *("for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self"),
        *("Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "derive"),
        *("bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128"),
        *("isize", "f32", "f64", "String", "Option", "Some", "None", "Result", "Ok", "Err", "Vec", "VecDeque", "Box"),
        *("Rc", "Arc", "Weak", "Cow", "Cell", "RefCell", "Mutex", "RwLock", "HashMap", "HashSet", "BTreeMap"),
        *("BTreeSet", "BinaryHeap", "Iterator", "IntoIterator", "FromIterator", "From", "Into", "Default", "Clone"),
        *("Copy", "Debug", "Display", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Fn", "FnMut", "FnOnce", "Drop"),
        *("Deref", "Add", "Sub", "Mul", "Neg", "Index", "Send", "Sync", "Sized"),
    )
)


class Near(NamedTuple):
    """The most alike of the programs that were compared with: its name, the likeness, and how much of it was found,
    both from 0 to 1.
    """

    item: str
    likeness: float
    within: float

    @property
    def too_near(self) -> bool:
        """Whether the two count as one."""
        return self.likeness >= NEAR or self.within >= WITHIN


def normalised(source: str) -> tuple[str, ...]:
    """The tokens of Rust source, complete or not, that renaming and other literals leave as they are."""
    declared = set(_DECLARED.findall(source))
    found = [(match.lastgroup, match["name"] or match[0]) for match in _TOKEN.finditer(source)]
    parts = [(kind, text) for kind, text in found if kind != "comment"]
    tokens: list[str] = []
    for at, (kind, text) in enumerate(parts):
        if kind == "mark":
            tokens.append(text)
        elif kind == "name":
            after = parts[at + 1][1] if at + 1 < len(parts) else ""
            method = at > 0 and parts[at - 1][1] == "." and after in ("(", "::")
            kept = text in _KEPT or ((method or after == "!") and text not in declared)
            tokens.append(text if kept else "_")
        else:
            tokens.append({"text": '"', "lifetime": "'_", "number": "0"}[kind or "number"])
    return tuple(tokens)


def shingles(tokens: Sequence[str]) -> frozenset[int]:
    """Hashes of all runs of five tokens, good for this process only; a shorter text is one run."""
    last = max(len(tokens) - SHINGLE, 0)
    return frozenset(hash(tuple(tokens[at : at + SHINGLE])) for at in range(last + 1))


class Index:
    """Programs to compare with. What has one and the same form is kept once, under the name that came first."""

    def __init__(self, programs: Iterable[tuple[str, str]]) -> None:
        self._names: list[str] = []
        self._sizes: list[int] = []
        self._where: dict[int, list[int]] = {}
        self._known: dict[tuple[str, ...], Near | None] = {}
        forms = {normalised(source): name for name, source in reversed(list(programs))}
        for tokens, name in reversed(forms.items()):
            found = shingles(tokens)
            for one in found:
                self._where.setdefault(one, []).append(len(self._names))
            self._names.append(name)
            self._sizes.append(len(found))

    def nearest(self, source: str) -> Near | None:
        """The program that is most alike; None if none shares anything with `source`."""
        tokens = normalised(source)
        if tokens not in self._known:
            self._known[tokens] = self._nearest(shingles(tokens))
        return self._known[tokens]

    def too_near(self, source: str) -> bool:
        """Whether a training set must do without this program."""
        found = self.nearest(source)
        return found is not None and found.too_near

    def _nearest(self, found: frozenset[int]) -> Near | None:
        shared = Counter(item for one in found for item in self._where.get(one, ()))
        compared = (self._compared(item, times, len(found)) for item, times in shared.items())
        return max(compared, key=lambda near: max(near.likeness / NEAR, near.within / WITHIN), default=None)

    def _compared(self, item: int, shared: int, size: int) -> Near:
        own = self._sizes[item]
        longer = size > 2 * own
        return Near(self._names[item], shared / (own + size - shared), shared / own if longer else 0.0)


@dataclass
class HeldOut:
    """The items of suites, which every training set must keep away from, and how many programs were refused so far."""

    index: Index
    refused: int = 0

    @classmethod
    def of(cls, suites: Iterable[Suite]) -> "HeldOut":
        """All tasks of these suites, broken and mended; suites that training may use count for nothing."""
        return cls(
            Index(
                (task.id, "\n".join(files.values()))
                for suite in suites
                if suite.card is None or suite.card.held_out
                for task in suite.tasks
                for files in (task.files, task.reference or task.files)
            )
        )

    @classmethod
    def shipped(cls, own: Path | None = None) -> "HeldOut":
        """The suites of the package, and the owner's own in the folder `own`."""
        names = (*shipped(), *(added(own) if own is not None else ()))
        return cls.of(load_suite(name, own) for name in names)

    def admits(self, *trees: SourceTree) -> bool:
        """Whether none of these is near an item; counts those that are not admitted."""
        near = any(self.index.too_near("\n".join(tree.files.values())) for tree in trees)
        self.refused += near
        return not near
