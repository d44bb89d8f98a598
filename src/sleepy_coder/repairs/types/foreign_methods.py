"""Methods by the names that other languages give them (E0599; the field `length`: E0609), where the type at hand has
one that does the same.

What does not do the same is left out: the length of a String, which elsewhere counts characters; a `pop` of a queue,
which may be of either end; a `get` that returns a default; whether an Option is empty, which may be said of what it
holds.
"""

import re
from collections.abc import Iterable, Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

LACKING = re.compile(
    r"no method named `(?P<name>\w+)` found for [a-z ]+ `[&*]*(?:mut )?(?:\w+::)*(?P<type>\[|\w+|\{\w+\})"
)
_NO_FIELD = re.compile(r"no field `(?P<name>length)` on type `[&*]*(?:mut )?(?:\w+::)*(?P<type>\[|\w+)")
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")
MAPS, SETS = ("HashMap", "BTreeMap"), ("HashSet", "BTreeSet")
LISTS = ("Vec", "[")
TEXTS = ("String", "str")
_COLLECTIONS = (*MAPS, *SETS, *LISTS, "VecDeque", "BinaryHeap")
ITERATORS = (
    *("Chain", "Chars", "Cloned", "Copied", "Enumerate", "Filter", "FilterMap", "FlatMap", "Flatten", "IntoIter"),
    *("Iter", "Lines", "Map", "Peekable", "Range", "RangeInclusive", "Rev", "Skip", "Split", "SplitWhitespace"),
    *("Take", "Zip", "Keys", "Values"),
)
FLOATS = ("f32", "f64", "{float}")

Row = tuple[Iterable[str], str, str]
_ROWS: tuple[Row, ...] = (
    (MAPS, "has has_key hasKey contains containsKey includes", "contains_key"),
    (MAPS, "set put", "insert"),
    ((*MAPS, *SETS), "delete erase", "remove"),
    (SETS, "has contains_key includes", "contains"),
    (SETS, "add", "insert"),
    (SETS, "discard", "remove"),
    (LISTS, "includes", "contains"),
    (("Vec",), "add push_back", "push"),
    (("Vec",), "pop_back", "pop"),
    (("Vec", *SETS, "VecDeque", "String"), "addAll add_all extend_from", "extend"),
    (MAPS, "putAll update", "extend"),
    (MAPS, "items entries iteritems", "iter"),
    (SETS, "push append", "insert"),
    (("String",), "append concat add", "push_str"),
    (("String",), "append", "push"),
    (("VecDeque",), "push add", "push_back"),
    (("VecDeque",), "enqueue", "push_back"),
    (("VecDeque",), "dequeue poll popleft shift", "pop_front"),
    (("VecDeque",), "appendleft unshift", "push_front"),
    (("BinaryHeap",), "add offer", "push"),
    (("BinaryHeap",), "poll", "pop"),
    (_COLLECTIONS, "size length", "len"),
    ((*_COLLECTIONS, *TEXTS), "isEmpty empty", "is_empty"),
    (TEXTS, "toUpperCase to_upper upper", "to_uppercase"),
    (TEXTS, "toLowerCase to_lower lower", "to_lowercase"),
    (TEXTS, "strip", "trim"),
    (TEXTS, "lstrip trimStart", "trim_start"),
    (TEXTS, "rstrip trimEnd", "trim_end"),
    (TEXTS, "startswith startsWith", "starts_with"),
    (TEXTS, "endswith endsWith", "ends_with"),
    (TEXTS, "includes", "contains"),
    (TEXTS, "splitlines split_lines", "lines"),
    (TEXTS, "equals", "eq"),
    (TEXTS, "indexOf index_of", "find"),
    (("char",), "isdigit isDigit", "is_ascii_digit"),
    (("char",), "isalnum", "is_alphanumeric"),
    (ITERATORS, "every", "all"),
    (ITERATORS, "some", "any"),
    (ITERATORS, "findIndex find_index", "position"),
    (ITERATORS, "forEach", "for_each"),
    (ITERATORS, "flatMap", "flat_map"),
    (ITERATORS, "reverse reversed", "rev"),
    (("Option",), "is_null isNull", "is_none"),
    (("Option",), "isPresent is_present has_value", "is_some"),
    (("Option",), "getOrElse get_or", "unwrap_or"),
    (FLOATS, "pow", "powi"),
    (FLOATS, "pow", "powf"),
)
"""Types, the names that their methods do not have, and the name of the method that does it."""


def foreign_methods(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The method by its name in Rust."""
    pattern = {"E0599": LACKING, "E0609": _NO_FIELD}.get(error.code or "")
    lacking = pattern.match(error.message) if pattern is not None else None
    if lacking is None or span.text != lacking["name"]:
        return
    called = "" if error.code == "E0599" else "()"
    line = tree.line(span.file, span.line_start)
    for meant in (*_meant(lacking["type"], span.text), *_snake(span.text)):
        new = line[: span.column_start - 1] + meant + called + line[span.column_end - 1 :]
        yield f"write `{meant}`", Edit(span.file, span.line_start, span.line_start, line, new)


def _meant(kind: str, name: str) -> list[str]:
    return [meant for types, names, meant in _ROWS if kind in types and name in names.split()]


def _snake(name: str) -> list[str]:
    """`unwrap_or` for `unwrapOr`."""
    spelt = re.sub(r"[A-Z]", lambda found: f"_{found[0].lower()}", name)
    return [spelt] if _CAMEL.fullmatch(name) else []
