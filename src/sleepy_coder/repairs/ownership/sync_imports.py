"""Imports from `std::sync`, put together in the one line where there is or will be one."""

import re
from collections.abc import Collection

from tree_sitter import Node, Point

from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.rewritten import Piece, instead

_STANDS = re.compile(r"use std::sync::(?:(\w+)|\{([\w\s,]+)\});")


def imported(root: Node, wanted: Collection[str], gone: Collection[str]) -> list[Piece] | None:
    """The pieces that import what is wanted and no longer what is gone, lines as they stand; None where other imports
    name the like."""
    uses = [one for one in root.named_children if one.type == "use_declaration"]
    going = [one for one in uses if node_text(one) in gone]
    standing = [one for one in uses if _STANDS.fullmatch(node_text(one))]
    unclear = [one for one in uses if re.search(r"\b(?:Arc|Mutex|Rc|RefCell)\b", node_text(one))]
    if any(one not in going and one not in standing for one in unclear):
        return None
    standing = ([one for one in standing if "Arc" in node_text(one)] or standing)[:1]
    names = set(wanted)
    for one in standing:
        found = _STANDS.fullmatch(node_text(one))
        names |= {name.strip() for name in (found[1] or found[2]).split(",") if name.strip()} if found else set()
    listed = sorted(names, key=lambda name: (not name.islower(), name))
    line = f"use std::sync::{{{', '.join(listed)}}};" if len(listed) > 1 else f"use std::sync::{listed[0]};"
    home = standing[0] if standing else going[0] if going else None
    if home is None:
        return None
    away = [gone_line(one, root) for one in going if one != home]
    return None if None in away else [instead(home, line), *(piece for piece in away if piece is not None)]


def gone_line(use: Node, root: Node) -> Piece | None:
    """The piece that takes an import away with its line; None where something else is there or is said of it."""
    line = node_text(root).split("\n")[use.start_point.row]
    above = use.prev_named_sibling
    said = above is not None and (above.type == "attribute_item" or node_text(above).startswith("///"))
    if said or line.strip() != node_text(use):
        return None
    return Point(use.start_point.row, 0), Point(use.end_point.row + 1, 0), ""
