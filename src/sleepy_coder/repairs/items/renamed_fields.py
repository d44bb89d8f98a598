"""Fields of a pattern or a literal under the names that they had before (E0026, E0559, E0560): each is the one that is
not mentioned and that it is like; what a pattern binds keeps its name.

    let Area { w, h } = area;                 let Area { width: w, height: h } = area;
    Event::Click { px, py, .. } => ..         Event::Click { x: px, y: py, .. } => ..

Two names that are spelt alike are like each other (`alike_names.py`); where there are several, so are a letter and what
it begins, and names that all have the same before or behind them. What leaves nothing out mentions each field, so there
the last two mean each other, if others are alike; alone they may differ in more than their names, as `end` and `len`.
A field of a literal whose value starts from one of that name is meant as well (`timeout: self.deadline + 5`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_names import akin
from sleepy_coder.repairs.items.opposites import opposed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, defined, field_text, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_REST = ("remaining_field_pattern", "base_field_initializer")


def renamed_fields(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The pattern with the fields' new names."""
    pattern = around(node_at(tree, span), "struct_pattern") if error.code in ("E0026", "E0027") else None
    meant = renamed(pattern, tree) if pattern is not None else {}
    if pattern is not None and meant:
        given = given_fields(pattern)
        pieces = [_named(given[old], new) for old, new in meant.items()]
        yield "match the fields by their new names", rewritten(tree, span.file, pieces)


def renamed(whole: Node, tree: SourceTree) -> dict[str, str]:
    """The new names of the unknown fields of a pattern or a literal; nothing where one of them is not told."""
    fields, given = declared_fields(whole, tree), given_fields(whole)
    if fields is None:
        return {}
    unknown, lacking = [one for one in given if one not in fields], [one for one in fields if one not in given]
    complete = all(one.type not in _REST for one in _parts(whole)) and len(unknown) == len(lacking)
    read = {one: other for one in unknown for other in lacking if _starts_from(given[one], other, fields)}
    return _meant(unknown, lacking, read, complete=complete)


def given_fields(whole: Node) -> dict[str, Node]:
    """The fields that a pattern or a literal names."""
    kinds = {"field_pattern": "name", "field_initializer": "field"}
    named = {field_text(one, kinds[one.type]): one for one in _parts(whole) if one.type in kinds}
    short = {node_text(one): one for one in _parts(whole) if one.type == "shorthand_field_initializer"}
    return named | short


def declared_fields(whole: Node, tree: SourceTree) -> list[str] | None:
    """The named fields of the struct or the variant that a pattern or a literal is of; None where it is not known."""
    home = home_of(field_text(whole, "type" if whole.type == "struct_pattern" else "name"), whole, tree)
    if home is None:
        return None
    return [field_text(one, "name") for one in members(home) if one.type == "field_declaration"]


def home_of(path: str, place: Node, tree: SourceTree) -> Node | None:
    """The one struct or variant of the tree that a path means at a place."""
    own = bare(field_text(around(place, "impl_item"), "type"))
    *outer, name = [own if one == "Self" else bare(f"::{one}") for one in path.replace("::<", "<").split("::")]
    alias = only(tree, name, "type_item")
    name = bare(field_text(alias[1], "type")) if alias is not None else name
    homes = [one for _, one in defined(tree, name, "struct_item", "enum_variant")]
    if outer:
        homes = [one for one in homes if field_text(around(one, "enum_item"), "name") in ("", outer[-1])]
    return homes[0] if len(homes) == 1 else None


def _parts(whole: Node) -> list[Node]:
    return (whole.child_by_field_name("body") or whole).named_children


def _starts_from(given: Node, name: str, fields: Sequence[str]) -> bool:
    """Whether the value of a field is another value's field of some name, or this and a summand that is no field."""
    found = re.fullmatch(r"\w+\.(\w+)(?: [+-] (\w+))?", field_text(given, "value"))
    return found is not None and found[1] == name and found[2] not in fields


def _meant(
    unknown: Sequence[str], lacking: Sequence[str], read: Mapping[str, str], *, complete: bool
) -> dict[str, str]:
    """The new name of each unknown field; `complete` if each of those that lack has to be one of them. Some are told by
    what their values read."""
    several = len(unknown) > 1
    added = Counter(affix for one in unknown for affix in {_affix(one, other) for other in lacking} - {None})

    def like(one: str, other: str) -> bool:
        short, long = sorted((one, other), key=len)
        letter = len(short) == 1 and len(long) > 1 and long.startswith(short)
        if complete and not several and len(lacking) == 1:
            return akin(one, other) or letter or 0 < len("".join(_affix(one, other) or "")) < 3
        return akin(one, other) or (several and (letter or added[_affix(one, other)] > 1))

    likes = {one: [other for other in lacking if like(one, other)] for one in unknown}
    found = {one: others[0] for one, others in likes.items() if len(others) == 1} | dict(read)
    rest = [one for one in unknown if one not in found]
    if (
        complete
        and len(rest) == 1
        and any(akin(*pair) for pair in found.items())
        and len(set(found.values())) == len(lacking) - 1
    ):
        found[rest[0]] = next(other for other in lacking if other not in found.values())
    sure = len(found) == len(set(found.values())) == len(unknown)
    wide = "h" not in unknown or found.get("w", "width").startswith("wid")  # `w` beside `h` is no weight
    return found if sure and wide and not any(opposed(*pair) for pair in found.items()) else {}


def _affix(one: str, other: str) -> tuple[str, str] | None:
    """What one of two names has before or behind the other."""
    short, long = sorted((one, other), key=len)
    if long.endswith(short):
        return long.removesuffix(short), ""
    return ("", long.removeprefix(short)) if long.startswith(short) else None


def _named(field: Node, new: str) -> Piece:
    """A field of a pattern under another name."""
    name = field.child_by_field_name("name")
    if name is None or name.type == "shorthand_field_identifier":
        return before(field, f"{new}: ")
    return instead(name, new)
