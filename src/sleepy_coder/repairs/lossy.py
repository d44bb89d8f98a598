"""Repairs that compile and lose something without a word: what rustc or a model proposes of these is not taken.

* a sample value that rustc cannot know is made up, or a blank put where a value was
* a raw pointer is made where nothing takes one
* a message is given to a variant of errors that shows more than the message
* a lock is borrowed by a trait that gives a reference to the lock itself
* a call that is given too little or too much is left out, or one that makes a letter great or small
* the value of a function that is called for it is dropped
* the condition of a choice is returned in the place of what is chosen
* an iterator that others hold is cloned where it is consumed, and stands still
* what is given away to be changed is cloned, and the change is lost with the clone, or dropped with what is given back
* what is borrowed of a value is cloned, and shows what was there before the value is given away to be changed
* a cell is cloned that both sides are to see, and each has its own
* a copy is lent to be changed, and the change is lost with it
* what is replaced afterwards is cloned where it could be taken out
* a quotient of integers is converted to a float when its fraction is gone, or a difference to a type with a sign when
  it can no longer be below zero
* a field of what is dropped is cloned, and `drop` goes on with what was given away, unless it only shows it
* elements are removed by their numbers in a loop over a copy of them
* a parameter takes only what lives forever, which most callers do not have
* a lock is asked for while its own statement or block holds it
* the copy that a method gives back is changed in the place of the field
* a trait is derived beside one written by hand that it has to agree with
* a parameter that is a `&mut T` becomes another one, and what it refers to stays as it is
* a field is opened past the method that sets it, or past the function that alone makes values of its type
* a value is made past the function that makes such values, or with a variable in the place of another one's field
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.repairs.items.partial_orders import derives_beside
from sleepy_coder.repairs.items.positional_values import misplaces
from sleepy_coder.repairs.items.private_members import opens_guarded
from sleepy_coder.repairs.items.shown_copies import changes_shown
from sleepy_coder.repairs.ownership.cells import is_changed, waits_for_itself
from sleepy_coder.repairs.ownership.emptied import drops, names, only_shown
from sleepy_coder.repairs.ownership.forever import narrows
from sleepy_coder.repairs.ownership.held_locks import holds_on
from sleepy_coder.repairs.ownership.interior import is_cell
from sleepy_coder.repairs.ownership.read_before_moved import outlives_change
from sleepy_coder.repairs.ownership.removed_in_loop import skips
from sleepy_coder.repairs.ownership.swapped import swaps
from sleepy_coder.repairs.syntax.ternaries import returns_condition
from sleepy_coder.repairs.types.error_texts import misnamed
from sleepy_coder.repairs.types.late_conversions import converts_late, signs_late
from sleepy_coder.repairs.types.unsaid_results import drops_asked
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import bare, defined, field_text, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

# What rustc writes for a value that it cannot know (`ty_kind_suggestion` in its sources; `.expect("REASON")`): what
# compiles with one of these still does not say what the owner meant.
_SAMPLES = re.compile(r"""\b(?:42|3\.14159|false|true)\b|(?<=['"])(?:a|x|REASON)(?=['"])""")
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"/\* [^*]+ \*/")
_BOOLEAN = re.compile(r"\b(?:True|TRUE|False|FALSE)\b")

_ITERATOR = re.compile(
    r"(?:\w+::)*(?:\w*Iter\w*|Chars|CharIndices|Bytes|Lines|Split\w*|Enumerate|Peekable|Zip|Map|Filter|Skip|Take|StepBy"
    r"|Rev|Range\w*)\b"
)
MOVED = re.compile(r"^move occurs because `(?P<place>.+)` has type `(?P<type>.+?)`, which does not implement")
_NULL = re.compile(r"\bptr::null\b")
_POINTER = re.compile(r"\*(?:const|mut)\s")
_IN_CASE = re.compile(r"\.to_(?:low|upp)ercase\(")
_COPYING = re.compile(r"\b(?:clone|cloned|to_vec|to_owned|to_string)\(|\bString::from\(")
_GIVEN = "value moved here"
_CALLED = "moved due to this method call"
BEHIND = "behind a mutable reference"
_TO_CHANGE = re.compile(r"^expected `&mut .+`, found `(?!&)")
_COPY = re.compile(r"\.(?:clone|to_vec|to_owned|to_string)\(\)$")
_SHARED = re.compile(r"\b(?:Rc|Arc)\b")
_LOCK = re.compile(r"`borrow(?:_mut)?` found for .*\b(?:Mutex|RwLock)<")
_BORROWING = re.compile(r"\buse (?:std|core)::borrow::Borrow(?:Mut)?;")


def lossy(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits that rustc proposes for an error of `tree` make up a value or lose something."""
    waiting = _borrows_lock(error, edits) or waits_for_itself(error, edits, tree) or returns_condition(error)
    return (
        _makes_up(edits)
        or _points_nowhere(edits, tree)
        or waiting
        or signs_late(error, edits, tree)
        or loses(error, edits, tree)
    )


def loses(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits that may mend an error of `tree` lose something that the compiler does not miss."""
    copied = _clones(edits) and (
        changes_copy(error, tree)
        or _dropped_twice(error, tree)
        or _parts_cell(error, edits, tree)
        or outlives_change(error, tree)
    )
    elsewhere = _lends_copy(error, edits, tree) or skips(error, edits, tree) or narrows(error, edits, tree)
    said = misnamed(error, edits, tree) or _leaves_out_call(error, edits)
    late = converts_late(error, edits, tree) or drops_asked(error, edits, tree)
    past = opens_guarded(error, edits, tree) or misplaces(error, edits, tree) or changes_shown(error, edits, tree)
    beside = holds_on(error, edits, tree) or swaps(error, edits, tree) or derives_beside(error, edits, tree)
    return copied or elsewhere or said or late or past or beside


def _makes_up(edits: Sequence[Edit]) -> bool:
    """Whether edits bring in one of rustc's sample values, rather than move one that is there or spell it right."""
    spelt = (_BOOLEAN.sub(lambda found: found[0].lower(), edit.old) for edit in edits)
    old = Counter(value for text in spelt for value in _SAMPLES.findall(text))
    made_up = Counter(value for edit in edits for value in _SAMPLES.findall(edit.new)) - old
    blanks = any(len(_BLANK.findall(edit.new)) > len(_BLANK.findall(edit.old)) for edit in edits)
    return bool(made_up) or (blanks and bool(_gone(edits)))


def _points_nowhere(edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether another language's `None` would become a pointer although the tree has none."""
    made = any(_NULL.search(edit.new) for edit in edits)
    return made and not any(_POINTER.search(text) for text in tree.files.values())


def _borrows_lock(error: Diagnostic, edits: Sequence[Edit]) -> bool:
    """Whether `borrow` would become that of a trait which every type has."""
    lock = error.code == "E0599" and _LOCK.search(error.message) is not None
    return lock and any(_BORROWING.search(edit.new) for edit in edits)


def _gone(edits: Sequence[Edit]) -> Counter[str]:
    """The words that edits take out, apart from what they put in comments."""
    come = Counter(word for edit in edits for word in _WORD.findall(_BLANK.sub("", edit.new)))
    return Counter(word for edit in edits for word in _WORD.findall(_BLANK.sub("", edit.old))) - come


def _leaves_out_call(error: Diagnostic, edits: Sequence[Edit]) -> bool:
    """Whether a function is no longer called because the number of its arguments is wrong, or gives back another type
    than it would for a text."""
    if error.code == "E0308" and any(len(_IN_CASE.findall(one.new)) < len(_IN_CASE.findall(one.old)) for one in edits):
        return True
    span = error.primary if error.code in ("E0057", "E0061") else None
    name = re.split(r"\W+", span.text)[-1] if span is not None else ""
    called = re.compile(rf"\b{name}\s*(?:::<[^()]*>)?\(")
    return name != "" and sum(len(called.findall(one.old)) - len(called.findall(one.new)) for one in edits) > 0


def _lends_copy(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether what is to be changed would be a copy that nobody holds."""
    span = error.primary
    wanted = span is not None and error.code == "E0308" and _TO_CHANGE.match(span.label or "")
    if span is None or not wanted or span.file not in tree.files or not _COPY.search(span.text):
        return False
    copy = re.compile(rf"&mut\s+{re.escape(span.text)}")
    try:
        return copy.search(tree.apply(edits).files[span.file]) is not None
    except EditRejected:
        return False


def _dropped_twice(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether the clone of a field is given away while the `drop` of its owner deals with it, or is not known."""
    place = next((found["place"] for span in error.spans if (found := MOVED.match(span.label or ""))), "")
    bodies = drops(error, tree)
    field = place.rpartition(".")[2]
    if error.code != "E0509":
        return False
    acts = len(bodies) == 1 and names(bodies[0], field) and not only_shown(bodies[0], field)
    return len(bodies) != 1 or not field.isidentifier() or acts


def _parts_cell(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether the clone of a cell is given away, so that nobody sees any longer what the other changes in it. Behind an
    `Rc` or an `Arc`, which edits may put around it, both have the same one.
    """
    moved = next((found for span in error.spans if (found := MOVED.match(span.label or ""))), None)
    shared = any(_SHARED.search(edit.new) and not _SHARED.search(edit.old) for edit in edits)
    return moved is not None and not shared and is_cell(moved["type"], tree)


def _clones(edits: Sequence[Edit]) -> bool:
    return any(len(_COPYING.findall(edit.new)) > len(_COPYING.findall(edit.old)) for edit in edits)


def changes_copy(error: Diagnostic, tree: SourceTree) -> bool:
    """Whether the clone of what an error says is moved would be changed in the place of the original."""
    moved = next((found for span in error.spans if (found := MOVED.match(span.label or ""))), None)
    if moved is None:
        return False
    behind = BEHIND in error.message
    kept = replaced_later(error, moved["place"], tree) or taken_by_name(error, moved["type"], tree)
    if behind and (kept or _is_iterator(moved["type"], tree)):
        return True
    return any(_changes(parameter, error, tree) for parameter in _receiving(error, tree))


def _is_iterator(kind: str, tree: SourceTree) -> bool:
    """By its name in the standard library, or by an `impl` of the tree."""
    if _ITERATOR.match(kind):
        return True
    name = re.split(r"[<:]", kind)[0]
    own = re.compile(rf"\bimpl\b[^{{;]*\bIterator\s+for\s+{re.escape(name)}\b")
    return any(own.search(text) for text in tree.files.values())


def replaced_later(error: Diagnostic, place: str, tree: SourceTree) -> bool:
    """Whether the function assigns to the place behind the one where it is moved: it is to be taken out."""
    span = error.primary
    if span is None or span.file not in tree.files:
        return False
    node = node_at(tree, span)
    function = around(node, "function_item")
    if node is None or function is None:
        return False
    rest = node_text(function).encode()[node.end_byte - function.start_byte :].decode(errors="ignore")
    return re.search(rf"(?<![\w.]){re.escape(place)}\s*=(?!=)", rest) is not None


def taken_by_name(error: Diagnostic, kind: str, tree: SourceTree) -> bool:
    """Whether all that a method like `take_result(&mut self)` does is to give an `Option` of its owner away."""
    span = error.primary
    node = node_at(tree, span) if span is not None and span.file in tree.files else None
    function = around(node, "function_item")
    body = function.child_by_field_name("body") if function is not None else None
    if span is None or function is None or body is None or not kind.startswith("Option<"):
        return False
    named = re.match(r"take(?:_|$)", field_text(function, "name")) and receiver(function) == "&mut self"
    return bool(named) and len(body.named_children) == 1 and node_text(body.named_children[0]) == span.text


def _receiving(error: Diagnostic, tree: SourceTree) -> Iterator[Node]:
    """The parameters of the tree's own functions that notes name as those that take ownership."""
    for child in error.children:
        for span in child.spans if child.level == "note" else ():
            if span.file in tree.files:
                parameter = around(node_at(tree, span), "self_parameter", "parameter")
                if parameter is not None:
                    yield parameter


def _changes(parameter: Node, error: Diagnostic, tree: SourceTree) -> bool:
    """Whether a parameter is taken to be changed, or given back changed, and the caller gets nothing that holds the
    change, or drops it.
    """
    function = around(parameter, "function_item")
    if "&" in node_text(parameter)[:1] or function is None:
        return False
    mutable = any(child.type == "mutable_specifier" for child in parameter.children)
    result = function.child_by_field_name("return_type")
    if result is None:
        return mutable
    if parameter.type == "parameter":
        return _changes_argument(parameter, function, error, tree)
    block = around(parameter, "impl_item")
    kind = None if block is None else block.child_by_field_name("type")
    own = {"Self"} | ({re.split(r"[<\s]", node_text(kind))[0]} if kind is not None else set())
    given_back = any(re.search(rf"\b{re.escape(name)}\b", node_text(result)) for name in own)
    dropped = any(_dropped(tree, span) for span in error.spans if _CALLED in (span.label or ""))
    return dropped if given_back else mutable


def _changes_argument(parameter: Node, function: Node, error: Diagnostic, tree: SourceTree) -> bool:
    """The same of a function that returns something: of what it gets it may make something else, or a copy of its own
    to work on, as `fn median(mut values: Vec<f64>) -> f64`; a type of the tree is changed for its owner.
    """
    kind, result = field_text(parameter, "type"), field_text(function, "return_type")
    own = bool(defined(tree, bare(kind), "struct_item", "enum_item"))
    if kind == result or (own and re.search(rf"\b{bare(kind)}\b", result)):
        return any(_dropped(tree, span) for span in error.spans if (span.label or "").startswith(_GIVEN))
    name = field_text(parameter, "pattern")
    uses = [one for one in walk(function.child_by_field_name("body")) if node_text(one) == name]
    places = (one for one in uses if one.parent is not None and one.parent.type != "assignment_expression")
    mutable = any(child.type == "mutable_specifier" for child in parameter.children)
    return own and mutable and any(is_changed(one, tree) for one in places)


def _dropped(tree: SourceTree, span: Span) -> bool:
    """Whether what the call gives back is not used."""
    call = around(node_at(tree, span), "call_expression") if span.file in tree.files else None
    return call is not None and call.parent is not None and call.parent.type == "expression_statement"
