"""Rust source as bytes with its syntax tree, and breaks as edits on those bytes.

Operators see the program only through here. tree-sitter does not look inside macro arguments: what stands in
`println!(..)` is a flat list of tokens, so operators on expressions find nothing there, operators on names do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import tree_sitter_rust
from tree_sitter import Language, Node, Parser


@dataclass(frozen=True, slots=True)
class Cut:
    """Bytes `start` to `end` of the source are replaced by `new`."""

    start: int
    end: int
    new: bytes = b""


@dataclass(frozen=True, slots=True)
class Break:
    """One way to break the program: cuts that do not overlap, in any order."""

    cuts: tuple[Cut, ...]

    @classmethod
    def one(cls, start: int, end: int, new: bytes = b"") -> "Break":
        return cls((Cut(start, end, new),))

    def apply(self, source: bytes) -> bytes:
        """The broken source."""
        for cut in sorted(self.cuts, key=lambda cut: cut.start, reverse=True):
            source = source[: cut.start] + cut.new + source[cut.end :]
        return source


class Method:
    """A method call `receiver.name(arguments)`; `dot` is where the receiver ends."""

    __slots__ = ("arguments", "call", "dot", "name", "receiver")

    def __init__(self, call: Node, receiver: Node, name: str, arguments: Node) -> None:
        self.call, self.receiver, self.name, self.arguments = call, receiver, name, arguments
        self.dot = receiver.end_byte


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_rust.language()))


class Syntax:
    """A parsed program; immutable by convention, nodes in source order."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._tree = _parser().parse(source)
        self.root = self._tree.root_node

    @property
    def broken(self) -> bool:
        """Whether tree-sitter met a syntax error (it misses some that rustc reports, and the reverse)."""
        return self.root.has_error

    @cached_property
    def _by_type(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        stack = [self.root]
        while stack:
            node = stack.pop()
            found.setdefault(node.type, []).append(node)
            stack.extend(reversed(node.children))
        return found

    def all(self, *types: str) -> list[Node]:
        """Every node of these types, in source order for one type."""
        return [node for kind in types for node in self._by_type.get(kind, ())]

    def text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    def methods(self, *names: str) -> Iterator[Method]:
        """Every method call, or those of these names."""
        for call in self.all("call_expression"):
            function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
            if function is None or arguments is None:
                continue
            if function.type == "generic_function":
                function = function.child_by_field_name("function")
            if function is None or function.type != "field_expression":
                continue
            receiver, field = function.child_by_field_name("value"), function.child_by_field_name("field")
            if receiver is None or field is None:
                continue
            name = self.text(field)
            if not names or name in names:
                yield Method(call, receiver, name, arguments)

    def calls(self, *names: str) -> Iterator[tuple[Node, Node]]:
        """Calls of a plain function or constructor with exactly one argument, as (call, argument)."""
        for call in self.all("call_expression"):
            function, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
            if function is None or arguments is None or self.text(function) not in names:
                continue
            if arguments.named_child_count == 1 and arguments.named_children[0].type != "line_comment":
                yield call, arguments.named_children[0]

    def line_indent(self, byte: int) -> bytes:
        """The white space that starts the line of this byte."""
        start = self.source.rfind(b"\n", 0, byte) + 1
        line = self.source[start:byte]
        return line[: len(line) - len(line.lstrip())]


def within(node: Node, *types: str) -> Node | None:
    """The nearest ancestor of one of these types."""
    parent = node.parent
    while parent is not None and parent.type not in types:
        parent = parent.parent
    return parent


def is_scrutinee(node: Node) -> bool:
    """Whether patterns are held against this expression: by `match`, `if let`, `while let` or a destructuring `let`."""
    parent = node.parent
    if parent is None or parent.type not in ("match_expression", "let_condition", "let_declaration"):
        return False
    pattern = parent.child_by_field_name("pattern")
    binds_whole = pattern is not None and pattern.type in ("identifier", "mut_pattern")
    return parent.child_by_field_name("value") == node and not (parent.type == "let_declaration" and binds_whole)


def is_value_use(node: Node) -> bool:
    """Whether this `identifier` is an expression that reads a local, a parameter or a constant (outside macros)."""
    parent = node.parent
    if node.type != "identifier" or parent is None:
        return False
    if parent.type in (
        "arguments",
        "binary_expression",
        "return_expression",
        "parenthesized_expression",
        "tuple_expression",
    ):
        return True
    if parent.type in ("let_declaration", "field_initializer", "const_item"):
        return parent.child_by_field_name("value") == node
    if parent.type in ("assignment_expression", "compound_assignment_expr"):
        return parent.child_by_field_name("right") == node
    if parent.type == "block":
        return parent.named_children[-1] == node
    return False
