"""Breaks of mutability, receivers, visibility and derives: small words on declarations."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Syntax, within


def _drop_word(node: Node) -> Break:
    """The word and the space before the next one are removed."""
    after = node.next_sibling
    return Break.one(node.start_byte, after.start_byte if after is not None else node.end_byte)


def mut_local(syntax: Syntax, rng: Random) -> list[Break]:
    """`let mut x` made `let x`; parameters and patterns too."""
    return [made for _, made in _locals(syntax)]


def _locals(syntax: Syntax) -> list[tuple[Node, Break]]:
    return [
        (node, _drop_word(node))
        for node in syntax.all("mutable_specifier")
        if node.parent is not None
        and node.parent.type not in ("self_parameter", "reference_type", "reference_expression")
    ]


def mut_self(syntax: Syntax, rng: Random) -> list[Break]:
    """`&mut self` made `&self`."""
    return [made for _, made in _selves(syntax)]


def _selves(syntax: Syntax) -> list[tuple[Node, Break]]:
    return [
        (node, _drop_word(node))
        for node in syntax.all("mutable_specifier")
        if node.parent is not None and node.parent.type == "self_parameter"
    ]


def mut_assigned(syntax: Syntax, rng: Random) -> list[Break]:
    """`let mut x` made `let x` where a part of it is assigned, or itself in a closure: `x.field = ..`, `|| x += 1`."""
    parts = _assigned_parts(syntax)
    return [made for node, made in _locals(syntax) if _is_assigned_once(node, _bound(syntax, node), parts)]


def mut_self_assigned(syntax: Syntax, rng: Random) -> list[Break]:
    """`&mut self` made `&self` where a part of `self` is assigned."""
    parts = _assigned_parts(syntax)
    return [made for node, made in _selves(syntax) if not _of_trait(node) and _is_assigned_once(node, "self", parts)]


def _of_trait(node: Node) -> bool:
    """Whether a trait says what the method's receiver is."""
    impl = within(node, "impl_item")
    return impl is not None and impl.child_by_field_name("trait") is not None


def _assigned_parts(syntax: Syntax) -> list[tuple[Node, str]]:
    """Assignments to a part of something, or from within a closure, and what that is."""
    found = []
    for node in syntax.all("assignment_expression", "compound_assignment_expr"):
        place = node.child_by_field_name("left")
        base = place
        while base is not None and base.type in ("field_expression", "index_expression"):
            base = base.named_children[0] if base.named_children else None
        if base is not None and (base != place or within(node, "closure_expression") is not None):
            found.append((node, syntax.text(base)))
    return found


def _bound(syntax: Syntax, specifier: Node) -> str:
    """The name that a `mut` belongs to."""
    after = specifier.next_named_sibling
    return syntax.text(after) if after is not None else ""


def _is_assigned_once(specifier: Node, name: str, parts: list[tuple[Node, str]]) -> bool:
    """Each such assignment would be an error of its own."""
    function = within(specifier, "function_item")
    if function is None:
        return False
    places = [node for node, base in parts if base == name and node.start_byte >= function.start_byte]
    return sum(node.end_byte <= function.end_byte for node in places) == 1


def mut_borrowed(syntax: Syntax, rng: Random) -> list[Break]:
    """`mut` removed from a local, or from `&mut self`."""
    return mut_local(syntax, rng) + mut_self(syntax, rng)


def pub_item(syntax: Syntax, rng: Random) -> list[Break]:
    """`pub` removed from an item within a module."""
    return [
        _drop_word(node)
        for node in syntax.all("visibility_modifier")
        if node.parent is not None and node.parent.type.endswith("_item") and within(node, "mod_item") is not None
    ]


def pub_field(syntax: Syntax, rng: Random) -> list[Break]:
    """`pub` removed from a field within a module."""
    return [
        _drop_word(node)
        for node in syntax.all("visibility_modifier")
        if within(node, "mod_item") is not None
        and node.parent is not None
        and node.parent.type in ("field_declaration", "ordered_field_declaration_list", "function_item")
    ]


def self_parameter(syntax: Syntax, rng: Random) -> list[Break]:
    """`fn f(&self, x: T)` made `fn f(x: T)` if one place then lacks `self` and nobody calls it as a method."""
    found = []
    words = syntax.all("self")
    for node in syntax.all("self_parameter"):
        function = within(node, "function_item")
        name = function.child_by_field_name("name") if function is not None else None
        if function is None or name is None or f".{syntax.text(name)}(" in syntax.source.decode():
            continue
        if sum(node.end_byte <= word.start_byte < function.end_byte for word in words) != 1:
            continue
        comma = node.next_sibling
        if comma is not None and comma.type == "," and comma.next_sibling is not None:
            found.append(Break.one(node.start_byte, comma.next_sibling.start_byte))
        else:
            found.append(Break.one(node.start_byte, node.end_byte))
    return found


def derive(syntax: Syntax, rng: Random) -> list[Break]:
    """`PartialEq` or `PartialOrd` removed from a derive list, the attribute too if nothing is left."""
    found = []
    for item in syntax.all("attribute_item"):
        text = syntax.text(item)
        if not text.startswith("#[derive("):
            continue
        traits = [name.strip() for name in text[len("#[derive(") : text.rindex(")")].split(",") if name.strip()]
        for gone in ({"PartialEq"}, {"PartialEq", "Eq"}, {"PartialOrd"}, {"PartialOrd", "Ord"}):
            if not gone <= set(traits):
                continue
            kept = [name for name in traits if name not in gone]
            if kept:
                found.append(Break.one(item.start_byte, item.end_byte, f"#[derive({', '.join(kept)})]".encode()))
            else:
                end = item.next_sibling.start_byte if item.next_sibling is not None else item.end_byte
                found.append(Break.one(item.start_byte, end))
    return found
