"""An element that is moved out of an array, a Vec or a VecDeque by its index (E0507, E0508), where nothing needs the
others any more: all of them are given up for the one.

    shelves[best]                           shelves.into_iter().nth(best).unwrap()

An index that is out of range stops the program either way. One that asks the whole itself comes too late.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_OUT_OF = re.compile(
    r"^cannot move out of (?:type `\[.+\]`, a non-copy array|index of `(?:\w+::)*(?:Vec|VecDeque)<.+>`)$"
)
_AGAIN = ("for_expression", "while_expression", "loop_expression", "closure_expression", "function_item")


def taken_elements(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The element by its number among the values."""
    said = error.code in ("E0507", "E0508") and _OUT_OF.match(error.message)
    place = covered(value_at(tree, span), span) if said else None
    if place is None or place.type != "index_expression" or len(place.named_children) != 2:
        return
    owner, number = place.named_children
    own = any(node_text(one) == node_text(owner) for one in walk(number))
    if not own and not _needed_later(owner):
        new = f"{node_text(owner)}.into_iter().nth({node_text(number)}).unwrap()"
        yield "take it out of the whole", written_over(tree, span.file, place, new)


def _needed_later(owner: Node) -> bool:
    """Whether a variable, or the one whose field it is, is named behind a place, may be there again, or is lent."""
    function, name = around(owner, "function_item"), node_text(owner).split(".")[0]
    if function is None or around(owner, *_AGAIN) != function:
        return True
    if name == "self" and receiver(function).startswith("&"):
        return True
    later = (one for one in walk(function) if one.start_byte > owner.end_byte and one.type in ("identifier", "self"))
    return any(node_text(one) == name for one in later)
