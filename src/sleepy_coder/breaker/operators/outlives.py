"""Breaks in which something points to what is gone: locals returned, scopes left, lifetimes and bounds left out."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.borrows import neighbours
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within

_MAKERS = frozenset(
    ("to_string", "to_owned", "to_uppercase", "to_lowercase", "replace", "repeat", "join", "concat", "clone", "collect")
)
_COLLECTORS = frozenset(("collect", "to_vec", "to_owned", "clone", "into_bytes", "into_iter"))


def local_returned(syntax: Syntax, rng: Random) -> list[Break]:
    """What a closure makes is borrowed or not collected; a `&str` is returned of a copy; `Cow::Owned(x)` borrowed."""
    found = []
    for lambda_ in syntax.all("closure_expression"):
        value = _tail(lambda_.child_by_field_name("body"))
        if value is None:
            continue
        if _makes_text(syntax, value):
            found.append(Break.one(value.end_byte, value.end_byte, b".as_str()"))
            found.append(Break.one(value.start_byte, value.start_byte, b"&"))
        elif value.type == "identifier" and value.parent is not None and value.parent.type == "block":
            found.append(Break.one(value.start_byte, value.start_byte, b"&"))
    for method in syntax.methods(*_COLLECTORS):
        closure = within(method.call, "closure_expression")
        if closure is not None and _tail(closure.child_by_field_name("body")) == method.call:
            found.append(Break.one(method.dot, method.call.end_byte))
    for call, argument in syntax.calls("Cow::Owned"):
        found.append(Break.one(call.start_byte, argument.start_byte, b"Cow::Borrowed(&"))
    return found + [_copied(value) for value in _returned_texts(syntax)]


def _tail(body: Node | None) -> Node | None:
    """The value of a closure's or function's body."""
    if body is None or body.type != "block":
        return body
    last = body.named_children[-1] if body.named_children else None
    return None if last is None or last.type.endswith(("_statement", "_declaration", "comment")) else last


def _makes_text(syntax: Syntax, value: Node) -> bool:
    if value.type == "macro_invocation":
        return syntax.text(value).startswith("format!")
    if value.type != "call_expression":
        return False
    words = syntax.text(value).rpartition("(")[0].rpartition(".")[2].partition("::")[0]
    return words in _MAKERS or syntax.text(value).startswith("String::from(")


def _returned_texts(syntax: Syntax) -> list[Node]:
    """Values that functions with result `&str` give back."""
    found = []
    for function in syntax.all("function_item"):
        kind, body = function.child_by_field_name("return_type"), function.child_by_field_name("body")
        if kind is None or body is None or kind.type != "reference_type" or not syntax.text(kind).endswith("str"):
            continue
        values = [_tail(body)]
        values += [
            node.named_children[0]
            for node in syntax.all("return_expression")
            if node.named_children and within(node, "function_item", "closure_expression") == function
        ]
        kinds = ("identifier", "field_expression", "call_expression", "reference_expression", "index_expression")
        found += [value for value in values if value is not None and value.type in kinds]
    return found


def _copied(value: Node) -> Break:
    reference = Cut(value.start_byte, value.start_byte, b"" if value.type == "reference_expression" else b"&")
    return Break((reference, Cut(value.end_byte, value.end_byte, b".to_string()")))


def inner_scope(syntax: Syntax, rng: Random) -> list[Break]:
    """An owner put behind the `{` of the next `if`, loop or block, which a borrow of it leaves; or a borrow in a list.

    The repair moves the owner out again, so that every statement stays.
    """
    moved = [
        _moved(syntax, owner, block)
        for owner, user in neighbours(syntax)
        if _binds_name(owner)
        for block in _blocks(user)
    ]
    return moved + _kept_borrows(syntax)


def _binds_name(statement: Node) -> bool:
    pattern = statement.child_by_field_name("pattern") if statement.type == "let_declaration" else None
    return pattern is not None and pattern.type == "identifier"


def _blocks(user: Node) -> list[Node]:
    """The blocks that run when a statement or the value of a `let` does."""
    value = user.child_by_field_name("value") if user.type == "let_declaration" else user
    if user.type == "expression_statement":
        value = user.named_children[0]
    if value is None or value.type == "block":
        return [] if value is None else [value]
    return [child for name in ("consequence", "body") if (child := value.child_by_field_name(name)) is not None]


def _moved(syntax: Syntax, owner: Node, block: Node) -> Break:
    """`let a = f(); if c { g(&a) }` as `if c { let a = f(); g(&a) }`."""
    text = syntax.source[owner.start_byte : owner.end_byte].replace(b"\n", b"\n    ")
    margin = b"\n" + syntax.line_indent(owner.start_byte) + b"    "
    after = owner.next_sibling
    end = after.start_byte if after is not None else owner.end_byte
    at = block.start_byte + 1
    return Break((Cut(owner.start_byte, end), Cut(at, at, margin + text)))


def _kept_borrows(syntax: Syntax) -> list[Break]:
    """`list.push(x)` made `list.push(&x)` or `list.push(x.as_str())`."""
    arguments = [
        argument
        for method in syntax.methods("push", "insert", "push_back", "push_front")
        for argument in method.arguments.named_children
        if argument.type == "identifier"
    ]
    return [Break.one(node.start_byte, node.start_byte, b"&") for node in arguments] + [
        Break.one(node.end_byte, node.end_byte, b".as_str()") for node in arguments
    ]


def bound(syntax: Syntax, rng: Random) -> list[Break]:
    """`T: Shape + 'static` made `T: Shape`, `T: 'a` made `T`; in `where` clauses and after `impl` too."""
    found = []
    for mark in syntax.all("lifetime"):
        parent, before, after = mark.parent, mark.prev_sibling, mark.next_sibling
        if parent is None or before is None or parent.type not in ("trait_bounds", "bounded_type"):
            continue
        if within(mark, "function_item", "impl_item", "struct_item", "trait_item", "enum_item") is None:
            continue
        if before.type == "+":
            found.append(Break.one(_word_end(before.prev_sibling, before), mark.end_byte))
        elif after is not None and after.type == "+" and after.next_sibling is not None:
            found.append(Break.one(mark.start_byte, after.next_sibling.start_byte))
        elif parent.parent is not None and parent.parent.type == "type_parameter":
            found.append(Break.one(parent.start_byte, parent.end_byte))
    return found


def _word_end(before: Node | None, other: Node) -> int:
    return before.end_byte if before is not None else other.start_byte


def parameter_lifetime(syntax: Syntax, rng: Random) -> list[Break]:
    """`x: &'a str` of a parameter made `x: &str`, `x: Name<'a>` made `x: Name`."""
    return _without_lifetimes(syntax, result=False)


def result_lifetime(syntax: Syntax, rng: Random) -> list[Break]:
    """`-> &'a str` made `-> &str`, `-> Option<&'a T>` made `-> Option<&T>`."""
    return _without_lifetimes(syntax, result=True)


def _without_lifetimes(syntax: Syntax, *, result: bool) -> list[Break]:
    found = []
    for kind in syntax.all("reference_type"):
        mark = next((child for child in kind.children if child.type == "lifetime"), None)
        if mark is None or mark.next_sibling is None or (within(kind, "parameter") is None) is not result:
            continue
        function = within(kind, "function_item", "struct_item", "enum_item")
        given = function.child_by_field_name("return_type") if function is not None else None
        if not result or (given is not None and given.start_byte <= kind.start_byte < given.end_byte):
            found.append(Break.one(mark.start_byte, mark.next_sibling.start_byte))
    return found
