"""A `?` on an error that the function does not return (E0277), where what it returns tells how it is made of the other:
a String is its text, and an enum has one variant that holds it. A function that returns an Option wants no error.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.chains import method_of, next_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import Piece, after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CONVERTED = re.compile(r"`\?` couldn't convert the error to `(?:\w+::)*(?P<wanted>\w+)`")
_FROM = re.compile(r"the trait `From<(?P<given>.+)>` is not implemented for `")

_DISCARDED = "use `.ok()?` if you want to discard"


def error_conversions(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`map_err` or `ok` before the `?`."""
    asked = around(value_at(tree, span), "try_expression") if error.code == "E0277" else None
    if asked is not None and asked.named_children and (span.label or "").startswith(_DISCARDED):
        value = asked.named_children[0]
        yield "take it as an Option", rewritten(tree, span.file, [after(value, next_call(value, "ok()"))])
    wanted = _CONVERTED.match(error.message) if error.code == "E0277" else None
    given = _FROM.match(span.label or "")
    if wanted is None or given is None or asked is None or not asked.named_children:
        return
    if wanted["wanted"] == "String":
        made = ["|e| e.to_string()"]
    else:
        made = list(_holding(tree, wanted["wanted"], given["given"]))
    value = asked.named_children[0]
    if len(made) == 1:
        call = next_call(value, f"map_err({made[0]})")
        pieces = [*_parsed(asked, value), after(value, call)]
        yield f"make it a `{wanted['wanted']}`", rewritten(tree, span.file, pieces)


def _parsed(asked: Node, value: Node) -> Iterator[Piece]:
    """What a text is parsed into, as far as a `let` tells: a closure must know what error it is given."""
    let, method = asked.parent, method_of(value)
    kind = let.child_by_field_name("type") if let is not None and let.type == "let_declaration" else None
    bare = method is not None and method.parent is not None and method.parent.parent == value
    if kind is not None and method is not None and bare and node_text(method) == "parse":
        yield after(method, f"::<{node_text(kind)}>")


def _holding(tree: SourceTree, name: str, given: str) -> Iterator[str]:
    """The variants of the enum of a name that hold nothing but what is given."""
    for file, text in tree.files.items():
        for home in walk(parse(text)) if file.endswith(".rs") and name in text else ():
            if home.type == "enum_item" and _name(home) == name:
                variants = [one for one in walk(home.child_by_field_name("body")) if one.type == "enum_variant"]
                yield from (f"{name}::{_name(one)}" for one in variants if _holds(one, given))


def _holds(variant: Node, given: str) -> bool:
    body = variant.child_by_field_name("body")
    kinds = body.children_by_field_name("type") if body is not None else []
    if body is None or body.type != "ordered_field_declaration_list" or len(kinds) != 1:
        return False
    held = node_text(kinds[0])
    return held == given or given.endswith(f"::{held}") or held.endswith(f"::{given}")


def _name(node: Node) -> str:
    name = node.child_by_field_name("name")
    return node_text(name) if name is not None else ""
