"""Breaks in types: lifetimes, `dyn`, and the annotations that inference needs."""

from random import Random

from sleepy_coder.breaker.syntax import Break, Syntax


def lifetime(syntax: Syntax, rng: Random) -> list[Break]:
    """`&'a T` made `&T`, `Name<'a>` made `Name`."""
    found = []
    for node in syntax.all("reference_type"):
        mark = next((child for child in node.children if child.type == "lifetime"), None)
        if mark is not None and mark.next_sibling is not None:
            found.append(Break.one(mark.start_byte, mark.next_sibling.start_byte))
    lone = [
        node for node in syntax.all("type_arguments") if [child.type for child in node.named_children] == ["lifetime"]
    ]
    return found + [Break.one(node.start_byte, node.end_byte) for node in lone]


def undeclared_lifetime(syntax: Syntax, rng: Random) -> list[Break]:
    """The declaration `<'a>` removed, or one use made another letter."""
    found = []
    for node in syntax.all("type_parameters"):
        marks = [child for child in node.named_children if child.type in ("lifetime", "lifetime_parameter")]
        if len(marks) == node.named_child_count:
            found.append(Break.one(node.start_byte, node.end_byte))
        elif marks and (after := marks[0].next_sibling) is not None and after.next_sibling is not None:
            found.append(Break.one(marks[0].start_byte, after.next_sibling.start_byte))
    taken = {syntax.text(node) for node in syntax.all("lifetime")}
    fresh = [name for name in ("'a", "'b", "'c", "'s", "'t") if name not in taken]
    if not fresh:
        return found
    for node in syntax.all("lifetime"):
        parent = node.parent
        if parent is None or parent.type not in ("reference_type", "type_arguments"):
            continue
        if syntax.text(node) not in ("'static", "'_"):
            found.append(Break.one(node.start_byte, node.end_byte, rng.choice(fresh).encode()))
    return found


def dyn(syntax: Syntax, rng: Random) -> list[Break]:
    """`dyn Trait` made `Trait`."""
    return [
        Break.one(node.start_byte, node.next_sibling.start_byte)
        for node in syntax.all("dyn")
        if node.next_sibling is not None
    ]


def annotation(syntax: Syntax, rng: Random) -> list[Break]:
    """A turbofish removed, or the type of a `let`."""
    found = []
    for node in syntax.all("generic_function", "generic_type_with_turbofish"):
        inner = node.child_by_field_name("function") or node.child_by_field_name("type")
        if inner is not None:
            found.append(Break.one(inner.end_byte, node.end_byte))
    for node in syntax.all("let_declaration"):
        pattern, kind = node.child_by_field_name("pattern"), node.child_by_field_name("type")
        if pattern is not None and kind is not None and node.child_by_field_name("value") is not None:
            found.append(Break.one(pattern.end_byte, kind.end_byte))
    return found
