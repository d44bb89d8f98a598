"""Fields, methods and items that are private where the crate itself uses them (E0451, E0603, E0616, E0624), as after a
move to another module: they become visible within the crate, and to nobody else.

Where a method has the field's name that is what its owner lets others use; rustc suggests it. So is one that sets the
field or shows it (`set_rate`, `is_open`), one that changes it where others would assign to it, and a constructor that
may fail, where a literal would go past it: then nobody opens the field, and the method that sets or shows it is called.
Nor does a method open that another one calls when it has checked what it must (`take`, `take_unchecked`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.items.shown_copies import changes_shown
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import (
    arguments_of,
    field_text,
    from_outside,
    is_library,
    members,
    methods,
    only,
    receiver,
)
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at, value_at
from sleepy_coder.rust.rewritten import before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_FIELDS = re.compile(r"^fields? (?P<names>`.+) of (?:struct|union) `(?P<owner>[\w:]+)` (?:is|are) private$")
_DEFINED = re.compile(r"^private (?:method|associated function) defined here$")
_ITEM = re.compile(r"^(?:function|struct|enum|union|trait|constant|static|type alias|module) `\w+` is private$")
_ITEMS = (
    *("function_item", "struct_item", "enum_item", "union_item", "trait_item", "const_item", "static_item"),
    *("type_item", "mod_item"),
)
_CRATE = "pub(crate)"
_PUBLIC = re.compile(r"\bpub\b")
_SHOWN_BY = ("{}", "get_{}", "is_{}", "has_{}", "{}_mut")
_ASSIGNMENTS = ("assignment_expression", "compound_assignment_expr")
_READ_BY = ("get_{}", "is_{}")
_CHECKING = re.compile(r"\b(?:assert|panic)\w*!|\.(?:clamp|min|max)\(")
_REFUSING = re.compile(r"(?:\w+::)*(?:\w*Result|Option)\b|bool$")
_BEHIND = ("_unchecked", "_inner", "_raw", "_internal", "_impl", "_unlocked")
"""How a part of a method is called that counts on what the method has done before."""


class _Fields(NamedTuple):
    """Fields that are private where they are used: of which type, where they are declared, and whether their owner has
    another way to them."""

    owner: str
    file: str
    declared: list[Node]
    private: list[Node]
    use: Node | None
    kept: bool


def private_members(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """`pub(crate)` or what is written beside them, on all members that the error names."""
    if from_outside(span.file, tree):
        return
    if error.code == "E0624":
        yield from _function(error, tree)
    elif error.code == "E0603":
        yield from _item(error, tree)
    elif error.code in ("E0451", "E0616"):
        yield from _fields(error, span, tree)


def _function(error: Diagnostic, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    home = next((one for one in error.spans if _DEFINED.match(one.label or "") and one.file in tree.files), None)
    function = around(node_at(tree, home), "function_item") if home is not None else None
    block = around(function, "impl_item")
    if home is not None and function is not None and block is not None and _visibility(function) is None:
        siblings = [one for one in members(block) if one.type == "function_item"]
        if not _is_behind(function, siblings):
            edit = _opened(tree, home.file, function, siblings)
            yield f"open `{field_text(function, 'name')}` to the crate", (edit,)


def _is_behind(item: Node, siblings: Sequence[Node]) -> bool:
    """Whether others are to call another one, which calls this one."""
    name, named = field_text(item, "name"), {field_text(one, "name") for one in siblings if _visibility(one)}
    return any(name.endswith(end) and name.removesuffix(end) in named for end in _BEHIND)


def opens_guarded(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits open a field to go past what sets it, or past what alone makes values of its type."""
    found = _found(error, tree)
    if found is None or not found.kept or (error.code == "E0616" and not _is_set(found, tree)):
        return False
    rows = {one.start_point.row + 1 for one in found.private}
    there = [one for one in edits if one.file == found.file and rows & {*range(one.first_line, one.last_line + 1)}]
    return any(len(_PUBLIC.findall(one.new)) > len(_PUBLIC.findall(one.old)) for one in there)


def _item(error: Diagnostic, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """An item that its module keeps to itself; rustc says where it is defined. What a module holds may be given out by
    other paths."""
    if not _ITEM.match(error.message):
        return
    notes = (child for child in error.children if child.message.endswith(" is defined here"))
    home = next((one for note in notes for one in note.spans if one.file in tree.files), None)
    item = around(node_at(tree, home), *_ITEMS) if home is not None else None
    if home is not None and item is not None and item.parent is not None and _visibility(item) is None:
        module, name = item.type == "mod_item", field_text(item, "name")
        given_out = re.compile(rf"\bpub(?:\([^)]*\))?\s+use\b[^;]*\b{name}\b")
        if module and any(given_out.search(text) for text in tree.files.values()):
            return
        siblings = [one for one in item.parent.named_children if one.type in _ITEMS]
        siblings = [one for one in siblings if (one.type == "mod_item") == module]
        if not _is_behind(item, siblings):
            yield f"open `{field_text(item, 'name')}` to the crate", (_opened(tree, home.file, item, siblings),)


def _is_set(found: _Fields, tree: SourceTree) -> bool:
    """Whether a field is assigned to for which there is a setter, or a method that does the same and may refuse."""
    names = [field_text(one, "name") for one in found.private]
    own = methods(tree, found.owner)
    setter = any(field_text(one, "name") == f"set_{name}" for one in own for name in names)
    operator = field_text(around(found.use, *_ASSIGNMENTS), "operator") or "="
    same = re.compile(rf"\bself\.(?:{'|'.join(names)})\s*{re.escape(operator)}(?!=)")
    refusing = (one for one in own if receiver(one) == "&mut self" and _REFUSING.match(field_text(one, "return_type")))
    return _is_assigned(found.use) and (setter or any(same.search(field_text(one, "body")) for one in refusing))


def _fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    found = _found(error, tree)
    if found is None:
        return
    names = [field_text(one, "name") for one in found.private]
    if not found.kept:
        edits = tuple(_opened(tree, found.file, one, found.declared) for one in found.private)
        yield f"open {', '.join(f'`{name}`' for name in names)} to the crate", edits
    elif error.code == "E0616":
        yield from _by_method(error, found, names[0], span, tree)


def _found(error: Diagnostic, tree: SourceTree) -> _Fields | None:
    said, span = _FIELDS.match(error.message), error.primary
    owner = said["owner"].rpartition("::")[2] if said is not None else ""
    home = only(tree, owner, "struct_item", "union_item") if owner else None
    if said is None or home is None or span is None or span.file not in tree.files:
        return None
    names = re.findall(r"`(\w+)`", said["names"])
    declared = [one for one in members(home[1]) if one.type == "field_declaration"]
    private = [one for one in declared if field_text(one, "name") in names and _visibility(one) is None]
    use = value_at(tree, span)
    kept = _is_served(names, use, methods(tree, owner)) if error.code == "E0616" else _is_checked(use, owner, tree)
    return _Fields(owner, home[0], declared, private, use, kept) if len(private) == len(names) else None


def _by_method(
    error: Diagnostic, found: _Fields, name: str, span: Span, tree: SourceTree
) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """The method that sets the field, where it can only do that, or the one that shows it, where it is read."""
    place = around(found.use, "field_expression")
    parent = place.parent if place is not None else None
    if place is None or parent is None or field_text(place, "field") != name:
        return
    seen = {field_text(one, "name"): one for one in methods(tree, found.owner) if _visibility(one) is not None}
    owner, value = field_text(place, "value"), parent.child_by_field_name("right")
    if parent.type == "assignment_expression" and parent.child_by_field_name("left") == place and value is not None:
        setter = seen.get(f"set_{name}")
        plain = setter is not None and len(arguments_of(setter)) == 1 and _returns_nothing(setter)
        if setter is not None and plain and receiver(setter) == "&mut self":
            edit = rewritten(tree, span.file, [instead(parent, f"{owner}.set_{name}({node_text(value)})")])
            yield f"call `set_{name}`", (edit,)
    if parent.type in _ASSIGNMENTS and parent.child_by_field_name("left") == place and value is not None:
        same = [method for method, one in seen.items() if _changes_alike(one, name, parent) and method != f"set_{name}"]
        for method in same if len(same) == 1 else ():
            edit = rewritten(tree, span.file, [instead(parent, f"{owner}.{method}({node_text(value)})")])
            yield f"call `{method}`", (edit,)
    elif not _is_assigned(found.use):
        for method in (form.format(name) for form in _READ_BY):
            edit = rewritten(tree, span.file, [instead(place, f"{owner}.{method}()")])
            fits = method in seen and receiver(seen[method]) == "&self" and not arguments_of(seen[method])
            if fits and not changes_shown(error, (edit,), tree):
                yield f"call `{method}`", (edit,)


def _changes_alike(method: Node, name: str, change: Node) -> bool:
    """Whether all that a method does is the change of a field that is made from outside, by what it is given."""
    given = arguments_of(method)
    operator = field_text(change, "operator") or "="
    done = "".join(field_text(method, "body").split()).removesuffix(";}")
    alike = len(given) == 1 and done == f"{{self.{name}{operator}{field_text(given[0], 'pattern')}"
    return alike and receiver(method) == "&mut self" and not field_text(method, "return_type")


def _returns_nothing(setter: Node) -> bool:
    """Whether a setter gives back nothing, or its owner, so that more can be set."""
    return field_text(setter, "return_type") in ("", "&mut Self")


def _is_served(names: Sequence[str], use: Node | None, functions: Sequence[Node]) -> bool:
    """Whether methods do what is done with fields at a place."""
    assigned = _is_assigned(use)
    forms = (*_SHOWN_BY, "set_{}") if assigned else _SHOWN_BY
    wanted = {form.format(name) for form in forms for name in names}
    changed = re.compile(rf"\bself\.(?:{'|'.join(names)})\s*[-+*/%&|^]?=(?!=)")
    changing = (one for one in functions if assigned and receiver(one) == "&mut self")
    served = not wanted.isdisjoint(field_text(one, "name") for one in functions)
    return served or any(changed.search(field_text(one, "body")) for one in changing)


def _is_assigned(use: Node | None) -> bool:
    place = around(use, *_ASSIGNMENTS)
    left = place.child_by_field_name("left") if place is not None else None
    return left is not None and use is not None and use.end_byte <= left.end_byte


def _is_checked(use: Node | None, owner: str, tree: SourceTree) -> bool:
    """Whether a place makes a value of a type that a function of its own makes only of what it allows."""
    made = around(use, "struct_expression", "struct_pattern")
    failing = re.compile(rf"\b(?:Result|Option)<\s*(?:Self|{owner})\b")
    makers = (one for one in methods(tree, owner) if not receiver(one))
    return (
        made is not None
        and made.type == "struct_expression"
        and any(failing.search(field_text(one, "return_type")) or _checks(one, owner) for one in makers)
    )


def _checks(maker: Node, owner: str) -> bool:
    """Whether a function that makes a value of a type checks what it is given, or changes it to what is allowed."""
    makes = re.search(rf"\b(?:Self|{owner})\b", field_text(maker, "return_type")) is not None
    return makes and _CHECKING.search(field_text(maker, "body")) is not None


def _opened(tree: SourceTree, file: str, member: Node, siblings: Sequence[Node]) -> Edit:
    """A member with the visibility that its siblings have, unless other crates would see it."""
    written = Counter(found for one in siblings if (found := _visibility(one)) is not None)
    usual = written.most_common(1)[0][0] if written else _CRATE
    return rewritten(tree, file, [before(member, f"{_CRATE if usual == 'pub' and is_library(tree) else usual} ")])


def _visibility(member: Node) -> str | None:
    return next((node_text(one) for one in member.children if one.type == "visibility_modifier"), None)
