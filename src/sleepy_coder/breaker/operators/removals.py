"""Breaks that take a wrapper, a conversion or a borrow away from an expression."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax, is_scrutinee, within


def unwrap(outer: Node, inner: Node) -> Break:
    """`outer` is replaced by `inner`, which stands within it."""
    return Break((Cut(outer.start_byte, inner.start_byte), Cut(inner.end_byte, outer.end_byte)))


def without_method(syntax: Syntax, *names: str) -> list[Break]:
    """`x.name()` made `x`."""
    return [
        Break.one(method.dot, method.call.end_byte)
        for method in syntax.methods(*names)
        if method.arguments.named_child_count == 0
    ]


def clone(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.clone()` made `x`, `Rc::clone(&x)` made `x`."""
    found = without_method(syntax, "clone", "to_vec", "to_owned")
    for call, argument in syntax.calls("Rc::clone", "Arc::clone"):
        inner = argument.child_by_field_name("value") if argument.type == "reference_expression" else None
        found.append(unwrap(call, inner or argument))
    return found


def to_string(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.to_string()`, `String::from(x)` made `x`."""
    found = without_method(syntax, "to_string", "to_owned", "into")
    return found + [unwrap(call, argument) for call, argument in syntax.calls("String::from")]


def reference(syntax: Syntax, rng: Random) -> list[Break]:
    """`f(&x)` made `f(x)`, `f(&mut x)` made `f(x)`."""
    return [
        unwrap(node, value)
        for node in syntax.all("reference_expression")
        if node.parent is not None and node.parent.type in ("arguments", "let_declaration", "field_initializer")
        if (value := node.child_by_field_name("value")) is not None
    ]


def some(syntax: Syntax, rng: Random) -> list[Break]:
    """`Some(x)` made `x`."""
    return [unwrap(call, argument) for call, argument in syntax.calls("Some")]


def ok(syntax: Syntax, rng: Random) -> list[Break]:
    """`Ok(x)` made `x`; `Err(x)` made `x` too where that is a value of its own."""
    return [unwrap(call, argument) for call, argument in syntax.calls("Ok", "Err") if syntax.text(argument) != "()"]


def question(syntax: Syntax, rng: Random) -> list[Break]:
    """`x?` made `x`."""
    return [Break.one(node.end_byte - 1, node.end_byte) for node in syntax.all("try_expression")]


def deref(syntax: Syntax, rng: Random) -> list[Break]:
    """`*x` made `x`."""
    return [
        Break.one(node.start_byte, node.start_byte + 1)
        for node in syntax.all("unary_expression")
        if node.children[0].type == "*"
    ]


def self_prefix(syntax: Syntax, rng: Random) -> list[Break]:
    """`self.field` made `field`, in macro arguments as well."""
    found = []
    for node in syntax.all("self"):
        after = node.next_sibling
        if after is not None and after.type == "." and after.next_sibling is not None:
            found.append(Break.one(node.start_byte, after.end_byte))
    return found


def move(syntax: Syntax, rng: Random) -> list[Break]:
    """`move |x| ..` made `|x| ..`."""
    found = []
    for node in syntax.all("move"):
        after = node.next_sibling
        if after is not None:
            found.append(Break.one(node.start_byte, after.start_byte))
    return found


def method_parens(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.len()` made `x.len`."""
    return [
        Break.one(method.arguments.start_byte, method.arguments.end_byte)
        for method in syntax.methods()
        if method.arguments.named_child_count == 0
    ]


def borrow(syntax: Syntax, rng: Random) -> list[Break]:
    """A borrow or a copy removed where the value then moves out of a reference or an index.

    What a pattern is held against is not for this operator.
    """
    names = ("as_ref", "as_deref", "as_mut", "as_deref_mut", "clone", "iter", "iter_mut", "take")
    found = [
        Break.one(method.dot, method.call.end_byte)
        for method in syntax.methods(*names)
        if method.arguments.named_child_count == 0 and not is_scrutinee(method.call)
    ]
    for node in syntax.all("reference_expression"):
        value = node.child_by_field_name("value")
        if is_scrutinee(node):
            continue
        if value is not None and value.type in ("field_expression", "index_expression", "unary_expression"):
            found.append(unwrap(node, value))
    return found


def iterator(syntax: Syntax, rng: Random) -> list[Break]:
    """`v.iter().map(..)` made `v.map(..)`."""
    return [
        cut
        for cut in without_method(syntax, "iter", "into_iter", "iter_mut", "chars", "bytes", "lines")
        if syntax.source[cut.cuts[0].end :].lstrip().startswith(b".")
    ]


def copied(syntax: Syntax, rng: Random) -> list[Break]:
    """`.copied()` or `.cloned()` removed somewhere before a `.collect()`."""
    collects = [(m.call.start_byte, m.receiver.end_byte) for m in syntax.methods("collect", "sum", "product", "extend")]
    return [
        cut
        for cut in without_method(syntax, "copied", "cloned")
        if any(start <= cut.cuts[0].start and cut.cuts[0].end <= end for start, end in collects)
    ]


def index_cast(syntax: Syntax, rng: Random) -> list[Break]:
    """`v[i as usize]` made `v[i]`."""
    return [
        Break.one(value.end_byte, cast.end_byte)
        for cast in syntax.all("type_cast_expression")
        if cast.parent is not None and cast.parent.type == "index_expression"
        if (value := cast.child_by_field_name("value")) is not None
    ]


def float_cast(syntax: Syntax, rng: Random) -> list[Break]:
    """`a as f64 * b` made `a * b`; parentheses around the cast go with it."""
    found = []
    for cast in syntax.all("type_cast_expression"):
        value, kind = cast.child_by_field_name("value"), cast.child_by_field_name("type")
        if value is None or kind is None or syntax.text(kind) not in ("f64", "f32"):
            continue
        if within(cast, "binary_expression", "compound_assignment_expr") is not None:
            found.append(Break.one(value.end_byte, cast.end_byte))
    return found


def range_start(syntax: Syntax, rng: Random) -> list[Break]:
    """`for i in 0..n` made `for i in n`; tree-sitter reads `0..*n` as a product."""
    found = []
    for loop in syntax.all("for_expression"):
        value = loop.child_by_field_name("value")
        if value is None or value.named_child_count != 2:
            continue
        start, end = value.named_children
        if value.type == "range_expression":
            found.append(unwrap(value, end))
        elif start.type == "range_expression" and syntax.text(value.children[1]) == "*":
            found.append(Break.one(start.start_byte, start.end_byte))
    return found


def unsafe_block(syntax: Syntax, rng: Random) -> list[Break]:
    """`unsafe { x }` made `x`, on one line only."""
    found = []
    for node in syntax.all("unsafe_block"):
        block = node.named_children[-1] if node.named_children else None
        if block is None or block.type != "block" or b"\n" in syntax.source[node.start_byte : node.end_byte]:
            continue
        if len(block.named_children) == 1:
            found.append(unwrap(node, block.named_children[0]))
    return found
