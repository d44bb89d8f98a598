"""A method that its trait does not have (E0407), in the place of the one that the implementation lacks: where the two
agree in all but their name, or each is the only one, it is the name that is wrong.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_names import akin
from sleepy_coder.repairs.items.opposites import opposed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text
from sleepy_coder.rust.items import node_text, parse, tokens
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NAMED = re.compile(r"\bfn\s+(\w+)")
_PAIRS = """
add append, add insert, put insert, put set, save store, write store, get fetch, get lookup, load fetch, load read,
find search, remove delete, remove erase, clear reset, start begin, stop end, draw render, show display, print show,
send emit, notify inform, contains has, check validate, run execute, apply perform, make create, build make
"""
_SYNONYMS = frozenset(frozenset(pair.split()) for pair in _PAIRS.split(","))
_ONLY = {
    "Display": "fmt",
    "Debug": "fmt",
    "Iterator": "next",
    "FromStr": "from_str",
    "Default": "default",
    "Drop": "drop",
    "Clone": "clone",
    "PartialEq": "eq",
    "PartialOrd": "partial_cmp",
    "Ord": "cmp",
    "Hash": "hash",
    "From": "from",
    "TryFrom": "try_from",
    "AsRef": "as_ref",
    "Deref": "deref",
    "IntoIterator": "into_iter",
    "FromIterator": "from_iter",
    "Extend": "extend",
    "Index": "index",
    "Neg": "neg",
    "Not": "not",
    "Add": "add",
    "Sub": "sub",
    "Mul": "mul",
    "Div": "div",
    "Rem": "rem",
    "AddAssign": "add_assign",
    "SubAssign": "sub_assign",
}
"""The one method that must be written, by trait of the standard library."""


def renamed_members(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The method by the name that the trait gives it."""
    method = around(node_at(tree, span), "function_item") if error.code == "E0407" else None
    block = around(method, "impl_item")
    trait, kind = (block.child_by_field_name(field) if block is not None else None for field in ("trait", "type"))
    name = method.child_by_field_name("name") if method is not None else None
    if method is None or block is None or trait is None or kind is None or name is None:
        return
    written = {_name(one): one for one in _members(block, "function_item")}
    wanted = _wanted(tree, trait)
    lacking = [one for one in wanted if one not in written]
    foreign = [one for one in written if one not in wanted and one not in _provided(tree, trait)]
    own = _shape(method, node_text(kind))
    alike = [one for one in lacking if (model := wanted[one]) is not None and _shape(model, node_text(kind)) == own]
    rivals = [one for one in foreign if _shape(written[one], node_text(kind)) == own]
    if len(lacking) == len(foreign) == 1 and not alike:
        alike, rivals = lacking, foreign
    if len(alike) == 1 and rivals == [node_text(name)] and not opposed(alike[0], rivals[0]):
        yield f"the trait calls it `{alike[0]}`", written_over(tree, span.file, name, alike[0])


def guesses_member(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits give a method the name of another one of its trait that is not like it, nor another word for it
    with the same parameters: `blocks` and `allows` take the same. The library's traits with one method alone can mean
    no other.
    """
    span = error.primary if error.code == "E0407" else None
    method = around(node_at(tree, span), "function_item") if span is not None and span.file in tree.files else None
    trait = _trait_of(method)
    defined = _defined(tree, trait) if trait is not None else None
    if method is None or defined is None:
        return False
    old = _name(method)
    wanted = {_name(one): one for one in _members(defined, "function_signature_item")}
    renamed = re.compile(rf"\bfn\s+{old}\b")
    gone = any(len(renamed.findall(edit.old)) > len(renamed.findall(edit.new)) for edit in edits)
    known = {name for edit in edits for name in _NAMED.findall(edit.old)}
    given = [name for edit in edits for name in _NAMED.findall(edit.new) if name in wanted.keys() - known]
    return gone and any(not akin(old, name) and not _says_same(method, wanted[name]) for name in given)


def _trait_of(method: Node | None) -> Node | None:
    block = around(method, "impl_item")
    return block.child_by_field_name("trait") if block is not None else None


def _says_same(method: Node, model: Node) -> bool:
    """Whether two functions are called by words that mean the same, and have the same parameters, and some beside
    `self`; one may leave some of them unused."""
    if frozenset((_name(method), _name(model))) not in _SYNONYMS:
        return False
    left, right = ([field_text(one, "pattern").lstrip("_") for one in arguments_of(each)] for each in (method, model))
    return all(left) and bool(left) and left == right


def _wanted(tree: SourceTree, trait: Node) -> dict[str, Node | None]:
    """The methods that an implementation must have, each as the trait declares it where the tree has the trait."""
    defined = _defined(tree, trait)
    if defined is not None:
        return {_name(one): one for one in _members(defined, "function_signature_item")}
    only = _ONLY.get(_last(trait))
    return {only: None} if only is not None else {}


def _provided(tree: SourceTree, trait: Node) -> set[str]:
    """The methods that a trait of the tree has a body for."""
    defined = _defined(tree, trait)
    return {_name(one) for one in _members(defined, "function_item")} if defined is not None else set()


def _defined(tree: SourceTree, trait: Node) -> Node | None:
    """The one trait of that name in the tree."""
    name = _last(trait)
    texts = (text for file, text in tree.files.items() if file.endswith(".rs") and name in text)
    found = [one for text in texts for one in walk(parse(text)) if one.type == "trait_item" and _name(one) == name]
    return found[0] if len(found) == 1 else None


def _last(trait: Node) -> str:
    """A trait's name without its path and its arguments."""
    bare = trait.child_by_field_name("type") if trait.type == "generic_type" else trait
    return node_text(bare).rpartition("::")[2] if bare is not None else ""


def _members(home: Node, kind: str) -> list[Node]:
    body = home.child_by_field_name("body")
    return [one for one in body.named_children if one.type == kind] if body is not None else []


def _name(node: Node) -> str:
    name = node.child_by_field_name("name")
    return node_text(name) if name is not None else ""


def _shape(method: Node, own: str) -> tuple[object, ...]:
    """What a method takes and returns, whatever its parameters are called; the type that it belongs to is `Self`."""
    listed, result = (method.child_by_field_name(field) for field in ("parameters", "return_type"))
    taken = [_type_of(one) for one in (listed.named_children if listed is not None else ())]
    return tuple(" ".join("Self" if word == own else word for word in words) for words in (*taken, _words(result)))


def _type_of(parameter: Node) -> list[str]:
    return _words(parameter.child_by_field_name("type") or parameter)


def _words(node: Node | None) -> list[str]:
    return list(tokens(node)) if node is not None else []
