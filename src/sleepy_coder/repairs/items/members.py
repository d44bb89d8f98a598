"""Names that a type of the tree does not have (E0026, E0560, E0599, E0609), as after a member was renamed, or that a
function does not (E0425).

Which one is meant is sure where the names are spelt alike (`Num`, `Number`), where a place in a tuple has become a
named field, where the fields of a literal or pattern tell of each other (`renamed_fields.py`), and where a function of
the type's own gives one field alone the variable of the old name (`in_stock: amount`); where one has a word more
(`price`, `list_price`), if nothing else fits. Otherwise what fits may still be something else, as `capacity` fits where
`size` was never written, and rustc takes `x` for like `z` and `max` for like `min` (`opposites.py`): only tests can
tell (`agent/renaming.py`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_names import akin, same_words, shared, spelt_alike
from sleepy_coder.repairs.items.opposites import opposed
from sleepy_coder.repairs.items.renamed_fields import declared_fields, given_fields, renamed
from sleepy_coder.rust import homes
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, field_text, only, receiver
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

MOST_MEMBERS = 10
SHORTHANDS = ("E0026", "E0559", "E0560")
"""Where a field may stand for itself and a variable of its name."""
_LIKE = 0.4
_MESSAGES = {
    "E0425": re.compile(r"^cannot find value `(?P<name>\w+)` in this scope$"),
    "E0026": re.compile(r"^(?:struct|variant) `(?P<type>[\w:]+)` does not have a field named `(?P<name>\w+)`$"),
    "E0559": re.compile(r"^variant `(?P<type>[\w:]+)` has no field named `(?P<name>\w+)`$"),
    "E0560": re.compile(r"^struct `(?P<type>[\w:]+)(?:<.*>)?` has no field named `(?P<name>\w+)`$"),
    "E0599": re.compile(
        r"^no (?:method|variant|function|(?:variant or |function or )?associated item)(?:,.*)? "
        r"named `(?P<name>\w+)` found for .*`(?P<type>[^`]+)` in the current scope$"
        r"|^`(?P<other>[^`]+)` is not an iterator$"
    ),
    "E0609": re.compile(r"^no field `(?P<name>\w+)` on type `(?P<type>(?:&(?:'\w+ )?)*(?:mut )?[\w:]+(?:<[^`]*>)?)`$"),
}
_OWN = re.compile(r"\bnot found for this (?:struct|enum|union)\b|^doesn't satisfy `\w+: Iterator`$")
_TYPES = ("struct_item", "enum_item", "union_item")
_NAMING = {"field_initializer": ("field", "value", "name"), "field_pattern": ("name", "pattern", "type")}
"""Where a field stands beside a variable: its own part, the variable's, and that of its type."""


class Unknown(NamedTuple):
    """A name that a type does not have, or a function, where the type is ''."""

    name: str
    type: str


def unknown_member(error: Diagnostic) -> Unknown | None:
    """What an error says is unknown of a type, unless rustc proposes something for it that may be right."""
    pattern, span = _MESSAGES.get(error.code or ""), error.primary
    said = pattern.match(error.message) if pattern is not None else None
    opposite = next((one.text for one in error.replaced if opposed(one.text, one.replacement or "")), None)
    if opposite is not None:
        return Unknown(opposite, bare((said.groupdict().get("type") or "") if said is not None else ""))
    if said is None or span is None:
        return None
    groups = said.groupdict()
    kind, name = groups.get("type") or groups.get("other") or "", said["name"] or span.text
    if error.code == "E0599" and not any(_OWN.search(one.label or "") for one in error.spans):
        return None
    if error.code == "E0425" and not error.replaced:
        return None
    if any(not _is_name(one.replacement) or _may_mean(error, name, one.replacement or "") for one in error.replaced):
        return None
    return Unknown(name, bare(kind))


def members(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """Each member that may be meant, the likelier first."""
    unknown = unknown_member(error)
    place = value_at(tree, span) if unknown is not None else None
    if unknown is None or place is None or node_text(place) != unknown.name:
        return
    names = _fitting(error, unknown, place, tree)
    names.sort(key=lambda name: (not same_words(unknown.name, name), -shared(unknown.name, name)))
    short = place.type == "shorthand_field_identifier" or (
        place.parent is not None and place.parent.type == "shorthand_field_initializer"
    )
    for name in names if len(names) <= MOST_MEMBERS else ():
        new = f"{name}: {unknown.name}" if short else name
        yield f"call it `{name}`", written_over(tree, span.file, place, new)


def likeness(error: Diagnostic, tree: SourceTree, name: str) -> int:
    """Whether a member is what the unknown name of an error means: 2 surely, 1 if nothing else fits, 0 for a guess."""
    unknown = unknown_member(error)
    if unknown is None or opposed(unknown.name, name):
        return 0
    told = unknown.name.isdecimal() or _in_full_match(error, tree)
    if (told and [name] == fitting(error, tree)) or spelt_alike(unknown.name, name):
        return 2
    if error.code == "E0609" and _filled_by(unknown, tree) == {name}:
        return 2
    if error.code in SHORTHANDS and _renamed(error, tree).get(unknown.name) == name:
        return 2
    return int(same_words(unknown.name, name))


def _may_mean(error: Diagnostic, name: str, other: str) -> bool:
    """Whether rustc may be right about a name; it proposes the field that a pattern lacks, whatever it is called."""
    return akin(name, other) if error.code in SHORTHANDS else shared(name, other) > _LIKE


def _renamed(error: Diagnostic, tree: SourceTree) -> dict[str, str]:
    """The new names of the unknown fields of the literal or the pattern of an error."""
    span = error.primary
    place = value_at(tree, span) if span is not None and span.file in tree.files else None
    literal = around(place, "struct_expression", "struct_pattern")
    return renamed(literal, tree) if literal is not None else {}


def fitting(error: Diagnostic, tree: SourceTree) -> list[str]:
    """The members that could stand in the place of an unknown one."""
    unknown, span = unknown_member(error), error.primary
    place = value_at(tree, span) if span is not None and span.file in tree.files else None
    return _fitting(error, unknown, place, tree) if unknown is not None and place is not None else []


def _fitting(error: Diagnostic, unknown: Unknown, place: Node, tree: SourceTree) -> list[str]:
    """The members that could stand at a place, by what they are and how many values they take."""
    literal = around(place, "struct_expression", "struct_pattern") if error.code in SHORTHANDS else None
    if literal is not None:
        given = given_fields(literal)
        return [name for name in declared_fields(literal, tree) or () if name not in given]
    home = only(tree, unknown.type, *_TYPES) if unknown.type else None
    if home is None:
        return []
    own = homes.members(home[1])
    fields = [field_text(one, "name") for one in own if one.type == "field_declaration"]
    if error.code == "E0609":
        if unknown.name.isdecimal():
            return fields[int(unknown.name) : int(unknown.name) + 1]
        return fields
    parent = place.parent
    if parent is not None and parent.type == "field_expression":
        return [
            name for name, one in _functions(tree, unknown.type) if receiver(one) and _takes(one) == _values(parent)
        ]
    variants = [field_text(one, "name") for one in own if one.type == "enum_variant" and _shape(one) == _values(parent)]
    matched = " ".join(_matched(place))
    variants = [name for name in variants if not re.search(rf"\b{unknown.type}::{name}\b", matched)]
    functions = [(name, one) for name, one in _functions(tree, unknown.type) if not receiver(one)]
    return variants + [name for name, one in functions if _takes(one) == _values(parent)]


def _matched(place: Node) -> list[str]:
    """The patterns of the other arms of the match in which a place stands in a pattern itself, without spaces."""
    arm = around(place, "match_arm")
    pattern = arm.child_by_field_name("pattern") if arm is not None else None
    if (
        arm is None
        or arm.parent is None
        or pattern is None
        or not pattern.start_byte <= place.start_byte < pattern.end_byte
    ):
        return []
    others = [one for one in arm.parent.named_children if one.type == "match_arm" and one != arm]
    return ["".join(field_text(one, "pattern").split()) for one in others]


def _in_full_match(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether an unknown variant stands in a match in which each of the others has its arm."""
    unknown, span = unknown_member(error), error.primary
    place = value_at(tree, span) if span is not None and span.file in tree.files else None
    home = only(tree, unknown.type, "enum_item") if unknown is not None else None
    if unknown is None or place is None or home is None:
        return False
    whole = re.compile(rf"{unknown.type}::(\w+)(?:\((?:\w+,?|\.\.)*\)|\{{[\w,.]*\}})?")
    found = [one for pattern in _matched(place) for one in pattern.split("|")]
    named = {match[1] for one in found if (match := whole.fullmatch(one)) is not None}
    variants = {field_text(one, "name") for one in homes.members(home[1]) if one.type == "enum_variant"}
    return len(variants - named) == 1


def _filled_by(unknown: Unknown, tree: SourceTree) -> set[str]:
    """The fields to which literals in a type's own functions give a variable of the unknown name, or whose values
    patterns there call so: others may make one thing of another, as `Comment { post: id }` of a post."""
    texts = (text for file, text in tree.files.items() if file.endswith(".rs") and unknown.type in text)
    found = set()
    for one in (node for text in texts for node in walk(parse(text)) if node.type in _NAMING):
        field, value, kind = _NAMING[one.type]
        if field_text(one, value) == unknown.name and not unknown.name.isdecimal():
            whole = around(one, "struct_expression", "struct_pattern")
            inside = bare(field_text(around(whole, "impl_item"), "type")) == unknown.type
            if inside and bare(field_text(whole, kind)) in ("Self", unknown.type):
                found.add(field_text(one, field))
    return found


def _functions(tree: SourceTree, kind: str) -> list[tuple[str, Node]]:
    return [(field_text(one, "name"), one) for one in homes.methods(tree, kind)]


def _takes(function: Node) -> int:
    return len(homes.arguments_of(function))


def _shape(variant: Node) -> int | None:
    """How many values a variant holds in parentheses; -1 where its fields have names, None for none at all."""
    body = variant.child_by_field_name("body")
    if body is None:
        return None
    return len(body.children_by_field_name("type")) if body.type.startswith("ordered") else -1


def _values(named: Node | None) -> int | None:
    """How many values stand behind a name in parentheses, likewise."""
    outer = named.parent if named is not None else None
    if named is None or outer is None:
        return None
    if outer.type == "tuple_struct_pattern":
        return len(outer.named_children) - 1
    if outer.type in ("struct_pattern", "struct_expression"):
        return -1
    given = outer.child_by_field_name("arguments") if outer.type == "call_expression" else None
    return len(given.named_children) if given is not None and outer.child_by_field_name("function") == named else None


def _is_name(text: str | None) -> bool:
    return re.fullmatch(r"\w+", text or "") is not None
