"""A trait's method that gives back `Self` where all implementations give back the trait behind a pointer (E0053):

    fn scaled(&self, k: f64) -> Self;       fn scaled(&self, k: f64) -> Box<dyn Shape>;

With `Self` there is no `dyn Shape`, which they say, so that it is the trait's method that is out of date; rustc would
have every implementation give back its own type.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Applicability, Diagnostic
from sleepy_coder.rust.homes import bare, field_text, implementations, members, only
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion

_SIZED = re.compile(r"\bSelf\s*:[^,{;]*\bSized\b")


def dyn_results(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """The result in the trait as its implementations have it."""
    span = error.primary
    if error.code != "E0053" or span is None or span.file not in tree.files:
        return
    method = around(node_at(tree, span), "function_item")
    block = around(method, "impl_item")
    name, trait = field_text(method, "name"), bare(field_text(block, "trait"))
    home = only(tree, trait, "trait_item") if trait else None
    declared = _member(home[1], name) if home is not None else None
    result = declared.child_by_field_name("return_type") if declared is not None else None
    if home is None or declared is None or result is None or field_text(declared, "return_type") != "Self":
        return
    given = {field_text(_member(one, name), "return_type") for _, one in implementations(tree, trait=trait)}
    (said,) = given if len(given) == 1 else ("",)
    needs_dyn = re.search(rf"\bdyn\s+{re.escape(trait)}\b", said) is not None
    if needs_dyn and not _SIZED.search(node_text(declared)):  # such a method a `dyn` may lack
        edit = written_over(tree, home[0], result, said)
        yield Suggestion(f"give back `{said}` in the trait", Applicability.MAYBE, (edit,))


def _member(owner: Node, name: str) -> Node | None:
    kinds = ("function_item", "function_signature_item")
    return next((one for one in members(owner) if one.type in kinds and field_text(one, "name") == name), None)
