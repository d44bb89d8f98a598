"""A trait that is used as `dyn` with a method that no table of functions can hold (E0038), as one with type parameters
of its own: `where Self: Sized` keeps the method for the types themselves. Who calls it through `dyn` is told by rustc.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Point

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, apart
from sleepy_coder.rust.source import Edit, SourceTree

_BECAUSE = re.compile(
    r"^\.\.\.because (?:method `\w+` (?:has generic type parameters|references the `Self` type in .+)"
    r"|associated function `\w+` has no `self` parameter)$"
)


def sized_methods(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The clause on each method that rustc names."""
    reasons = [one for child in error.children for one in child.spans if error.code == "E0038" and one.label]
    because = [one for one in reasons if (one.label or "").startswith(("...because", "...and"))]
    pieces: dict[Point, tuple[str, Piece]] = {}
    for one in because:
        method = (
            around(node_at(tree, one), "function_item", "function_signature_item") if one.file in tree.files else None
        )
        home = around(method, "trait_item")
        said = _BECAUSE.match((one.label or "").replace("...and", "...because"))
        if said is None or method is None or home is None:
            return
        if any(part.type == "where_clause" for part in method.named_children):
            return
        inner, outer = " " * method.start_point.column, " " * home.start_point.column
        step = inner.removeprefix(outer) or "    "
        head = method.child_by_field_name("return_type") or method.child_by_field_name("parameters")
        body = method.child_by_field_name("body")
        if head is None:
            return
        clause = f"\n{inner}where\n{inner}{step}Self: Sized" + (f",\n{inner}" if body is not None else "")
        pieces[method.start_point] = (
            one.file,
            (head.end_point, body.start_point if body is not None else head.end_point, clause),
        )
    files = {file for file, _ in pieces.values()}
    if len(files) == 1:
        (file,) = files
        yield "leave it out of `dyn`", apart(tree, file, [piece for _, piece in pieces.values()])
