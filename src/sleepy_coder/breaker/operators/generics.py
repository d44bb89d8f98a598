"""Breaks in generic parameters, their bounds, and the arguments that stand for them."""

import re
from random import Random
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.breaker.operators.fields import without_entry
from sleepy_coder.breaker.operators.members import members
from sleepy_coder.breaker.syntax import Break, Syntax, within

_ARITHMETIC = frozenset(("Add", "Sub", "Mul", "Div", "Rem", "Neg", "Not", "BitAnd", "BitOr", "BitXor", "Shl", "Shr"))


class _Bound(NamedTuple):
    """A bound: what it is on, the last word of the trait's path, and what removes it."""

    on: str
    trait: str
    made: Break


def _bounds(syntax: Syntax) -> list[_Bound]:
    """Every bound that is no lifetime; the colon or the whole `where` goes too if nothing is left of it."""
    found = []
    for bounds in syntax.all("trait_bounds"):
        owner = bounds.parent
        if owner is None or owner.type not in ("type_parameter", "where_predicate"):
            continue
        on = owner.child_by_field_name("left") or owner.child_by_field_name("name")
        for bound in [child for child in bounds.named_children if child.type != "lifetime"]:
            trait = syntax.text(bound).split("<")[0].rpartition("::")[2]
            made = _without_one(bound) if bounds.named_child_count > 1 else _without_all(syntax, owner, bounds)
            found.append(_Bound(syntax.text(on) if on is not None else "", trait, made))
    return found


def _without_one(bound: Node) -> Break:
    before, after = bound.prev_named_sibling, bound.next_named_sibling
    if before is not None:
        return Break.one(before.end_byte, bound.end_byte)
    return Break.one(bound.start_byte, after.start_byte if after is not None else bound.end_byte)


def _without_all(syntax: Syntax, owner: Node, bounds: Node) -> Break:
    clause, before, after = owner.parent, owner.prev_sibling, owner.next_sibling
    if owner.type == "type_parameter" or clause is None:
        return Break.one(bounds.start_byte, bounds.end_byte)
    if clause.named_child_count == 1:
        return Break.one(len(syntax.source[: clause.start_byte].rstrip()), clause.end_byte)
    if owner.next_named_sibling is None and before is not None and after is not None:
        return Break.one(before.end_byte, after.end_byte)
    return without_entry(owner)


def arithmetic_bound(syntax: Syntax, rng: Random) -> list[Break]:
    """`T: Add<Output = T>` made `T`. Comparisons are left out: rustc words them like a missing derive."""
    return [bound.made for bound in _bounds(syntax) if bound.trait in _ARITHMETIC]


def other_bound(syntax: Syntax, rng: Random) -> list[Break]:
    """Any other bound removed."""
    return [bound.made for bound in _bounds(syntax) if bound.trait not in _ARITHMETIC]


def sized_bound(syntax: Syntax, rng: Random) -> list[Break]:
    """`where Self: Sized` removed from a trait's method."""
    return [bound.made for bound in _bounds(syntax) if (bound.on, bound.trait) == ("Self", "Sized")]


def bound_added(syntax: Syntax, rng: Random) -> list[Break]:
    """One bound more on a generic method where a trait is implemented."""
    found = []
    for method in members(syntax, "function_item", of_trait=True):
        parameters = method.child_by_field_name("type_parameters")
        for parameter in parameters.named_children if parameters is not None else ():
            if parameter.type != "type_parameter":
                continue
            bounds = parameter.child_by_field_name("bounds")
            told = syntax.text(bounds) if bounds is not None else ""
            fresh = [name for name in ("Copy", "Clone", "Default", "PartialEq") if name not in told]
            extra = rng.choice(fresh or ["Ord"])
            found.append(Break.one(parameter.end_byte, parameter.end_byte, f"{' +' if told else ':'} {extra}".encode()))
    return found


def parameter_again(syntax: Syntax, rng: Random) -> list[Break]:
    """`fn f(..)` within `impl<T>` made `fn f<T>(..)`, and `<T, U>` made `<T, U, T>`."""
    found = []
    for method in members(syntax, "function_item", of_trait=False):  # a trait would count the parameters as well
        impl, name = within(method, "impl_item"), method.child_by_field_name("name")
        outer = _type_parameters(syntax, impl) if impl is not None else []
        if outer and name is not None and method.child_by_field_name("type_parameters") is None:
            found.append(Break.one(name.end_byte, name.end_byte, f"<{rng.choice(outer)}>".encode()))
    for node in syntax.all("type_parameters"):
        names = _type_parameters(syntax, node.parent)
        if names and node.named_children:
            end = node.named_children[-1].end_byte
            found.append(Break.one(end, end, f", {rng.choice(names)}".encode()))
    return found


def _type_parameters(syntax: Syntax, item: Node | None) -> list[str]:
    node = item.child_by_field_name("type_parameters") if item is not None else None
    return [
        syntax.text(name)
        for child in (node.named_children if node is not None else ())
        if child.type == "type_parameter" and (name := child.child_by_field_name("name")) is not None
    ]


def arguments(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name<T>` made `Name`, except where it is built, and except lifetimes."""
    return [
        Break.one(node.start_byte, node.end_byte)
        for node in syntax.all("type_arguments")
        if node.parent is not None
        and node.parent.type == "generic_type"
        and not any(child.type in ("lifetime", "type_binding") for child in node.named_children)
    ]


def argument_added(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name<T>` made `Name<T, u32>`, and a plain type of the program `Name` made `Name<u32>`."""
    own = {
        syntax.text(name)
        for item in syntax.all("struct_item", "enum_item", "type_item")
        if (name := item.child_by_field_name("name")) is not None
    }
    found = []
    for node in syntax.all("type_identifier"):
        parent, extra = node.parent, rng.choice([b"u32", b"i32", b"String", b"usize", b"T", b"bool"])
        extra = b"u32" if extra == b"T" else extra
        if parent is None or syntax.text(node) not in own or parent.child_by_field_name("name") == node:
            continue
        arguments = parent.child_by_field_name("type_arguments") if parent.type == "generic_type" else None
        if arguments is not None:
            end = arguments.end_byte - 1
            found.append(Break.one(end, end, b", " + extra))
        elif parent.type in ("parameter", "reference_type", "type_arguments", "impl_item", "function_item"):
            found.append(Break.one(node.end_byte, node.end_byte, b"<" + extra + b">"))
    return found


def binding(syntax: Syntax, rng: Random) -> list[Break]:
    """`dyn Iterator<Item = T>` made `dyn Iterator`."""
    found = []
    for node in syntax.all("type_binding"):
        arguments = node.parent
        trait = within(node, "dynamic_type")
        if arguments is None or trait is None or arguments.parent != trait.child_by_field_name("trait"):
            continue
        if arguments.named_child_count == 1:
            found.append(Break.one(arguments.start_byte, arguments.end_byte))
        else:
            found.append(without_entry(node))
    return found


def unused_lifetime(syntax: Syntax, rng: Random) -> list[Break]:
    """A lifetime declared on a type that borrows nothing."""
    found = []
    for item in syntax.all("struct_item", "enum_item"):
        name, parameters = item.child_by_field_name("name"), item.child_by_field_name("type_parameters")
        taken = set(re.findall(r"'\w+", syntax.text(item)))
        letter = next(mark for mark in ("'a", "'b", "'c") if mark not in taken)
        if parameters is None and name is not None:
            found.append(Break.one(name.end_byte, name.end_byte, f"<{letter}>".encode()))
        elif parameters is not None:
            start = parameters.start_byte + 1
            found.append(Break.one(start, start, f"{letter}, ".encode()))
    return found


def unconstrained(syntax: Syntax, rng: Random) -> list[Break]:
    """A type parameter declared on an `impl` that does not mention it."""
    found = []
    for impl in syntax.all("impl_item"):
        parameters, told = impl.child_by_field_name("type_parameters"), syntax.text(impl)
        letter = next(mark for mark in "TUVWXYZ" if not re.search(rf"\b{mark}\b", told))
        if parameters is None:
            found.append(Break.one(impl.start_byte + 4, impl.start_byte + 4, f"<{letter}>".encode()))
        else:
            found.append(Break.one(parameters.end_byte - 1, parameters.end_byte - 1, f", {letter}".encode()))
    return found
