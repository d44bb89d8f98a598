"""What a part of a program reads, what it changes and what else it does, as far as its text and the tree's functions
tell; by that, whether two statements may change places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tree_sitter import Node

from sleepy_coder.repairs.ownership.read_elements import reads
from sleepy_coder.repairs.ownership.touched_fields import own_method, touched_fields
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.homes import arguments_of, defined, field_text
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.walk import walk

Path = tuple[str, ...]  # the names of a place, as ("self", "log")

_LEAVING = frozenset(
    (
        *("return_expression", "try_expression", "await_expression", "yield_expression", "unsafe_block", "async_block"),
        "function_item",
    )
)
_TURNING = ("break_expression", "continue_expression")
_LOOPS = ("for_expression", "while_expression", "loop_expression")
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")
_BINDING = ("let_declaration", "let_condition", "for_expression", "match_arm", "closure_expression")
_PASSING = ("index_expression", "parenthesized_expression", "unary_expression", "reference_expression")
_MAKING = frozenset(("format", "vec", "matches", "concat", "stringify"))
_SHOWING = frozenset(("print", "println", "eprint", "eprintln"))
_FAILING = frozenset(("assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "panic", "unreachable"))
_STORING = frozenset(
    (
        *("append", "entry", "extend", "extend_from_slice", "insert", "or_default", "or_insert", "push", "push_back"),
        *("push_front", "push_str"),
    )
)
_PURE = re.compile(
    r"and_then|any|all|chain|cloned|copied|collect|count|enumerate|filter|filter_map|find|flat_map|fold|into|into_iter"
    r"|map|map_or|map_or_else|max_by_key|min_by_key|ok|or|or_else|position|product|rev|skip|take_while|trim\w*|unwrap_or\w*"
    r"|zip"
)
_CONSTRUCTING = re.compile(r"(?:\w+::)*[A-Z]\w*|(?:\w+::)*(?:Box|Rc|Arc|String|Vec)::(?:new|from)")
_WORLD = re.compile(
    r"\b(?:e?print(?:ln)?|dbg|write|writeln)!|\b(?:std|fs|io|net|env|process|thread|time)::|\bunsafe\b|\bstatic\b"
    r"|\bsend\(|\block\(|\b(?:File|OpenOptions|Command|Instant|SystemTime)\b"
)
_OF_WORLD = re.compile(r"\buse std::(?:fs|io|net|env|process|thread|time)::([^;]*);")
_WORD = re.compile(r"\w+")
_SHOWN = re.compile(r"\{([a-z_]\w*)")


@dataclass(slots=True)
class Effects:
    """The places that are read and changed, and whether it can be noticed otherwise, may fail, or is not known."""

    read: set[Path] = field(default_factory=set)
    changed: set[Path] = field(default_factory=set)
    noticed: bool = False
    fails: bool = False
    known: bool = True


def commute(one: Effects, other: Effects, moved: Path = ()) -> bool:
    """Whether two parts of a program come to the same in either order; `moved` is given away by the first and may be
    read by the other."""
    if not (one.known and other.known) or (one.noticed and (other.noticed or other.fails)):
        return False
    if other.noticed and one.fails:
        return False
    changed = {path for path in one.changed if path != moved}
    return not (meet(changed, other.read | other.changed) or meet(other.changed, one.read | one.changed))


def meet(some: Iterable[Path], others: Iterable[Path]) -> bool:
    """Whether a place of some is one of others or a part of one, or the other way round."""
    return any(one[: len(two)] == two[: len(one)] for one in some for two in others)


def effects(part: Node, tree: SourceTree, left_out: Sequence[Node] = (), uncalled: Sequence[Node] = ()) -> Effects:
    """Of all that stands in a part of a program, whether or not it is run, but for what some nodes hold and what some
    calls do beside computing what they are given."""
    found = Effects()
    for one in walk(part):
        if any(node.start_byte <= one.start_byte and one.end_byte <= node.end_byte for node in left_out):
            continue
        if one.type in _LEAVING or (one.type in _TURNING and _leads_out(one, part)):
            found.known = False
        elif one.type == "macro_invocation":
            _of_macro(one, tree, found)
        elif one.type == "call_expression" and one not in uncalled:
            _of_call(one, tree, found)
        elif one.type == "index_expression":
            found.fails = True
        elif one.type in _ASSIGNING:
            found.changed |= _places(one.child_by_field_name("left"))
        elif one.type == "reference_expression" and any(child.type == "mutable_specifier" for child in one.children):
            found.changed |= _places(one.child_by_field_name("value"))
        elif one.type in ("identifier", "self", "shorthand_field_identifier"):
            _of_name(one, tree, found)
    return found


def _leads_out(turn: Node, part: Node) -> bool:
    """Whether a `break` or a `continue` is of a loop around a part of a program, or may be."""
    loop = around(turn, *_LOOPS)
    within = loop is not None and part.start_byte <= loop.start_byte and loop.end_byte <= part.end_byte
    return not within or any(one.type == "label" for one in turn.named_children)


def _of_name(name: Node, tree: SourceTree, found: Effects) -> None:
    outer = name.parent
    if outer is None or outer.type in ("scoped_identifier", "token_tree", "macro_invocation"):
        return
    bound = name
    while bound.parent is not None and bound.parent.type not in (*_BINDING, "block"):
        bound = bound.parent
    binding = bound.parent
    pattern = binding.child_by_field_name("pattern") if binding is not None else None
    parameters = binding.child_by_field_name("parameters") if binding is not None else None
    if bound in (pattern, parameters) and binding is not None and binding.type in _BINDING:
        found.changed.add((node_text(name),))
    else:
        fields = _touched(outer.parent, tree) if name.type == "self" else None
        found.read |= {("self", one) for one in fields} if fields is not None else {_path(name)}


def _places(node: Node | None) -> set[Path]:
    """The place that is written through a node, at most one."""
    while node is not None and node.type not in ("identifier", "self"):
        if node.type == "field_expression":
            node = node.child_by_field_name("value")
        elif node.type == "call_expression":
            method = method_of(node)
            node = method.parent.child_by_field_name("value") if method is not None and method.parent else None
        else:
            node = node.named_children[0] if node.type in _PASSING else None
    return {_path(node)} if node is not None else set()


def _path(name: Node) -> Path:
    """The place that a variable begins, without the method that is called of it."""
    path, node = [node_text(name)], name
    while (access := node.parent) is not None and access.type == "field_expression":
        called = access.parent is not None and access.parent.child_by_field_name("function") == access
        if access.child_by_field_name("value") != node or called:
            break
        path.append(field_text(access, "field"))
        node = access
    return tuple(path)


def _of_macro(macro: Node, tree: SourceTree, found: Effects) -> None:
    name = field_text(macro, "macro")
    found.noticed = found.noticed or name in _SHOWING
    found.fails = found.fails or name in _FAILING
    found.known = found.known and name in _MAKING | _SHOWING | _FAILING
    for one in walk(macro):
        if one.type == "string_content":
            found.read |= {(shown,) for shown in _SHOWN.findall(node_text(one))}
        if one.type not in ("identifier", "self") or one.parent is None or one.parent.type != "token_tree":
            continue
        before, after = one.prev_sibling, one.next_sibling
        called = after is not None and after.type == "token_tree" and node_text(after).startswith("(")
        member = before is not None and node_text(before) == "."
        if called and not _is_harmless(node_text(one), tree, found):
            found.known = False
        if not called and not member and (before is None or node_text(before) != "::"):
            found.read.add(_of_tokens(one))
        if after is not None and (node_text(after) in ("!", "=") or node_text(after).startswith("[")):
            found.fails = True
            found.known = found.known and node_text(after).startswith("[")


def _of_tokens(name: Node) -> Path:
    """The same as `_path`, for a macro's words."""
    path, dot = [node_text(name)], name.next_sibling
    while dot is not None and node_text(dot) == "." and (member := dot.next_sibling) is not None:
        dot = member.next_sibling
        if dot is not None and dot.type == "token_tree":
            break
        path.append(node_text(member))
    return tuple(path)


def _is_harmless(method: str, tree: SourceTree, found: Effects) -> bool:
    """Whether a method changes nothing; the tree's own may be noticed."""
    if defined(tree, method, "function_item"):
        found.noticed = found.noticed or is_noticed(method, tree)
        return reads(method, tree)
    return reads(method, tree) or _PURE.fullmatch(method) is not None


def _of_call(call: Node, tree: SourceTree, found: Effects) -> None:
    method, function = method_of(call), call.child_by_field_name("function")
    if method is None or method.parent is None:
        _of_function(call, node_text(function) if function is not None else "", tree, found)
        return
    name, owner = node_text(method), method.parent.child_by_field_name("value")
    if name in ("unwrap", "expect"):
        found.fails = True
    elif not _is_harmless(name, tree, found):
        own = [one for _, one in defined(tree, name, "function_item")]
        if not own and name not in _STORING:
            found.known = False
        fields = _touched(call, tree)
        found.changed |= {("self", one) for one in fields} if fields is not None else _places(owner)
        found.changed |= _lent(call, own)
        found.fails = found.fails or bool(own)


def _touched(call: Node | None, tree: SourceTree) -> frozenset[str] | None:
    """The fields that a method touches which is called of `self`, where that is all that it can touch."""
    method = method_of(call) if call is not None else None
    own = method is not None and field_text(method.parent, "value") == "self"
    inner = own_method(method, node_text(method), tree) if method is not None and own else None
    return touched_fields(inner, tree) if inner is not None else None


def _of_function(call: Node, name: str, tree: SourceTree, found: Effects) -> None:
    last = name.rpartition("::")[2]
    own = [one for _, one in defined(tree, last, "function_item")]
    if own:
        found.noticed = found.noticed or is_noticed(last, tree)
        found.fails = True
        found.changed |= _lent(call, own)
    elif not _CONSTRUCTING.fullmatch(name):
        found.known = False


def _lent(call: Node, functions: list[Node]) -> set[Path]:
    """The variables that a function may change which takes a reference for that, or whatever it likes."""
    kinds = [field_text(one, "type") for function in functions for one in arguments_of(function)]
    given = call.child_by_field_name("arguments")
    if given is None or not any("&mut" in kind or re.fullmatch(r"[A-Z]|impl\b.*", kind) for kind in kinds):
        return set()
    return {_path(one) for one in given.named_children if one.type in ("identifier", "self")}


def is_noticed(function: str, tree: SourceTree) -> bool:
    """Whether functions of a name, or those that they call, may do what is seen elsewhere."""
    texts = [text for file, text in tree.files.items() if file.endswith(".rs")]
    of_world = {name for text in texts for names in _OF_WORLD.findall(text) for name in _WORD.findall(names)} - {"self"}
    homes = [_bodies(text) for text in texts]
    waiting, seen = {function.removeprefix("r#")}, set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        body = "\n".join(home.get(name, "") for home in homes)
        words = set(_WORD.findall(body))
        if _WORLD.search(body) or words & of_world:
            return True
        waiting |= {word for word in words - seen if any(word in home for home in homes)}
    return False


@lru_cache(maxsize=64)
def _bodies(text: str) -> dict[str, str]:
    """What the functions of a file do, by their names, together where they share one."""
    bodies: dict[str, str] = {}
    for one in walk(parse(text)):
        if one.type == "function_item":
            name = field_text(one, "name").removeprefix("r#")
            bodies[name] = f"{bodies.get(name, '')}\n{field_text(one, 'body')}"
    return bodies
