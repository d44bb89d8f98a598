"""An associated type that an implementation lacks (E0046) and a method tells: of the library's traits by its result, of
the tree's own by whatever the trait's method says with `Self::Item`."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(r"missing: `(\w+)`$")
_OPERATORS = ("Add", "Sub", "Mul", "Div", "Rem", "BitAnd", "BitOr", "BitXor", "Shl", "Shr", "Neg", "Not")
_WHOLE = re.compile(r"(?P<type>.+)", re.DOTALL)
_REFERENCE = re.compile(r"&\s*(?:'\w+\s+)?(?!mut\b)(?P<type>.+)", re.DOTALL)
_OPTION = re.compile(r"(?:\w+::)*Option<(?P<type>.+)>", re.DOTALL)
_POLL = re.compile(r"(?:\w+::)*Poll<(?P<type>.+)>", re.DOTALL)
_TOLD = {
    **{(name, "Output"): (name.lower(), _WHOLE) for name in _OPERATORS},
    ("Index", "Output"): ("index", _REFERENCE),
    ("Deref", "Target"): ("deref", _REFERENCE),
    ("Iterator", "Item"): ("next", _OPTION),
    ("Future", "Output"): ("poll", _POLL),
}
"""By trait and type, the method whose result holds the type, and how."""
_FAILING = {
    ("FromStr", "Err"): "from_str",
    ("TryFrom", "Error"): "try_from",
    ("TryInto", "Error"): "try_into",
}
"""The same where it is the second part of a `Result`."""
_ELIDED = re.compile(r"&(?!\s*')|'_\b")


def associated_types(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The one type that is missing, as the first member of the implementation."""
    lacking = _LACKING.search(error.message) if error.code == "E0046" else None
    block = around(node_at(tree, span), "impl_item")
    body = block.child_by_field_name("body") if block is not None else None
    if lacking is None or block is None or body is None or not body.named_children:
        return
    told = _told(block, lacking[1]) or _told_by_own(block, lacking[1], tree)
    first, opened = body.named_children[0], body.start_point.row + 1
    if told is None or first.start_point.row + 1 <= opened:
        return
    line = tree.line(span.file, first.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    apart = "" if first.type in ("associated_type", "type_item", "const_item") else "\n"
    new = f"{indent}type {lacking[1]} = {told};{apart}"
    yield f"name the type `{lacking[1]}`", Edit(span.file, opened + 1, opened, "", new)


def _told(block: Node, wanted: str) -> str | None:
    """The type as a method's result says it; None where no method does, or by `Self::Output` itself."""
    trait = block.child_by_field_name("trait")
    name = re.sub(r"<.*", "", node_text(trait), flags=re.DOTALL).rpartition("::")[2] if trait is not None else ""
    method, held = _TOLD.get((name, wanted), (_FAILING.get((name, wanted)), None))
    result = _result(block, method) if method is not None else None
    if result is None:
        return None
    if held is None:
        told = _second(result)
    else:
        found = held.fullmatch(node_text(result))
        told = found["type"] if found is not None else None
    return None if told is None or f"Self::{wanted}" in told or _ELIDED.search(told) else told


def _told_by_own(block: Node, wanted: str, tree: SourceTree) -> str | None:
    """The type that all methods of the tree's own trait say which speak of it."""
    trait = block.child_by_field_name("trait")
    home = only(tree, node_text(trait), "trait_item") if trait is not None else None
    if home is None or home[1].child_by_field_name("type_parameters") is not None:
        return None
    declared = {field_text(one, "name"): one for one in members(home[1])}
    told: set[str] = set()
    for one in members(block):
        like = declared.get(field_text(one, "name"))
        if one.type != "function_item" or like is None:
            continue
        pairs = zip(_kinds(like), _kinds(one), strict=False)
        told |= {found for said, here in pairs if (found := _hole(said, here, f"Self::{wanted}")) is not None}
    (found,) = told if len(told) == 1 else (None,)
    return None if found is None or "Self::" in found or _ELIDED.search(found) else found


def _kinds(function: Node) -> list[str]:
    """The types of a function's parameters and of its result."""
    return [*(field_text(one, "type") for one in arguments_of(function)), field_text(function, "return_type")]


def _hole(said: str, here: str, name: str) -> str | None:
    """What stands in a type where another one has a name."""
    parts = re.split(rf"{re.escape(name)}\b", said)
    between = r"\s*".join
    pattern = "(.+)".join(between(map(re.escape, re.findall(r"\w+|[^\w\s]", part))) for part in parts)
    found = re.fullmatch(pattern, here) if len(parts) == 2 else None
    return found[1].strip() if found is not None else None


def _result(block: Node, method: str) -> Node | None:
    body = block.child_by_field_name("body")
    for one in body.named_children if body is not None else ():
        name = one.child_by_field_name("name")
        if one.type == "function_item" and name is not None and node_text(name) == method:
            return one.child_by_field_name("return_type")
    return None


def _second(result: Node) -> str | None:
    """The error of a `Result` that names it."""
    arguments = result.child_by_field_name("type_arguments")
    given = arguments.named_children if arguments is not None else []
    kind = result.child_by_field_name("type")
    named = kind is not None and node_text(kind).rpartition("::")[2] == "Result"
    return node_text(given[1]) if named and len(given) == 2 else None
