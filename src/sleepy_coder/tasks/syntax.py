"""What a Rust file holds, counted on its syntax tree: the facts that the policy compares before and after an edit.

A *unit* is a statement, a tail expression or a match arm. Its text leaves out nested blocks and comments, so that a
change inside a loop touches the inner statement's unit and not the loop's; white space does not count.
Files that do not parse are marked `damaged`: tree-sitter's recovery makes counts in them meaningless.
Only the top-level items that differ between two files are ever counted, which keeps a large file cheap.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.rust.items import COMMENTS, ITEMS, Item, attribute_name, item_of, node_text, parse, tokens

# a constant within a function stands where a `let` could stand, so it is both an item and a statement
LOCALS = frozenset({"const_item", "static_item"})
NOT_UNITS = (
    (frozenset(ITEMS) - LOCALS) | COMMENTS | {"attribute_item", "inner_attribute_item", "empty_statement", "label"}
)
LEAVES = frozenset({"return_expression", "break_expression", "continue_expression"})


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
    return Facts(tuple(items), tuple(units), _marks(root), tuple(blocks))


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
    for child in node.children if node.child_count else (node,):
        if child.type in COMMENTS:
            continue
        if child.type in ("block", "match_block", "declaration_list"):
            yield "{}"
        elif child.child_count and child.type not in ("string_literal", "raw_string_literal", "char_literal"):
            yield from _own_tokens(child)
        elif text := node_text(child).strip():
            yield text


GIVING_UP = frozenset({"todo", "unimplemented", "panic", "unreachable"})
READING = frozenset({"include", "include_str", "include_bytes", "env", "option_env", "asm", "global_asm"})
MACROS = GIVING_UP | READING | {"stringify"}
ATTRIBUTES = frozenset({"allow", "expect", "cfg", "cfg_attr", "ignore", "should_panic", "path", "macro_use", "test"})
UNCALLED = frozenset({"closure_expression", "async_block"})
CALLS = frozenset({"call_expression", "macro_invocation", "await_expression"})
MACHINE = frozenset({"process", "fs", "net", "env"})
WORDS = frozenset({"unsafe", "forget", "transmute", "ManuallyDrop", "panic_any", "resume_unwind"})


def _marks(root: Node) -> Counter[str]:
    """Tokens that an edit must not add, wherever they stand (the inside of a macro call included)."""
    found: Counter[str] = Counter()
    stream = [text for text in tokens(root) if not text.startswith('"')]
    for left, right in pairwise([*stream, ""]):
        if right == "!" and left in MACROS:
            found[f"{left}!"] += 1
        elif right == "!" and left == "cfg":
            found["#[cfg]"] += 1
        elif left == "macro_rules!":  # tree-sitter's one token
            found[left] += 1
        elif left in WORDS:
            found[left] += 1
            found["unsafe fn"] += left == "unsafe" and right == "fn"
        elif left == "leak" and right == "(":
            found["leak"] += 1
        elif left in MACHINE and right == "::":
            found[f"{left}::"] += 1
    found["hidden characters"] += sum(unicodedata.category(c) == "Cf" for c in node_text(root))
    _mark_nodes(root, found)
    return found


def _named_again(binding: Node, name: Node) -> bool:
    """Whether the block of a `let` names what it binds once more."""
    around = binding.parent
    return around is None or Counter(tokens(around))[node_text(name)] > 1


def _discards(call: Node) -> bool:
    """Whether a statement is `f().ok()` or `drop(f())`."""
    function, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if call.type != "call_expression" or function is None or given is None:
        return False
    if function.type == "field_expression":
        method, of = function.child_by_field_name("field"), function.child_by_field_name("value")
        calls = of is not None and of.type in CALLS
        return method is not None and node_text(method) == "ok" and not given.named_children and calls
    named = node_text(function).rsplit("::", 1)[-1] == "drop"
    return named and any(argument.type in CALLS for argument in given.named_children)


def _mark_nodes(node: Node, found: Counter[str]) -> None:
    if node.type in ("attribute_item", "inner_attribute_item"):
        name = attribute_name(node)
        if name in ATTRIBUTES:
            found["#[cfg]" if name == "cfg_attr" else f"#[{name}]"] += 1
    if node.type == "block":
        parts = [part for part in node.named_children if part.type not in NOT_UNITS]
        for part, following in pairwise(parts):
            inner = part.named_children[0] if part.type == "expression_statement" and part.named_children else part
            found["dead code"] += inner.type in LEAVES and following is not None
    if node.type in ("if_expression", "while_expression"):
        condition = node.child_by_field_name("condition")
        found["constant condition"] += condition is not None and condition.type == "boolean_literal"
    if node.type == "let_declaration":
        value, pattern = node.child_by_field_name("value"), node.child_by_field_name("pattern")
        dropped = pattern is not None and node_text(pattern) == "_"
        if value is not None and pattern is not None and value.type in UNCALLED:
            found["unused closure"] += dropped or (pattern.type == "identifier" and not _named_again(node, pattern))
        found["discarded result"] += dropped and node.child_by_field_name("type") is None and value is not None
    if node.type == "assignment_expression" and (target := node.child_by_field_name("left")) is not None:
        found["discarded result"] += node_text(target) == "_"
    if node.type == "expression_statement" and node.named_children:
        found["discarded result"] += _discards(node.named_children[0])
    if node.type == "use_declaration":
        named = list(tokens(node))
        found["process::"] += "process" in named
        for left, right in pairwise(named):  # importing a name that the code uses already is a repair
            found[f"{left}::"] -= left in MACHINE and right == "::"
    if node.type == "loop_expression" and (body := node.child_by_field_name("body")) is not None:
        found["loop {}"] += not [part for part in body.named_children if part.type not in COMMENTS]
    for child in node.named_children:
        _mark_nodes(child, found)
