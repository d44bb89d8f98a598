"""An operator of an associated type of which nothing says what it gives (E0308): `S::Item: Add` allows `a + b`, and the
sum is of a type of its own until the bound is `Add<Output = S::Item>`. Of type parameters rustc says so itself.

The code takes the result for such an item. Where what it is called with gives something else, the call is an error.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_DIFFERENT = re.compile(
    r"expected associated type `(?P<wanted>.+)`\s+"
    r"found associated type `<(?P=wanted) as (?:\w+::)*(?P<trait>\w+)>::Output`"
)
_QUALIFIED = re.compile(r"<(\w+) as [^<>]+(?:<[^<>]*>)?>::")


def operator_outputs(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The operator's bound with its result, where the function or the implementation asks for the operator."""
    said = _DIFFERENT.search("\n".join(error.remarks)) if error.code == "E0308" else None
    home = around(node_at(tree, span), "function_item", "impl_item") if said is not None else None
    while said is not None and home is not None:
        for predicate in _predicates(home):
            kind = field_text(predicate, "left")
            bounds = predicate.child_by_field_name("bounds") if _plain(kind) == _plain(said["wanted"]) else None
            for one in bounds.named_children if bounds is not None else ():
                if node_text(one).rpartition("::")[2] == said["trait"]:
                    text = f"<Output = {kind}>"
                    yield f"say that it gives `{kind}`", rewritten(tree, span.file, [after(one, text)])
        home = around(home.parent, "function_item", "impl_item")


def _predicates(home: Node) -> list[Node]:
    clauses = [one for one in home.named_children if one.type == "where_clause"]
    return [one for clause in clauses for one in walk(clause) if one.type == "where_predicate"]


def _plain(kind: str) -> str:
    """`S::Item` for `<S as Source>::Item`."""
    return _QUALIFIED.sub(r"\1::", kind)
