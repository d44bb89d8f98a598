"""A trait object in a box that must be cloned (E0277), where the trait has a method that makes a copy in a box, as
`box_clone`: `Clone` for the box is that method."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text, implementations, members, only, receiver
from sleepy_coder.rust.rewritten import below
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(r"the trait bound `\(?dyn (?:\w+::)*(?P<name>\w+)[^`]*: (?:\w+::)*Clone` is not satisfied")
_COPIES = re.compile(r"clone|copy|dup", re.IGNORECASE)


def boxed_clones(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`impl Clone` for the box, below the trait."""
    lacking = _LACKING.match(error.message) if error.code == "E0277" else None
    home = only(tree, lacking["name"], "trait_item") if lacking is not None else None
    if lacking is None or home is None or home[1].child_by_field_name("type_parameters") is not None:
        return
    made = [one for one in members(home[1]) if _copies(one, lacking["name"])]
    if len(made) == 1 and not any(
        lacking["name"] in field_text(one, "type") for _, one in implementations(tree, "Box", "Clone")
    ):
        kind, name = field_text(made[0], "return_type"), field_text(made[0], "name")
        lines = (f"impl Clone for {kind} {{", "    fn clone(&self) -> Self {", f"        self.{name}()", "    }", "}")
        yield f"clone by `{name}`", below(home[0], home[1], "\n".join(lines))


def _copies(method: Node, trait: str) -> bool:
    """Whether a method makes a copy of its owner in a box."""
    boxed = re.fullmatch(rf"Box<dyn {trait}(?: \+ (?:Send|Sync))*>", field_text(method, "return_type")) is not None
    named = _COPIES.search(field_text(method, "name")) is not None
    return boxed and named and receiver(method) == "&self" and not arguments_of(method)
