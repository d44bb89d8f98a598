"""Values of a trait, `dyn Trait`, that a collection or an Option holds without a pointer (E0277): they differ in size,
so that only a `Box` of each can be held. What is put in is boxed with the type, unless it is one already.
"""

import re
from collections.abc import Iterator, Set
from itertools import chain, groupby

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Applicability, Diagnostic
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.nodes import around, covered, node_at
from sleepy_coder.rust.rewritten import after, before, rewritten
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.suggestion import Suggestion
from sleepy_coder.rust.walk import walk

_UNSIZED = re.compile(r"the size for values of type `\(?dyn .+` cannot be known at compilation time")
_HOLDERS = frozenset(("Vec", "VecDeque", "Option", "HashMap", "BTreeMap"))
_HOMES = ("struct_item", "enum_variant", "function_item", "function_signature_item", "type_item", "static_item")
_PUTS = frozenset(("push", "push_back", "push_front"))
_POINTER = re.compile(r"\s*(?:Box|Rc|Arc)(?:::|<|$)")


def boxed(error: Diagnostic, tree: SourceTree) -> Iterator[Suggestion]:
    """`Box<dyn Trait>` at the place of the error, and `Box::new(..)` around what is put into what is named there."""
    span = error.primary
    if error.code != "E0277" or span is None or span.file not in tree.files or not _UNSIZED.match(error.message):
        return
    kind = covered(node_at(tree, span), span)
    if span.in_macro or not any(map(_is_bare, walk(kind))):
        return
    # of several fields rustc tells of the first alone
    home = around(kind, *_HOMES)
    held = [one for one in walk(home) if _is_bare(one)]
    pieces = [piece for one in held for piece in (before(one, "Box<"), after(one, ">"))]
    root, names = parse(tree.files[span.file]), {_named(one) for one in held}
    given = chain(((one, one) for one in _put(root, names)), _listed(root, names))
    for first, last in given:
        if home is not None and _concerns(first, home):
            pieces += [before(first, "Box::new("), after(last, ")")]
    edits = (rewritten(tree, span.file, [*group]) for _, group in groupby(sorted(pieces), lambda piece: piece[0].row))
    if pieces:
        yield Suggestion("box what is held", Applicability.MAYBE, tuple(edits))


def _concerns(given: Node, home: Node) -> bool:
    """Whether a place may mean what a function or a type holds, rather than another of its name."""
    function = around(given, "function_item")
    if home.type == "function_item":
        return function == home
    call = around(given, "call_expression", "let_declaration", "block")
    if call is not None and re.search(r"\.\w+\.\w+$", field_text(call, "function")):  # a field of something
        return True
    known = re.compile(rf"\b(?:{re.escape(field_text(home, 'name'))}|[Ss]elf)\b")
    return function is not None and known.search(node_text(function)) is not None


def _is_bare(node: Node) -> bool:
    """Whether a node is a `dyn Trait` that a collection holds by itself."""
    if not node_text(node).startswith("dyn ") or node.parent is None:
        return False
    if node.parent.type == "array_type":
        return True
    listed = node.parent if node.parent.type == "type_arguments" else None
    holder = listed.parent.child_by_field_name("type") if listed is not None and listed.parent is not None else None
    return holder is not None and node_text(holder).rpartition("::")[2] in _HOLDERS


def _named(held: Node) -> str | None:
    """The field or the variable in whose type something is held."""
    owner = around(held, "field_declaration", "let_declaration", "parameter", *_HOMES)
    if owner is None or owner.type in _HOMES:
        return None
    name = owner.child_by_field_name("name") or owner.child_by_field_name("pattern")
    return _bare_name(name) if name is not None else None


def _listed(root: Node, names: Set[str | None]) -> Iterator[tuple[Node, Node]]:
    """The first and last words of what a `vec![..]` lists without a pointer where one of the names gets its value."""
    for owner in walk(root):
        value = owner.child_by_field_name("value") if owner.type in ("let_declaration", "field_initializer") else None
        macro = value.child_by_field_name("macro") if value is not None and value.type == "macro_invocation" else None
        name = owner.child_by_field_name("pattern") or owner.child_by_field_name("field")
        if macro is None or value is None or name is None or _bare_name(name) not in names:
            continue
        if node_text(macro) == "vec" and ";" not in map(node_text, value.named_children[-1].children):
            yield from (pair for pair in _elements(value.named_children[-1]) if not _is_pointer(*pair))


def _elements(tokens: Node) -> Iterator[tuple[Node, Node]]:
    """What commas part within a macro's brackets, each by its first and last word."""
    one: list[Node] = []
    for token in [token for token in tokens.children[1:] if token.type not in COMMENTS]:
        if token == tokens.children[-1] or node_text(token) == ",":
            if one:
                yield one[0], one[-1]
            one = []
        else:
            one.append(token)


def _bare_name(name: Node) -> str:
    return re.sub(r"^mut\s+", "", node_text(name))


def _put(root: Node, names: Set[str | None]) -> Iterator[Node]:
    """What is put without a pointer into a collection of one of some names."""
    for call in walk(root):
        function, given = (call.child_by_field_name(field) for field in ("function", "arguments"))
        if call.type != "call_expression" or function is None or given is None or len(given.named_children) != 1:
            continue
        method, place = (function.child_by_field_name(field) for field in ("field", "value"))
        if method is None or place is None or node_text(method) not in _PUTS:
            continue
        one = given.named_children[0]
        if re.split(r"\W", node_text(place))[-1] in names and not _is_pointer(one, one):
            yield one


def _is_pointer(first: Node, last: Node) -> bool:
    """Whether a value, from its first to its last word, says that it is a pointer, or a variable that does."""
    if _POINTER.match(node_text(first)):
        return True
    if first != last or first.type != "identifier":
        return False
    bound = [
        one
        for one in walk(around(first, "function_item"))
        if one.type in ("parameter", "let_declaration") and field_text(one, "pattern") == node_text(first)
    ]
    return any(_POINTER.match(field_text(one, field)) for one in bound for field in ("type", "value"))
