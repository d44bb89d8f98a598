"""Breaks of how a thing is made or declared: struct literals, constants, local functions, `drop`, places."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within


def struct_call(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { a: 1, b }` made `Name(1, b)`, with the arguments in the order in which the file declares the fields."""
    declared = {
        syntax.text(name): [syntax.text(field) for field in _field_names(body)]
        for item in syntax.all("struct_item")
        if (name := item.child_by_field_name("name")) is not None
        and (body := item.child_by_field_name("body")) is not None
        and body.type == "field_declaration_list"
    }
    found = []
    for literal in syntax.all("struct_expression"):
        name, body = literal.child_by_field_name("name"), literal.child_by_field_name("body")
        if name is None or body is None or b"\n" in syntax.source[literal.start_byte : literal.end_byte]:
            continue
        values = {
            syntax.text(child.named_children[0]): syntax.text(child.named_children[-1]) for child in body.named_children
        }
        order = declared.get(syntax.text(name), [])
        if order and sorted(order) == sorted(values):
            arguments = ", ".join(values[field] for field in order)
            found.append(Break.one(name.end_byte, literal.end_byte, f"({arguments})".encode()))
    return found


def _field_names(body: Node) -> list[Node]:
    fields = (child.child_by_field_name("name") for child in body.named_children if child.type == "field_declaration")
    return [name for name in fields if name is not None]


def drop_method(syntax: Syntax, rng: Random) -> list[Break]:
    """`drop(x)` made `x.drop()`."""
    return [
        Break((Cut(call.start_byte, argument.start_byte), Cut(argument.end_byte, call.end_byte, b".drop()")))
        for call, argument in syntax.calls("drop", "mem::drop", "std::mem::drop")
        if argument.type in ("identifier", "field_expression")
    ]


def capturing_function(syntax: Syntax, rng: Random) -> list[Break]:
    """`let f = |x: T| -> U { .. };` made `fn f(x: T) -> U { .. }`."""
    found = []
    for node in syntax.all("let_declaration"):
        name, closure = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        if name is None or closure is None or closure.type != "closure_expression" or name.type != "identifier":
            continue
        parameters, body = closure.child_by_field_name("parameters"), closure.child_by_field_name("body")
        if parameters is None or body is None or closure.child_by_field_name("return_type") is None:
            continue
        if b"\n" in syntax.source[node.start_byte : parameters.end_byte]:
            continue
        if all(child.type == "parameter" for child in parameters.named_children):
            opening = Cut(node.start_byte, parameters.start_byte + 1, f"fn {syntax.text(name)}(".encode())
            closing = Cut(parameters.end_byte - 1, parameters.end_byte, b")")
            found.append(Break((opening, closing, Cut(closure.end_byte, node.end_byte))))
    return found


def local_constant(syntax: Syntax, rng: Random) -> list[Break]:
    """`const N: usize = 4;` within a function made `let N: usize = 4;`."""
    return [
        Break.one(node.children[0].start_byte, node.children[0].end_byte, b"let")
        for node in syntax.all("const_item")
        if node.parent is not None and node.parent.type == "block" and node.children[0].type == "const"
    ]


def constant_function(syntax: Syntax, rng: Random) -> list[Break]:
    """`const fn` made `fn`."""
    return [
        Break.one(
            word.start_byte,
            word.next_sibling.start_byte if word.next_sibling is not None else node.next_sibling.start_byte,
        )
        for node in syntax.all("function_modifiers")
        for word in node.children
        if word.type == "const" and node.next_sibling is not None
    ]


def assigned_reference(syntax: Syntax, rng: Random) -> list[Break]:
    """`*v.last_mut().unwrap() = x` made `v.last_mut().unwrap() = x`."""
    found = []
    for node in syntax.all("assignment_expression"):
        left = node.child_by_field_name("left")
        if left is None or left.type != "unary_expression" or left.children[0].type != "*":
            continue
        if left.named_children[-1].type in ("call_expression", "try_expression") and within(node, "block") is not None:
            found.append(Break.one(left.start_byte, left.start_byte + 1))
    return found
