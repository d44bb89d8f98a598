"""A type that shows what it holds by `Index` or `Deref` where that is changed (E0594, E0596): `IndexMut` and `DerefMut`
lend the same place.

Not where the type has a method that sets what it holds, which may do more than that.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from tree_sitter import Node

from sleepy_coder.repairs.items.imported import imported, is_imported
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, implementations, members, methods, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.rewritten import below
from sleepy_coder.rust.source import Edit, SourceTree

_WANTED = re.compile(
    r"^trait `(?P<trait>IndexMut|DerefMut)` is required to modify .*`(?:\w+::)*(?P<type>\w+)(?:<.*>)?`$"
)
_SETS = re.compile(r"(?:set|put|write|update|replace|store)(?:_|$)")


def changed_places(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The implementation, below the one that it follows."""
    said = (_WANTED.match(one) for one in error.remarks if error.code in ("E0594", "E0596"))
    wanted = next((one for one in said if one is not None), None)
    if wanted is None:
        return
    shown = wanted["trait"].removesuffix("Mut")
    found = [*implementations(tree, wanted["type"], shown)]
    sets = any(
        _SETS.match(field_text(one, "name")) and receiver(one) == "&mut self" for one in methods(tree, wanted["type"])
    )
    if len(found) != 1 or sets or [*implementations(tree, wanted["type"], wanted["trait"])]:
        return
    file, block = found[0]
    trait, edit = _trait(wanted["trait"], block, file, tree)
    text = _changing(block, shown, trait)
    if text is not None:
        yield (
            f"let `{wanted['type']}` be changed by `{wanted['trait']}`",
            (*([edit] if edit else []), below(file, block, text)),
        )


def _trait(wanted: str, block: Node, file: str, tree: SourceTree) -> tuple[str, Edit | None]:
    """The trait as it is written beside the one that it follows."""
    shown = re.sub(r"<.*", "", field_text(block, "trait"), flags=re.DOTALL)
    if "::" in shown or is_imported(f"std::ops::{wanted}", block):
        return f"{shown}Mut", None
    return imported(f"std::ops::{wanted}", block, file, tree)


def _changing(block: Node, shown: str, trait: str) -> str | None:
    """The text of the implementation that lends to change what another one lends to read."""
    method = next((one for one in members(block) if one.type == "function_item"), None)
    written, body = (
        one.child_by_field_name(part) if one else None for one, part in ((block, "trait"), (method, "body"))
    )
    if method is None or written is None or body is None or receiver(method) != "&self":
        return None
    lent, result = _lent(body), method.child_by_field_name("return_type")
    listed = method.child_by_field_name("parameters")
    if lent is None or result is None or listed is None or not node_text(result).startswith("&"):
        return None
    arguments = node_text(written).partition("<")[1:]
    head = _replaced(block, [(written, trait + "".join(arguments))], block.start_byte, members(block)[0].start_byte)
    named = field_text(method, "name")
    places = [
        (method.child_by_field_name("name"), f"{named}_mut"),
        (listed, node_text(listed).replace("&self", "&mut self", 1)),
    ]
    places += [
        (result, node_text(result).replace("&", "&mut ", 1)),
        *((one, f"&mut {node_text(one)[1:].lstrip()}") for one in lent),
    ]
    text = _replaced(block, [(one, new) for one, new in places if one is not None], method.start_byte, method.end_byte)
    outer, inner = (" " * one.start_point.column for one in (block, method))
    return dedent(f"{outer}{head.rstrip()}\n{inner}{text}\n{outer}}}")


def _replaced(block: Node, places: Sequence[tuple[Node, str]], start: int, end: int) -> str:
    """The source of a part of an implementation with some nodes written anew."""
    source = node_text(block).encode()
    found, position = b"", start
    for node, new in sorted(places, key=lambda one: one[0].start_byte):
        found += source[position - block.start_byte : node.start_byte - block.start_byte] + new.encode()
        position = node.end_byte
    return (found + source[position - block.start_byte : end - block.start_byte]).decode()


def _lent(value: Node) -> list[Node] | None:
    """The references that a body ends in, where each of its ends is one to a place."""
    if value.type == "block":
        last = value.named_children[-1] if value.named_children else None
        if last is not None and last.type == "expression_statement":
            last = last.named_children[0]
        return _lent(last) if last is not None else None
    if value.type == "reference_expression":
        shared = not any(one.type == "mutable_specifier" for one in value.children)
        return [value] if shared and not any(one.type == "call_expression" for one in value.named_children) else None
    parts: list[Node | None] = []
    if value.type == "if_expression":
        other = value.child_by_field_name("alternative")
        parts = [value.child_by_field_name("consequence"), other.named_children[0] if other is not None else None]
    elif value.type == "match_expression":
        arms = value.child_by_field_name("body")
        parts = [one.child_by_field_name("value") for one in arms.named_children] if arms is not None else []
    ends = [_lent(one) if one is not None else None for one in parts]
    return [one for end in ends for one in end or ()] if ends and None not in ends else None
