"""A text where an enum of errors is wanted (E0277, E0308), as where errors were Strings before: the one variant whose
`Display` shows this very text.

    Err(format!("no such step: {step}"))    Err(Error::NoStep(step.to_string()))

The texts must be the same word for word, and all that the variant holds must be in them. A variant that merely holds a
String may show more than that, and say another thing (`misnamed`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, implementations, members, only
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import asked_at, covered, node_at, value_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_FOUND = re.compile(r"^expected `(?:\w+::)*(\w+)`, found `(?:String|&(?:'static )?str)`$")
_RESULT = re.compile(r"^expected `Result<.+, (?:\w+::)*(\w+)>`, found `Result<.+, (?:String|&(?:'static )?str)>`$")
_UNCONVERTED = re.compile(r"`\?` couldn't convert the error to `(?:\w+::)*(\w+)`")
_OWNED = re.compile(r'(?:String::from\()?("(?:[^"\\]|\\.)*")(?:\)|\.(?:to_string|to_owned|into)\(\))?')
_MACRO = re.compile(r'\w+!\((?:\w+, )?("(?:[^"\\]|\\.)*")\s*(?:,\s*(.*?))?,?\s*\)', re.DOTALL)
_CALL = re.compile(r'\w+\.(?:write_str|pad)\(("(?:[^"\\]|\\.)*")\)')
_HOLE = re.compile(r"(?<!\{)\{(\w*)(:[^{}]*)?\}(?!\})")
_ALREADY = re.compile(r"\.(?:to_string|to_owned)\(\)$|^String::from\(")
_GIVING = ("ok_or", "ok_or_else", "map_err")


class Said(NamedTuple):
    """A text with its holes empty, and what fills them."""

    text: str
    given: tuple[str, ...]


def error_texts(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The variant in the place of the text that it shows."""
    owner, value = _wanted(error, span, tree)
    home = only(tree, owner, "enum_item") if owner else None
    said = _said(node_text(value)) if value is not None else None
    if home is None or said is None or value is None or not re.search(rf"\b{owner}\b", tree.files[span.file]):
        return
    made = [one for variant, shown in shows(tree, owner).items() if (one := _made(home[1], variant, shown, said))]
    if len(made) == 1:
        yield f"make it `{made[0]}`", written_over(tree, span.file, value, made[0])


def misnamed(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether a whole message is given to a variant that puts words of its own around what it holds."""
    span = error.primary
    if span is None or error.code not in ("E0277", "E0308") or span.file not in tree.files:
        return False
    owner, _ = _wanted(error, span, tree)
    if not owner:
        return False
    given = re.compile(rf'\b{owner}::(\w+)\(\s*(?:"|String::from\("|format!\()')
    try:
        after = tree.apply(edits).files[span.file]
    except EditRejected:
        return False
    variants = set(given.findall(after)) - set(given.findall(tree.files[span.file]))
    shown = shows(tree, owner) if variants else {}
    return any(re.search(r"\w", _HOLE.sub("", shown[one].text)) for one in variants if one in shown)


def shows(tree: SourceTree, owner: str) -> dict[str, Said]:
    """By variant, what `Display` shows of it: the text and the parts of its pattern that fill the holes."""
    found: dict[str, Said] = {}
    for _, block in implementations(tree, owner, "Display"):
        for arm in (one for one in walk(block) if one.type == "match_arm"):
            pattern = arm.child_by_field_name("pattern")
            said = _said(field_text(arm, "value"))
            path = re.match(r"&?(?:\w+::)*(\w+)", node_text(pattern)) if pattern is not None else None
            bound = _bound(pattern) if pattern is not None else None
            if said is not None and path is not None and bound is not None and set(said.given) <= set(bound):
                found[path[1]] = Said(said.text, tuple(bound[name] for name in said.given))
    return found


def _bound(pattern: Node) -> dict[str, str] | None:
    """The names that a pattern binds, each with the field or the place that it stands for; None for other patterns."""
    inner = pattern.named_children[0] if len(pattern.named_children) == 1 else None
    while inner is not None and inner.type == "reference_pattern":
        inner = inner.named_children[0]
    if inner is None or inner.type not in ("tuple_struct_pattern", "struct_pattern"):
        return {} if inner is not None and inner.type in ("scoped_identifier", "identifier") else None
    parts = [one for one in inner.named_children if one != inner.child_by_field_name("type")]
    if inner.type == "tuple_struct_pattern":
        return {node_text(one): str(place) for place, one in enumerate(parts)}
    fields = (one for one in parts if one.type == "field_pattern")
    return {field_text(one, "pattern") or field_text(one, "name"): field_text(one, "name") for one in fields}


def _said(value: str) -> Said | None:
    """What a literal, a `format!` or what writes one says."""
    plain = _OWNED.fullmatch(value) or _CALL.fullmatch(value)
    macro = _MACRO.fullmatch(value) if plain is None and value.startswith(("format!", "write!")) else None
    text = plain[1] if plain is not None else macro[1] if macro is not None else None
    if text is None:
        return None
    listed = [one.strip() for one in macro[2].split(",")] if macro is not None and macro[2] else []
    if any(one.count("(") != one.count(")") or '"' in one or "=" in one for one in listed):
        return None
    given, rest = [], iter(listed)
    for name, _ in _HOLE.findall(text) if macro is not None else ():
        given.append(name or next(rest, ""))
    if any(not one or one.isdecimal() for one in given) or next(rest, None) is not None:
        return None
    return Said(_HOLE.sub(lambda hole: f"{{{hole[2] or ''}}}", text), tuple(given))


def _made(home: Node, variant: str, shown: Said, said: Said) -> str | None:
    """The variant with what the text is given, if it shows this text and holds no more than that."""
    declared = next((one for one in members(home) if field_text(one, "name") == variant), None)
    if declared is None or shown.text != said.text or len(set(shown.given)) != len(said.given):
        return None
    filled = dict(zip(shown.given, said.given, strict=True))
    body = declared.child_by_field_name("body")
    named = body is not None and body.type == "field_declaration_list"
    if body is None:
        kinds = {}
    elif named:
        kinds = {field_text(one, "name"): field_text(one, "type") for one in members(declared)}
    else:
        kinds = {str(place): node_text(one) for place, one in enumerate(body.children_by_field_name("type"))}
    if kinds.keys() != filled.keys():
        return None
    values = {name: _as(filled[name], kind) for name, kind in kinds.items()}
    path = f"{field_text(home, 'name')}::{variant}"
    if named:
        parts = (name if name == value else f"{name}: {value}" for name, value in values.items())
        return f"{path} {{ {', '.join(parts)} }}"
    return f"{path}({', '.join(values.values())})" if values else path


def _as(value: str, kind: str) -> str:
    return f"{value}.to_string()" if kind == "String" and not _ALREADY.search(value) else value


def _wanted(error: Diagnostic, span: Span, tree: SourceTree) -> tuple[str, Node | None]:
    """The enum that is wanted and the text in its place; '' where no text is what is wrong."""
    if error.code == "E0308" and (found := _FOUND.match(span.label or "")):
        place = node_at(tree, span) if span.in_macro else value_at(tree, span)
        value = covered(place, span)
        exact = value is not None and (value.start_byte, value.end_byte) == (span.byte_start, span.byte_end)
        return found[1], _original(value, tree, span.file) if exact and value is not None else None
    call, owner = None, None
    if error.code == "E0308" and (owner := _RESULT.match(span.label or "")):
        call = covered(value_at(tree, span), span)
    elif error.code == "E0277" and (owner := _UNCONVERTED.search(error.message)):
        said = "\n".join((error.message, span.label or "", *error.remarks))
        asked = asked_at(tree, span) if "String" in said or "&str" in said else None
        call = asked.named_children[0] if asked is not None and asked.named_children else None
    method = method_of(call) if call is not None else None
    given = call.child_by_field_name("arguments") if call is not None else None
    if owner is None or method is None or given is None or len(given.named_children) != 1:
        return "", None
    value = given.named_children[0]
    inner = value.child_by_field_name("body") if value.type == "closure_expression" else value
    known = inner is not None and node_text(method) in _GIVING
    return owner[1], _original(inner, tree, span.file) if inner is not None and known else None


def _original(node: Node, tree: SourceTree, file: str) -> Node:
    """The same place in the file as it is: what is given to macros is read as given to functions."""
    return parse(tree.files[file]).descendant_for_byte_range(node.start_byte, node.end_byte) or node
