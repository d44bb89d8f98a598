"""Misspelt names, as fingers and memory misspell them, so that the repair is the right name again."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.misspelling import misspell
from sleepy_coder.breaker.syntax import Break, Syntax, within


def _renamed(node: Node, syntax: Syntax, rng: Random) -> Break:
    return Break.one(node.start_byte, node.end_byte, misspell(syntax.text(node), rng).encode())


def expression_name(syntax: Syntax, rng: Random) -> list[Break]:
    """A local, a constant or a function misspelt where it is used; also within macro arguments."""
    found = []
    for node in syntax.all("identifier"):
        parent, after, before = node.parent, node.next_sibling, node.prev_sibling
        if parent is None or parent.type.endswith(
            ("_pattern", "parameter", "parameters", "lifetime", "label", "_item")
        ):
            continue
        if parent.type in ("scoped_identifier", "use_list", "use_declaration", "macro_invocation", "attribute"):
            continue
        if parent.type in ("let_declaration", "for_expression") and parent.child_by_field_name("pattern") == node:
            continue
        if parent.type == "token_tree" and (
            (after is not None and after.type in ("!", "::", "="))
            or (before is not None and before.type in (".", "::"))
        ):
            continue
        if within(node, "attribute_item") is None:
            found.append(_renamed(node, syntax, rng))
    return found


def field_read(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.field` misspelt; in macro arguments where no call follows."""
    found = []
    for node in syntax.all("field_expression"):
        field = node.child_by_field_name("field")
        called = node.parent is not None and node.parent.type in ("call_expression", "generic_function")
        is_method = called and node.parent is not None and node.parent.child_by_field_name("function") == node
        if field is not None and field.type == "field_identifier" and not is_method:
            found.append(_renamed(field, syntax, rng))
    for tokens in syntax.all("token_tree"):
        for node, before, after in zip(
            tokens.children[1:], tokens.children, [*tokens.children[2:], None], strict=False
        ):
            if (
                node.type == "identifier"
                and before.type == "."
                and (after is None or after.type not in ("token_tree", "::"))
            ):
                found.append(_renamed(node, syntax, rng))
    return found


def field_written(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { field: x }` with the field misspelt."""
    found = []
    for node in syntax.all("field_initializer"):
        field = node.child_by_field_name("field")
        if field is not None and field.type == "field_identifier":
            found.append(_renamed(field, syntax, rng))
    for node in syntax.all("shorthand_field_initializer"):
        name = syntax.text(node)
        found.append(Break.one(node.start_byte, node.end_byte, f"{misspell(name, rng)}: {name}".encode()))
    return found


def field_matched(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { field: x }` or `Name { field }` in a pattern with the field misspelt."""
    found = []
    for node in syntax.all("field_pattern"):
        name = node.child_by_field_name("name")
        if name is None:
            continue
        if name.type == "shorthand_field_identifier":
            spelt = syntax.text(name)
            found.append(Break.one(name.start_byte, name.end_byte, f"{misspell(spelt, rng)}: {spelt}".encode()))
        found.append(_renamed(name, syntax, rng))
    return found


def imported(syntax: Syntax, rng: Random) -> list[Break]:
    """A segment of a `use` path misspelt, the crate or root name excepted."""
    found = []
    for use in syntax.all("use_declaration"):
        stack = list(use.named_children)
        while stack:
            node = stack.pop()
            if node.type == "identifier" and node.parent is not None:
                is_first = node.start_byte == use.child_by_field_name("argument").start_byte  # type: ignore[union-attr]
                is_alias = node.parent.type == "use_as_clause" and node.parent.child_by_field_name("alias") == node
                if not is_first and not is_alias:
                    found.append(_renamed(node, syntax, rng))
            stack.extend(node.named_children)
    return sorted(found, key=lambda made: made.cuts[0].start)


def method_name(syntax: Syntax, rng: Random) -> list[Break]:
    """A method's name misspelt where it is called."""
    return [
        Break.one(method.dot + 1, method.dot + 1 + len(method.name), misspell(method.name, rng).encode())
        for method in syntax.methods()
        if syntax.source[method.dot : method.dot + 1 + len(method.name)] == f".{method.name}".encode()
    ]


def variant_name(syntax: Syntax, rng: Random) -> list[Break]:
    """`Enum::Variant` misspelt after the colons, for enums of the same file."""
    enums = {syntax.text(name) for item in syntax.all("enum_item") if (name := item.child_by_field_name("name"))}
    return [
        _renamed(name, syntax, rng)
        for node in syntax.all("scoped_identifier", "scoped_type_identifier")
        if (path := node.child_by_field_name("path")) is not None
        and (name := node.child_by_field_name("name")) is not None
        and syntax.text(path).rpartition("::")[2] in enums
        and syntax.text(name)[0].isupper()
    ]
