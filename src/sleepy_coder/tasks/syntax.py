"""What a Rust file holds, counted on its syntax tree: the facts that the policy compares before and after an edit.

A *unit* is a statement, a tail expression or a match arm. Its text leaves out nested blocks and comments, so that a
change inside a loop touches the inner statement's unit and not the loop's; white space does not count.
Files that do not parse are marked `damaged`: tree-sitter's recovery makes counts in them meaningless.
Only the top-level items that differ between two files are ever counted, which keeps a large file cheap.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.rust.items import COMMENTS, ITEMS, LITERALS, NOT_UNITS, Item, item_of, node_text, parse
from sleepy_coder.tasks.marks import marks


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement or match arm: its own words, where it starts (1-based line), and the function that holds it."""

    kind: str  # "statement" | "match-arm"
    text: str
    words: tuple[str, ...]
    line: int
    function: str

    def moved(self, lines: int) -> "Unit":
        """The same, `lines` further down."""
        return replace(self, line=self.line + lines)


class UnsafeBlock(NamedTuple):
    """Where an `unsafe {}` block stands (1-based lines) and how many units it holds directly; the whole body of an
    `unsafe fn`, which its callers answer for anyway, counts as one.
    """

    first_line: int
    last_line: int
    units: int


class Chunk(NamedTuple):
    """A top-level item with its attributes, and the 1-based line where it starts."""

    text: str
    first_line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """One file cut into top-level items. `damaged` files do not parse, so nothing in them can be counted."""

    damaged: bool
    chunks: tuple[Chunk, ...]
    use_lines: tuple[int, int]  # the top-level `use` declarations, or the line before which the first could be added


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the policy wants to know of one chunk of source. Lines are relative to the chunk."""

    items: tuple[Item, ...]
    units: tuple[Unit, ...]
    marks: Counter[str]  # tokens that must not be added: "todo!", "unsafe", "#[allow]", ...
    unsafe_blocks: tuple[UnsafeBlock, ...]


@lru_cache(maxsize=256)
def outline(source: str) -> Outline:
    """Cut a file into its top-level items. Whatever two files share as whole items need not be counted in either."""
    root = parse(source)
    chunks: list[Chunk] = []
    uses: list[Node] = []
    first_item: Node | None = None
    pending: list[Node] = []
    for node in root.named_children:
        if node.type in COMMENTS:
            continue
        if node.type != "inner_attribute_item" and first_item is None:
            first_item = node
        if node.type == "attribute_item":
            pending.append(node)
            continue
        start = pending[0] if pending else node
        text = "\n".join(node_text(part) for part in (*pending, node))
        chunks.append(Chunk(text, start.start_point.row + 1))
        if node.type in ("use_declaration", "extern_crate_declaration"):
            uses.append(node)
        pending = []
    first_line = first_item.start_point.row + 1 if first_item is not None else 1
    use_lines = (uses[0].start_point.row + 1, uses[-1].end_point.row + 1) if uses else (first_line, first_line)
    return Outline(root.has_error, tuple(chunks), use_lines)


@lru_cache(maxsize=1024)
def facts(source: str) -> Facts:
    """Count one piece of source: a whole file or a chunk of it. Cached, since it is compared with many candidates."""
    root = parse(source)
    items: list[Item] = []
    units: list[Unit] = []
    blocks: list[UnsafeBlock] = []
    _walk(root, (), "", items, units, blocks)
    return Facts(tuple(items), tuple(units), marks(root), tuple(blocks))


def _walk(
    node: Node,
    path: tuple[str, ...],
    function: str,
    items: list[Item],
    units: list[Unit],
    blocks: list[UnsafeBlock],
) -> None:
    attributes: list[Node] = []
    for child in node.named_children:
        if child.type == "attribute_item":
            attributes.append(child)
            continue
        here, inside = path, function
        if child.type in ITEMS:
            item = item_of(child, path, attributes)
            items.append(item)
            here = (*path, f"{item.kind} {item.name}")
            if child.type == "function_item":
                inside = item.key
        if node.type == "block" and child.type not in NOT_UNITS:
            units.append(_unit(child, "statement", function))
        elif child.type == "match_arm":
            units.append(_unit(child, "match-arm", function))
        if child.type == "unsafe_block":
            inner = [part for block in child.named_children if block.type == "block" for part in block.named_children]
            count = 1 if _is_unsafe_body(child) else sum(part.type not in NOT_UNITS for part in inner)
            blocks.append(UnsafeBlock(child.start_point.row + 1, child.end_point.row + 1, count))
        if child.type not in COMMENTS:
            attributes = []
        _walk(child, here, inside, items, units, blocks)


def _is_unsafe_body(block: Node) -> bool:
    around = block.parent
    if around is not None and around.type == "expression_statement":
        around = around.parent
    function = around.parent if around is not None else None
    if around is None or function is None or function.type != "function_item":
        return False
    alone = sum(child.type not in COMMENTS for child in around.named_children) == 1
    modifiers = next((child for child in function.children if child.type == "function_modifiers"), None)
    return alone and modifiers is not None and any(child.type == "unsafe" for child in modifiers.children)


def _unit(node: Node, kind: str, function: str) -> Unit:
    own = list(_own_tokens(node))
    words = tuple(word for word in own if word != "_" and (word[0].isalnum() or word[0] in "_\"'"))
    return Unit(kind, " ".join(own).removesuffix(" ;"), words, node.start_point.row + 1, function)


def _own_tokens(node: Node) -> Iterator[str]:
    """The node's tokens with every nested block's and match's content left out."""
    for child in node.children if node.child_count and node.type not in LITERALS else (node,):
        if child.type in COMMENTS:
            continue
        if child.type in ("block", "match_block", "declaration_list"):
            yield "{}"
        elif child.child_count and child.type not in LITERALS:
            yield from _own_tokens(child)
        elif text := node_text(child).strip():
            yield text
