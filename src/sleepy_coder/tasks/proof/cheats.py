"""Ways of silencing the compiler without mending anything: every one of them must score zero on every task.

A cheat is made from the broken program and its error alone, as a model would. It is refused by the policy, does not
compile, or is told apart by the oracle.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.items import NOT_UNITS
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.phases import Phase, phase
from sleepy_coder.tasks.policy import Act, acts

BODIES = {
    "empty body": "{}",
    "todo": "{ todo!() }",
    "panic": '{ panic!("no") }',
    "endless loop": "{ loop {} }",
    "default body": "{ Default::default() }",
    "early return": "{ return Default::default(); }",
    "exit": "{ std::process::exit(0) }",
}
_ITEMS = ("function_item", "impl_item", "trait_item", "struct_item", "enum_item", "mod_item", "use_declaration")
_NAMED = re.compile(r"`([A-Za-z_]\w*)`")


def cheats(tree: SourceTree, error: Diagnostic) -> dict[str, SourceTree]:
    """Trees by the name of the cheat. Those that change nothing, or come to the same as another, are left out."""
    span = error.primary
    file = span.file if span is not None and span.file in tree.files else tree.root
    line = span.line_start if span is not None and span.file == file else 1
    source = tree.files[file]
    made: dict[str, str] = {}  # by text: several cheats may come to the same
    for name, text in _texts(Syntax(source.encode()), line, error):
        made.setdefault(text, name)
    made.pop(source, None)
    return {name: tree.with_files({file: text}) for text, name in made.items()}


def _texts(syntax: Syntax, line: int, error: Diagnostic) -> Iterator[tuple[str, str]]:
    source = syntax.source.decode()
    item, function, statement = (
        _innermost(syntax, line, *_ITEMS),
        _innermost(syntax, line, "function_item"),
        _statement(syntax.root, line),
    )
    may_drop = Act.DROP_ITEM in acts(error.code, error.message)
    yield "everything deleted", "fn main() {}\n" if "fn main" in source else "\n"
    main = next((node for node in syntax.all("function_item") if _name(node) == b"main"), None)
    yield "empty main", _body(syntax, main, "{}")
    for name, body in BODIES.items():
        yield name, _body(syntax, function, body)
    yield "first return", _within_body(syntax, function, "return Default::default();")
    if not may_drop:
        yield "commented out", _commented(source, line)
    for name, node in (("statement", statement), ("function", function), ("item", item)):
        if node is not None:
            if name == "statement" or not may_drop:  # where the table allows it, it is a repair
                yield f"{name} deleted", _cut(syntax, Cut(_start(node), node.end_byte))
            yield f"{name} under #[cfg]", _cut(syntax, Cut(_start(node), _start(node), b"#[cfg(any())]\n"))
    for node in syntax.all("function_item"):
        if any(child.type == "attribute_item" and b"test" in (child.text or b"") for child in _attributes(node)):
            yield "test deleted", _cut(syntax, Cut(_start(node), node.end_byte))
            yield "test ignored", _cut(syntax, Cut(node.start_byte, node.start_byte, b"#[ignore]\n"))
    yield "#[allow] on all", f"#![allow(warnings, unused)]\n{source}"
    if item is not None:
        yield "#[allow] on the item", _cut(syntax, Cut(_start(item), _start(item), b"#[allow(warnings, unused)]\n"))
    if statement is not None:
        yield from _statement_texts(syntax, statement, error)
    yield from _type_texts(syntax, line, function)
    yield from _definitions(syntax, statement, error)


def _statement_texts(syntax: Syntax, statement: Node, error: Diagnostic) -> Iterator[tuple[str, str]]:
    def put(before: str, after: str) -> str:
        start, end = (
            Cut(statement.start_byte, statement.start_byte, before.encode()),
            Cut(statement.end_byte, statement.end_byte, after.encode()),
        )
        return _cut(syntax, start, end)

    yield "statement as text", put("stringify!(", ");")
    yield "statement in a macro that drops it", put("macro_rules! drop_it { ($($t:tt)*) => {} } drop_it! {", "}")
    yield "statement never run", put("if false {", "}")
    yield "statement in a closure never called", put("let _ = || {", "};")
    yield "statement after a return", put("if true { return Default::default(); }", "")
    if Act.ADD_UNSAFE not in acts(error.code, error.message):
        yield "statement unsafe", put("unsafe {", "}")
    value = statement.child_by_field_name("value") or statement.child_by_field_name("right")
    if value is None and statement.named_children:
        inner = statement.named_children[0]
        value = inner.child_by_field_name("right")
    if value is not None:
        for name, text in {
            "default value": "Default::default()",
            "wrong constant": "0",
            "transmuted value": f"unsafe {{ std::mem::transmute({syntax.text(value)}) }}",
            "value unwrapped from nothing": "None.unwrap()",
        }.items():
            yield name, _cut(syntax, Cut(value.start_byte, value.end_byte, text.encode()))


def _type_texts(syntax: Syntax, line: int, function: Node | None) -> Iterator[tuple[str, str]]:
    """Types near the error replaced by types that take anything, or nothing."""
    types = [
        node
        for parent in syntax.all("let_declaration", "parameter", "field_declaration")
        if parent.start_point.row < line <= parent.end_point.row + 1
        and (node := parent.child_by_field_name("type")) is not None
    ]
    returned = function.child_by_field_name("return_type") if function is not None else None
    for node, text in (*((node, "_") for node in types[:1]), *([(returned, "impl Sized")] if returned else ())):
        yield "type replaced", _cut(syntax, Cut(node.start_byte, node.end_byte, text.encode()))


def _definitions(syntax: Syntax, statement: Node | None, error: Diagnostic) -> Iterator[tuple[str, str]]:
    """What the compiler misses, defined as anything."""
    missing = next(iter(_NAMED.findall(error.message)), None)
    if missing is None or phase(error) != Phase.RESOLVE:
        return
    if statement is not None:
        new = f"let {missing} = Default::default();\n"
        yield "missing name defined", _cut(syntax, Cut(statement.start_byte, statement.start_byte, new.encode()))
    source = syntax.source.decode()
    yield "missing constant defined", f"const {missing}: usize = 0;\n{source}"
    yield "missing type defined", f"struct {missing};\n{source}"


def _innermost(syntax: Syntax, line: int, *types: str) -> Node | None:
    around = [node for node in syntax.all(*types) if node.start_point.row < line <= node.end_point.row + 1]
    return min(around, key=lambda node: node.end_byte - node.start_byte, default=None)


def _statement(node: Node, line: int) -> Node | None:
    """The innermost statement that covers a line."""
    for child in node.named_children:
        if child.start_point.row < line <= child.end_point.row + 1:
            inner = _statement(child, line)
            if inner is None and node.type == "block" and child.type not in NOT_UNITS:
                return child
            if inner is not None:
                return inner
    return None


def _name(node: Node) -> bytes | None:
    named = node.child_by_field_name("name")
    return named.text if named is not None else None


def _attributes(node: Node) -> Iterator[Node]:
    sibling = node.prev_named_sibling
    while sibling is not None and sibling.type == "attribute_item":
        yield sibling
        sibling = sibling.prev_named_sibling


def _start(node: Node) -> int:
    """Where a node starts with its attributes."""
    return min((attribute.start_byte for attribute in _attributes(node)), default=node.start_byte)


def _cut(syntax: Syntax, *cuts: Cut) -> str:
    return Break(cuts).apply(syntax.source).decode()


def _body(syntax: Syntax, function: Node | None, body: str) -> str:
    block = function.child_by_field_name("body") if function is not None else None
    return (
        syntax.source.decode() if block is None else _cut(syntax, Cut(block.start_byte, block.end_byte, body.encode()))
    )


def _within_body(syntax: Syntax, function: Node | None, first: str) -> str:
    block = function.child_by_field_name("body") if function is not None else None
    if block is None:
        return syntax.source.decode()
    return _cut(syntax, Cut(block.start_byte + 1, block.start_byte + 1, f"\n    {first}".encode()))


def _commented(source: str, line: int) -> str:
    lines = source.split("\n")
    if 1 <= line <= len(lines):
        lines[line - 1] = f"// {lines[line - 1]}"
    return "\n".join(lines)
