"""What an iterator is collected into where nothing says it (E0282): a `let` without a type, of which the first method
that is called is one of texts alone, or of lists alone. rustc proposes a list, whatever the method.

    let text = word.chars().rev().collect();        let text: String = word.chars().rev().collect();
    text.trim()                                     text.trim()

What texts, lists, sets and iterators share, as `len` and `find`, tells nothing; nor does `join` where there are paths,
or any method where a type of the crate is collected, too.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_KNOWN_THERE = "type must be known at this point"
_COLLECTED = re.compile(r"\bFromIterator\b[^{;]*\bfor\b")
_OF_TEXTS = frozenset(
    (
        *("as_bytes", "as_str", "bytes", "char_indices", "chars", "eq_ignore_ascii_case", "lines", "parse"),
        *("push_str", "split_once", "split_whitespace", "to_lowercase", "to_uppercase", "trim", "trim_end"),
        *("trim_end_matches", "trim_matches", "trim_start", "trim_start_matches"),
    )
)
_OF_LISTS = frozenset(
    (
        *("chunks", "concat", "dedup", "dedup_by", "dedup_by_key", "extend_from_slice", "join", "reverse", "sort"),
        *("sort_by", "sort_by_cached_key", "sort_by_key", "sort_unstable", "sort_unstable_by", "sort_unstable_by_key"),
        *("split_first", "split_last", "windows"),
    )
)


def collected_kind(error: Diagnostic, tree: SourceTree) -> str | None:
    """`String` or `Vec<_>`, where the code tells which of them."""
    let = _collecting(error, tree)
    known = next((one for one in error.spans if one.label == _KNOWN_THERE and one.file in tree.files), None)
    used = value_at(tree, known) if known is not None and let is not None else None
    called = around(used, "call_expression")
    function = called.child_by_field_name("function") if called is not None else None
    if known is None or any(_COLLECTED.search(text) for text in tree.files.values()):
        return None
    if function is None or function.type != "field_expression" or function.child_by_field_name("value") != used:
        return None
    method = field_text(function, "field")
    if method in _OF_TEXTS:
        return "String"
    of_paths = method == "join" and any("Path" in text for text in tree.files.values())  # which are joined as well
    return "Vec<_>" if method in _OF_LISTS and not of_paths else None


def collected_kinds(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The type at the variable."""
    kind, let = collected_kind(error, tree), _collecting(error, tree)
    pattern = let.child_by_field_name("pattern") if let is not None else None
    if kind is not None and pattern is not None:
        yield f"collect into a `{kind}`", rewritten(tree, span.file, [after(pattern, f": {kind}")])


def _collecting(error: Diagnostic, tree: SourceTree) -> Node | None:
    """The `let` of one name, without a type, whose value is collected into nothing that is said."""
    span = error.primary
    if error.code != "E0282" or span is None or span.file not in tree.files:
        return None
    let = around(node_at(tree, span), "let_declaration", "block")
    if let is None or let.type != "let_declaration" or let.child_by_field_name("type") is not None:
        return None
    value, pattern = let.child_by_field_name("value"), let.child_by_field_name("pattern")
    function = value.child_by_field_name("function") if value is not None else None
    collects = function is not None and re.search(r"\.\s*collect$", node_text(function)) is not None
    return let if collects and pattern is not None and pattern.type == "identifier" else None
