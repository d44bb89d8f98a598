"""Gives every name that a program declares a new one, and its literals new values, so that one template makes many
programs.

A name is renamed by spelling, everywhere alike, which keeps shorthand fields and `{name}` in format strings right.
Where the spelling could also mean something of the standard library (a method, the end of a path) it is renamed only if
the program declares such a thing itself. The result is meant to be green; whoever uses it lets rustc decide.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.misspelling import RESERVED
from sleepy_coder.breaker.naming.numbers import number_cuts
from sleepy_coder.breaker.naming.pools import LETTERS, WORDS, Pool, plural, words
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within

_NAMES = frozenset(("identifier", "type_identifier", "field_identifier", "shorthand_field_identifier"))
_KINDS = {
    "function_item": "function",
    "function_signature_item": "function",
    "struct_item": "type",
    "enum_item": "type",
    "union_item": "type",
    "trait_item": "type",
    "type_item": "type",
    "associated_type": "type",
    "enum_variant": "type",
    "const_item": "constant",
    "static_item": "constant",
    "mod_item": "module",
    "field_declaration": "field",
    "type_parameter": "parameter",
    "const_parameter": "constant",
}
# Methods and functions of the standard library that programs like to declare as well: a call may mean either, so they
# stay.
_SHARED = frozenset(
    words(
        "main new len push pop insert get get_mut remove iter iter_mut into_iter from into default clone next fmt eq"
        " cmp hash drop deref deref_mut index index_mut add sub mul div neg not rem as_ref as_mut as_str to_string"
        " parse from_str map filter fold sum product count min max abs sqrt pow powi contains contains_key keys values"
        " entry find position any all zip rev take skip chain last first split join trim lines chars bytes sort clear"
        " extend append drain retain is_empty is_some is_none unwrap unwrap_or expect ok err ok_or and_then or_else"
        " copied cloned collect enumerate peek read write flush swap replace borrow borrow_mut lock send recv spawn"
        " sleep now elapsed with_capacity capacity truncate resize reserve split_at concat repeat starts_with"
        " ends_with to_vec to_owned partial_cmp size_hint try_from try_into format print println"
    )
)
# A function with its name unmangled would take the place of the C library's.
_C_LIBRARY = frozenset(
    words("close flock index link log open raise random remove rewind round select send signal socket time write")
)


@dataclass
class _Declared:
    kinds: dict[str, set[str]] = field(default_factory=dict)

    def add(self, name: str, kind: str) -> None:
        self.kinds.setdefault(name, set()).add(kind)

    def has(self, name: str, *kinds: str) -> bool:
        return not self.kinds.get(name, set()).isdisjoint(kinds)


def renamed(source: str, rng: Random, *, terse: bool = False) -> str:
    """`source` with other names and literals; the same for the same state of `rng`. `terse`: mostly single letters."""
    syntax = Syntax(source.encode())
    declared = _declarations(syntax)
    names = _fresh_names(syntax, declared, rng, terse)
    cuts = _name_cuts(syntax, declared, names)
    cuts += _lifetime_cuts(syntax, rng)
    cuts += _text_cuts(syntax, names, rng)
    cuts += number_cuts(syntax, rng)
    return Break(tuple(cuts)).apply(syntax.source).decode()


def _declarations(syntax: Syntax) -> _Declared:
    declared = _Declared()
    traits = {syntax.text(name) for node in syntax.all("trait_item") if (name := node.child_by_field_name("name"))}
    for node_type, kind in _KINDS.items():
        for node in syntax.all(node_type):
            name = node.child_by_field_name("name")
            if name is None or _is_given(syntax, node, traits):
                continue
            spelt = syntax.text(name)
            declared.add(spelt, kind)
    for alias in _children(syntax, "alias", "use_as_clause"):
        declared.add(syntax.text(alias), "type" if _is_own_path(syntax, alias, declared) else "alias")
    patterns = [
        *_children(syntax, "pattern", "let_declaration", "parameter", "for_expression", "let_condition", "match_arm"),
        *(
            child
            for node in syntax.all("closure_parameters")
            for child in node.named_children
            if child.type != "parameter"
        ),
    ]
    for pattern in patterns:
        for name in _bound(pattern):
            declared.add(syntax.text(name), "value")
    for spelt in [spelt for spelt in declared.kinds if spelt in _SHARED and declared.has(spelt, "function")]:
        del declared.kinds[spelt]
    return declared


def _is_own_path(syntax: Syntax, node: Node, declared: _Declared) -> bool:
    """Whether the `use` around `node` starts at something that the program declares."""
    use = within(node, "use_declaration")
    path = use.child_by_field_name("argument") if use is not None else None
    root = re.split(r"::|\s", syntax.text(path))[0] if path is not None else ""
    return root in declared.kinds or root in ("self", "super", "crate")


def _children(syntax: Syntax, name: str, *types: str) -> list[Node]:
    return [child for node in syntax.all(*types) if (child := node.child_by_field_name(name)) is not None]


def _is_given(syntax: Syntax, node: Node, traits: set[str]) -> bool:
    """Whether others have chosen the name of `node`.

    It stands in an `extern` block, or in an `impl Trait for ..` whose trait the program does not declare.
    """
    if within(node, "foreign_mod_item") is not None:
        return True
    if node.type not in ("function_item", "type_item", "const_item"):
        return False
    body = node.parent
    owner = body.parent if body is not None and body.type == "declaration_list" else None
    trait = owner.child_by_field_name("trait") if owner is not None and owner.type == "impl_item" else None
    return trait is not None and syntax.text(trait).split("<")[0].split("::")[-1] not in traits


def _bound(pattern: Node) -> list[Node]:
    """The names that a pattern binds; a capital letter first means a constant or a variant."""
    if pattern.type in ("identifier", "shorthand_field_identifier"):
        text = pattern.text or b""
        return [pattern] if text[:1].islower() or text[:1] == b"_" else []
    if pattern.type in ("range_pattern", "macro_invocation", "scoped_identifier", "literal_pattern"):
        return []
    skipped = {pattern.child_by_field_name("type"), pattern.child_by_field_name("condition")}
    return [name for child in pattern.named_children if child not in skipped for name in _bound(child)]


def _fresh_names(syntax: Syntax, declared: _Declared, rng: Random, terse: bool) -> dict[str, str]:
    pool = Pool(rng)
    taken = {syntax.text(node) for kind in _NAMES for node in syntax.all(kind)} | RESERVED | _SHARED
    if syntax.all("extern_modifier"):
        taken |= _C_LIBRARY
    fresh: dict[str, str] = {}
    for name in sorted(declared.kinds, key=lambda name: (len(name), name)):
        if name.startswith(("_", "r#")) or name in ("self", "Self"):
            continue
        singular = name[:-1] if name.endswith("s") else ""
        made = plural(fresh[singular]) if singular in fresh else ""
        draw = _drawer(name, declared, pool, rng, terse)
        while not made or made in taken:
            made = draw()
        taken.add(made)
        fresh[name] = made
    return fresh


def _drawer(name: str, declared: _Declared, pool: Pool, rng: Random, terse: bool) -> Callable[[], str]:
    if declared.has(name, "parameter") and len(name) == 1:
        return lambda: rng.choice("TUVKEABCDFGHIJLMNPQRSWXYZ")
    if name.islower() and (terse or (len(name) == 1 and rng.random() < 0.7)):
        return lambda: rng.choice(LETTERS) if rng.random() < 0.9 else pool.noun()
    if name[0].isupper() and name.isupper() and len(name) > 1:
        return pool.constant
    if name[0].isupper():
        return pool.type_name
    if declared.has(name, "function"):
        return pool.function
    if declared.has(name, "module"):
        return pool.noun
    return pool.value


def _name_cuts(syntax: Syntax, declared: _Declared, names: dict[str, str]) -> list[Cut]:
    cuts = []
    for node in syntax.all(*_NAMES):
        spelt = syntax.text(node)
        if spelt in names and _means_declared(syntax, node, spelt, declared):
            cuts.append(Cut(node.start_byte, node.end_byte, names[spelt].encode()))
    return cuts


def _means_declared(syntax: Syntax, node: Node, spelt: str, declared: _Declared) -> bool:
    parent = node.parent
    if (
        parent is None
        or parent.type == "lifetime"
        or within(node, "attribute_item", "inner_attribute_item") is not None
    ):
        return False
    if parent.type in ("function_item", "type_item", "const_item") and parent.child_by_field_name("name") == node:
        return declared.has(spelt, _KINDS[parent.type])
    before, after = node.prev_sibling, node.next_sibling
    if within(node, "use_declaration") is not None:
        if parent.child_by_field_name("alias") == node:
            return True
        return _is_own_path(syntax, node, declared) and declared.has(spelt, "function", "type", "constant", "module")
    if parent.type == "macro_invocation" or (after is not None and after.type == "!" and parent.type == "token_tree"):
        return False
    if before is not None and before.type == ".":
        call = parent.parent.type in ("call_expression", "generic_function") if parent.parent is not None else False
        if parent.type == "token_tree":
            call = after is not None and (
                after.type == "::" or (after.type == "token_tree" and syntax.text(after)[0] == "(")
            )
        elif call and parent.parent is not None:
            call = parent.parent.child_by_field_name("function") == parent
        return declared.has(spelt, "function") if call else declared.has(spelt, "field")
    if before is not None and before.type == "::":
        owner = before.prev_sibling
        # Macro arguments are mere tokens: what stands before `>::` is unknown, and counts as the program's own.
        root = (re.findall(r"\w+", syntax.text(owner)) if owner is not None else []) or ["Self"]
        known = root[0] in ("Self", "self", "super", "crate") or declared.has(root[0], "type", "module", "parameter")
        return known and declared.has(spelt, "function", "type", "constant", "module")
    return True


def _lifetime_cuts(syntax: Syntax, rng: Random) -> list[Cut]:
    taken: dict[str, str] = {}
    cuts = []
    for node in syntax.all("lifetime"):
        spelt = syntax.text(node)
        if spelt in ("'static", "'_") or within(node, "label", "loop_label") is not None:
            continue
        while spelt not in taken:
            made = "'" + rng.choice(["a", "a", "a", "b", "s", "t", "src", "input", "text", "buf", "life", "r", "x"])
            if made not in taken.values():
                taken[spelt] = made
        if node.parent is not None and not node.parent.type.endswith(("break_expression", "continue_expression")):
            cuts.append(Cut(node.start_byte, node.end_byte, taken[spelt].encode()))
    return cuts


def _text_cuts(syntax: Syntax, names: dict[str, str], rng: Random) -> list[Cut]:
    """Names in format strings and comments; strings of one plain word become another word."""
    contents = syntax.all("string_content")
    texts = [syntax.text(node) for node in contents]
    chosen: dict[str, str] = {}
    cuts = []
    for node, text in zip(contents, texts, strict=True):
        if re.fullmatch(r"[A-Z]?[a-z]{3,}", text) and text not in ("true", "false", "inf", "nan", "infinity"):
            if text not in chosen and not any(text in other for other in texts if other != text):
                word = rng.choice(WORDS)
                word = word.capitalize() if text[0].isupper() else word
                free = word not in chosen.values() and not any(word in other or other in word for other in texts)
                chosen[text] = word if free and rng.random() < 0.7 else text
            made = chosen.get(text, text)
        elif within(node, "macro_invocation") is not None:
            made = re.sub(r"(?<!\{)((?:\{\{)*\{)([a-z_]\w*)", lambda m: m[1] + names.get(m[2], m[2]), text)
            made = re.sub(r"(\{[^{}]*:[^{}]*?)\b([a-z_]\w*)\$", lambda m: m[1] + names.get(m[2], m[2]) + "$", made)
        else:
            made = text
        if made != text:
            cuts.append(Cut(node.start_byte, node.end_byte, made.encode()))
    for node in syntax.all("line_comment", "block_comment"):
        text = syntax.text(node)
        made = re.sub(r"[A-Za-z_]\w*", lambda m: names.get(m[0], m[0]) if len(m[0]) > 1 else m[0], text)
        if made != text:
            cuts.append(Cut(node.start_byte, node.end_byte, made.encode()))
    return cuts
