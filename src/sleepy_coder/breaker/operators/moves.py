"""Breaks of ownership: a value moves where it was borrowed, copied or kept."""

from random import Random

from sleepy_coder.breaker.operators.removals import unwrap, without_method
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, is_scrutinee


def loop_borrow(syntax: Syntax, rng: Random) -> list[Break]:
    """`for x in &v` and `for x in v.iter()` made `for x in v`; `v.iter().map(..)` made `v.into_iter().map(..)`."""
    found = []
    for loop in syntax.all("for_expression"):
        value = loop.child_by_field_name("value")
        if value is not None and value.type == "reference_expression":
            inner = value.child_by_field_name("value")
            if inner is not None:
                found.append(unwrap(value, inner))
    for method in syntax.methods("iter"):
        parent = method.call.parent
        if parent is not None and parent.type == "for_expression":
            found.append(Break.one(method.dot, method.call.end_byte))
        else:
            name = method.arguments.start_byte - len(b"iter")
            found.append(Break.one(name, name, b"into_"))
    return found


def matched_borrow(syntax: Syntax, rng: Random) -> list[Break]:
    """`match &x` made `match x`, likewise in `if let`, `while let` and destructuring; `ref` removed from a pattern."""
    found = [
        unwrap(node, value)
        for node in syntax.all("reference_expression")
        if is_scrutinee(node) and (value := node.child_by_field_name("value")) is not None
    ]
    found += [
        Break.one(method.dot, method.call.end_byte)
        for method in syntax.methods("as_ref", "as_mut")
        if is_scrutinee(method.call)
    ]
    words = (child for node in syntax.all("ref_pattern") for child in node.children if child.type == "ref")
    return found + [
        Break.one(word.start_byte, word.next_sibling.start_byte) for word in words if word.next_sibling is not None
    ]


def move_added(syntax: Syntax, rng: Random) -> list[Break]:
    """`|x| ..` made `move |x| ..`."""
    return [
        Break.one(node.start_byte, node.start_byte, b"move ")
        for node in syntax.all("closure_expression")
        if all(child.type not in ("move", "async") for child in node.children)
    ]


def owned(syntax: Syntax, rng: Random) -> list[Break]:
    """`text.to_string()` made `text`, `Arc::clone(&x)` made `&x`: what a thread keeps is borrowed."""
    found = without_method(syntax, "to_string", "to_owned", "to_vec", "into", "clone", "into_boxed_str")
    for call, argument in syntax.calls("String::from", "Vec::from", "Arc::clone", "PathBuf::from"):
        found.append(Break((Cut(call.start_byte, argument.start_byte), Cut(argument.end_byte, call.end_byte))))
    return found
