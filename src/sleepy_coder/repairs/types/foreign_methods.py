"""Methods by the names that other languages give them (E0599), where the type at hand has one that does the same.

What does not do the same is left out: the length of a String, which elsewhere counts characters; a `pop` of a queue,
which may be of either end; a `get` that returns a default; whether an Option is empty, which may be said of what it
holds.
"""

import re
from collections.abc import Iterable, Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(
    r"no method named `(?P<name>\w+)` found for [a-z ]+ `[&*]*(?:mut )?(?:\w+::)*(?P<type>\[|\w+|\{\w+\})"
)
_MAPS, _SETS = ("HashMap", "BTreeMap"), ("HashSet", "BTreeSet")
_LISTS = ("Vec", "[")
_TEXTS = ("String", "str")
_COLLECTIONS = (*_MAPS, *_SETS, *_LISTS, "VecDeque", "BinaryHeap")
_ITERATORS = (
    *("Chain", "Chars", "Cloned", "Copied", "Enumerate", "Filter", "FilterMap", "FlatMap", "Flatten", "IntoIter"),
    *("Iter", "Lines", "Map", "Peekable", "Range", "RangeInclusive", "Rev", "Skip", "Split", "SplitWhitespace"),
    *("Take", "Zip"),
)
_FLOATS = ("f32", "f64", "{float}")

Row = tuple[Iterable[str], str, str]
_ROWS: tuple[Row, ...] = (
    (_MAPS, "has has_key hasKey contains containsKey includes", "contains_key"),
    (_MAPS, "set put", "insert"),
    ((*_MAPS, *_SETS), "delete erase", "remove"),
    (_SETS, "has contains_key includes", "contains"),
    (_SETS, "add", "insert"),
    (_SETS, "discard", "remove"),
    (_LISTS, "includes", "contains"),
    (("Vec",), "add", "push"),
    (("VecDeque",), "enqueue", "push_back"),
    (("VecDeque",), "dequeue poll popleft shift", "pop_front"),
    (("VecDeque",), "appendleft unshift", "push_front"),
    (("BinaryHeap",), "add offer", "push"),
    (("BinaryHeap",), "poll", "pop"),
    (_COLLECTIONS, "size length", "len"),
    ((*_COLLECTIONS, *_TEXTS), "isEmpty empty", "is_empty"),
    (_TEXTS, "toUpperCase to_upper upper", "to_uppercase"),
    (_TEXTS, "toLowerCase to_lower lower", "to_lowercase"),
    (_TEXTS, "strip", "trim"),
    (_TEXTS, "lstrip trimStart", "trim_start"),
    (_TEXTS, "rstrip trimEnd", "trim_end"),
    (_TEXTS, "startswith startsWith", "starts_with"),
    (_TEXTS, "endswith endsWith", "ends_with"),
    (_TEXTS, "includes", "contains"),
    (_TEXTS, "splitlines", "lines"),
    (_ITERATORS, "every", "all"),
    (_ITERATORS, "some", "any"),
    (_ITERATORS, "findIndex find_index", "position"),
    (_ITERATORS, "forEach", "for_each"),
    (_ITERATORS, "flatMap", "flat_map"),
    (("Option",), "isPresent is_present has_value", "is_some"),
    (("Option",), "getOrElse get_or", "unwrap_or"),
    (_FLOATS, "pow", "powi"),
    (_FLOATS, "pow", "powf"),
)
"""Types, the names that their methods do not have, and the name of the method that does it."""


def foreign_methods(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The method by its name in Rust."""
    lacking = _LACKING.match(error.message) if error.code == "E0599" else None
    if lacking is None or span.text != lacking["name"]:
        return
    line = tree.line(span.file, span.line_start)
    for types, names, meant in _ROWS:
        if lacking["type"] in types and lacking["name"] in names.split():
            new = line[: span.column_start - 1] + meant + line[span.column_end - 1 :]
            yield f"write `{meant}`", Edit(span.file, span.line_start, span.line_start, line, new)
