"""A bound that a type parameter lacks for a method of what holds its values (E0599), where rustc names the bound and
writes nothing: maps of `K` need `K: Hash`. It goes to the parameter's other bounds, with an import of the trait.

The code says already that it needs it. A caller with a type that is not so is an error, and the repair is not taken.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.copied_parameters import declared_at, takes_away
from sleepy_coder.repairs.items.imported import imported
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, is_library
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import Piece, after, apart
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_UNSATISFIED = "the following trait bounds were not satisfied:"
_BOUND = re.compile(r"^`(\w+): (?:\w+::)*(\w+)`", re.MULTILINE)
_OF_PRELUDE = frozenset(("Clone", "Copy", "Default", "Eq", "Ord", "PartialEq", "PartialOrd"))
_ELSEWHERE = {"Debug": "std::fmt::Debug", "Display": "std::fmt::Display", "Hash": "std::hash::Hash"}


def missing_bounds(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """All the bounds that an error names, and what must be imported for them."""
    said = [one for one in error.remarks if error.code == "E0599" and one.startswith(_UNSATISFIED)]
    place = node_at(tree, span) if said else None
    wanted: dict[str, list[str]] = {}
    for name, trait in dict.fromkeys(_BOUND.findall("\n".join(said))):
        wanted.setdefault(name, []).append(trait)
    pieces: list[Piece] = []
    edits: dict[str, Edit] = {}
    for name, traits in wanted.items():
        declared = declared_at(place, name)
        known = all(trait in _OF_PRELUDE or trait in _ELSEWHERE for trait in traits)
        if declared is None or not known or (is_library(tree) and takes_away(declared)):
            return
        written = [_written(trait, declared, span.file, tree, edits) for trait in traits]
        bounds = _bounds(declared, name)
        listed = " + ".join(written)
        pieces.append(after(bounds, f" + {listed}") if bounds is not None else after(declared, f": {listed}"))
    if pieces:
        names = ", ".join(f"{name}: {' + '.join(traits)}" for name, traits in wanted.items())
        yield f"ask for `{names}`", (*edits.values(), *apart(tree, span.file, pieces))


def _written(trait: str, declared: Node, file: str, tree: SourceTree, edits: dict[str, Edit]) -> str:
    """A trait by its name, with the edit that imports it, or by its path where nothing is imported."""
    if trait in _OF_PRELUDE:
        return trait
    name, edit = imported(_ELSEWHERE[trait], declared, file, tree)
    if edit is not None:
        edits[trait] = edit
    return name


def _bounds(declared: Node, name: str) -> Node | None:
    """What is asked of a parameter already, in a `where` or where it is declared."""
    home = declared.parent.parent if declared.parent is not None else None
    clauses = [one for one in home.named_children if one.type == "where_clause"] if home is not None else []
    for one in (one for clause in clauses for one in walk(clause)):
        if one.type == "where_predicate" and field_text(one, "left") == name:
            return one.child_by_field_name("bounds")
    return declared.child_by_field_name("bounds")
