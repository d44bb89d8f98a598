"""An iterator that is sorted (E0599), as elsewhere one may: it is collected first, and what is sorted is the list.

let names = ages.keys().sort();        let mut names: Vec<_> = ages.keys().collect();
                                       names.sort();
"""

from collections.abc import Iterator

from sleepy_coder.repairs.types.foreign_methods import ITERATORS, LACKING
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_SORTING = {
    "sorted": "sort",
    **{name: name for name in ("sort", "sort_by", "sort_by_key", "sort_unstable", "reverse")},
}


def sorted_iterators(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The list that a `let` binds to what is sorted, and its sorting behind it."""
    lacking = LACKING.match(error.message) if error.code == "E0599" else None
    if lacking is None or lacking["type"] not in ITERATORS or span.text not in _SORTING:
        return
    name = node_at(tree, span)
    let = around(name, "let_declaration", "block")
    pattern, value, kind = (
        let.child_by_field_name(field) if let is not None else None for field in ("pattern", "value", "type")
    )
    if let is None or name is None or name.parent is None or pattern is None or value is None:
        return
    if pattern.type != "identifier" or value != name.parent.parent or not node_text(let).endswith(";"):
        return
    line = tree.line(span.file, let.start_point.row + 1)
    indent, local = line[: len(line) - len(line.lstrip())], node_text(pattern)
    mutable = "" if any(child.type == "mutable_specifier" for child in let.children) else "mut "
    typed = [instead(pattern, f"{mutable}{local}: Vec<_>")] if kind is None else [before(pattern, mutable)]
    called = instead(name, f"collect();\n{indent}{local}.{_SORTING[span.text]}")
    yield "sort the list of it", rewritten(tree, span.file, [*typed, called])
