"""An `Rc` that threads share (E0277): `Arc` does the same for them, if what it holds may be shared at all. It takes the
place of `Rc` wherever that is named, as the two are different types."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.sync_imports import gone_line
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import from_outside, is_library
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.rewritten import Piece, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_SENT = re.compile(r"^`(?:std::rc::)?(?:Rc|Weak)<(?P<held>.+)>` cannot be (?:sent|shared) between threads safely$")
_UNSHARED = re.compile(r"\b(?:Ref)?Cell<")
_UNSEEN = ("block", "field_declaration_list", "ordered_field_declaration_list", "declaration_list")
_NAMES = ("identifier", "type_identifier")


def shared_by_threads(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """`Arc` for every `Rc` of the crate."""
    sent = _SENT.match(error.message) if error.code == "E0277" else None
    if sent is None or _UNSHARED.search(sent["held"]):
        return
    edits: list[Edit] = []
    for file, text in tree.files.items():
        if file.endswith(".rs") and re.search(r"\brc::|\bRc\b", text):
            pieces = _pieces(parse(text))
            if pieces is None:
                return
            edits += apart(tree, file, pieces)
    if edits:
        yield "share it by `Arc`", edits


def changes_public_type(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits put `Arc` for an `Rc` that a library's users see, who have their own."""
    sent = error.code == "E0277" and _SENT.match(error.message) is not None and is_library(tree)
    shared = any("Arc" in edit.new and "Rc" in edit.old for edit in edits)
    texts = [text for file, text in tree.files.items() if file.endswith(".rs") and not from_outside(file, tree)]
    return sent and shared and any(_shows(one) for text in texts for one in walk(parse(text)))


def _shows(node: Node) -> bool:
    """Whether what others see of a public item, field or function names `Rc`."""
    public = any(child.type == "visibility_modifier" and node_text(child) == "pub" for child in node.children)
    if not public or node.type == "use_declaration":
        return False
    seen = [child for child in node.named_children if child.type not in _UNSEEN]
    return any(node_text(one) == "Rc" for part in seen for one in walk(part) if one.type in _NAMES)


def _pieces(root: Node) -> list[Piece] | None:
    """What a file says otherwise; None where it names `rc` in a way that is not understood."""
    named = [one for one in walk(root) if one.type in _NAMES and node_text(one) in ("rc", "Rc", "Arc")]
    known = any(node_text(one) == "Arc" for one in named)
    pieces: list[Piece] = []
    for one in named:
        use, outer = around(one, "use_declaration"), one.parent
        if use is not None and known and node_text(one) != "Arc":
            if node_text(use) != "use std::rc::Rc;":
                return None
            away = gone_line(use, root) if node_text(one) == "Rc" else None
            if node_text(one) == "Rc" and away is None:
                return None
            pieces += [away] if away is not None else []
        elif node_text(one) == "rc":
            if outer is None or not _of_library(one, outer):
                return None
            pieces.append(instead(one, "sync"))
        elif node_text(one) == "Rc":
            if around(one, "use_as_clause") is not None:
                return None
            pieces.append(instead(one, "Arc"))
    return pieces


def _of_library(module: Node, outer: Node) -> bool:
    """Whether a path is `std::rc::..`, on its own or in the braces of `use std::{..}`."""
    if outer.type == "token_tree":
        before = module.prev_sibling
        return before is not None and node_text(before) == "::"
    whole = outer.parent
    if outer.type == "scoped_identifier" and node_text(outer).startswith("std::") and whole is not None:
        return whole.type in ("scoped_identifier", "scoped_type_identifier", "scoped_use_list")
    path = outer.child_by_field_name("path")
    listed = around(outer, "scoped_use_list")
    std = listed.child_by_field_name("path") if listed is not None else None
    if outer.type == "scoped_use_list" and path == module and whole is not None:
        listed = around(whole, "scoped_use_list")
        std = listed.child_by_field_name("path") if listed is not None else None
    return path == module and std is not None and node_text(std) == "std"
