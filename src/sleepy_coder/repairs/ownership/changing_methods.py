"""A method that changes its owner and takes it as `&self` (E0594, E0596), where others of the type call it on `self` or
where its owner is a local of other functions: with its `&mut self` goes theirs, and the `mut` of those locals. rustc
names one of these places at a time.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, members, only, receiver
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, apart, before, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_LENT = "`self` is a `&` reference"


def changing_methods(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`&mut self` for all of these methods and `mut` for the locals."""
    lent = error.code in ("E0594", "E0596") and any(_LENT in (one.label or "") for one in error.spans)
    method = around(node_at(tree, span), "function_item") if lent else None
    block = around(method, "impl_item")
    kind = bare(field_text(block, "type"))
    if method is None or not kind or field_text(block, "trait") or receiver(method) != "&self":
        return
    changing = _changing(tree, kind, field_text(method, "name"))
    if changing is None or only(tree, kind, "struct_item", "enum_item", "union_item") is None:
        return
    found = {file: pieces for file in tree.files if (pieces := [*_pieces(tree, file, kind, changing)])}
    if sum(map(len, found.values())) > 1:
        edits = [edit for file, pieces in found.items() for edit in apart(tree, file, pieces)]
        yield f"let {', '.join(f'`{name}`' for name in sorted(changing))} change the `{kind}`", edits


def _blocks(tree: SourceTree, file: str, kind: str) -> Iterator[Node]:
    """The implementations of a type in a file."""
    nodes = walk(parse(tree.files[file])) if file.endswith(".rs") and kind in tree.files[file] else ()
    return (one for one in nodes if one.type == "impl_item" and bare(field_text(one, "type")) == kind)


def _changing(tree: SourceTree, kind: str, first: str) -> set[str] | None:
    """A method and all that call it on `self` and take it as `&self`; None if a trait says how one of them takes it."""
    methods = [(block, one) for file in tree.files for block in _blocks(tree, file, kind) for one in members(block)]
    lent = [(block, one) for block, one in methods if one.type == "function_item" and receiver(one) == "&self"]
    changing, known = {first}, 0
    while len(changing) > known:
        known = len(changing)
        called = re.compile(rf"\bself\s*\.\s*(?:{'|'.join(changing)})\(")
        for block, one in lent:
            if called.search(field_text(one, "body")):
                if field_text(block, "trait"):
                    return None
                changing.add(field_text(one, "name"))
    return changing


def _pieces(tree: SourceTree, file: str, kind: str, changing: set[str]) -> Iterator[Piece]:
    """What changes in a file: the methods' `&self`, and the patterns of locals that say that they are of the type."""
    for block in _blocks(tree, file, kind):
        for one in members(block) if not field_text(block, "trait") else ():
            if one.type == "function_item" and field_text(one, "name") in changing and receiver(one) == "&self":
                own = next(part for part in walk(one) if part.type == "self_parameter")
                yield instead(own, "&mut self")
    if not file.endswith(".rs") or kind not in tree.files[file]:
        return
    for let in (one for one in walk(parse(tree.files[file])) if one.type == "let_declaration"):
        pattern = let.child_by_field_name("pattern")
        said = re.match(
            rf"(?:\w+::)*{kind}\b(?:::<.*?>)?(?:::\w+\(| \{{|$)", field_text(let, "type") or field_text(let, "value")
        )
        if pattern is None or pattern.type != "identifier" or said is None or "mutable_specifier" in _types(let):
            continue
        called = re.compile(rf"\b{node_text(pattern)}\s*\.\s*(?:{'|'.join(changing)})\(")
        if let.parent is not None and called.search(node_text(let.parent)):
            yield before(pattern, "mut ")


def _types(node: Node) -> list[str]:
    return [one.type for one in node.children]
