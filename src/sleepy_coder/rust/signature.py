"""What kind of mistake a diagnostic is, with the owner's names taken out.

Two diagnostics have one signature when the same repair is likely to mend both: names, literals, paths and counts
become placeholders; kinds of types that decide the repair stay. Renaming every identifier of a program leaves its
signatures alone. rustc quotes code in backticks, so only what stands between them is read as Rust; elsewhere numbers
alone are replaced.
"""

import re
from dataclasses import dataclass

from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.wordings import code_now, said_now

UNCODED = "parse"
OF_SELF = "a field or method of `self`"
_CAPTURED = (("may capture more lifetimes than intended", "borrowed by what an `impl Trait` captures"),)
_BESIDES = {
    "E0382": (
        ("moved due to this implicit call to `.into_iter()`", "moved by a loop"),
        ("moved into closure", "moved into a closure"),
        ("borrow this binding in the pattern", "moved by a pattern"),
    ),
    "E0505": _CAPTURED,
    "E0506": _CAPTURED,
}
_INTEGERS = {f"{sign}{size}" for sign in "iu" for size in ("8", "16", "32", "64", "128", "size")}
_FLOATS = {"f16", "f32", "f64", "f128"}
# names that programs like to give to things of their own (Error, Index, Add, Path) are left out
_KINDS = {
    *("str", "String", "bool", "char", "Option", "Result", "Vec", "VecDeque", "Box", "Rc", "Arc", "Cow", "RefCell"),
    *("Mutex", "RwLock", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "Range", "RangeInclusive"),
    *("Some", "None", "Ok", "Err", "Copy", "Clone", "Debug", "Display", "Default", "Sized", "Send", "Sync", "Hash"),
    *("PartialEq", "Eq", "PartialOrd", "Ord", "From", "Into", "Fn", "FnMut", "FnOnce", "Future"),
    *("Iterator", "IntoIterator", "FromIterator", "DoubleEndedIterator", "ExactSizeIterator"),
}
_KEYWORDS = {
    *("as", "async", "await", "break", "const", "continue", "crate", "derive", "dyn", "else", "enum", "extern", "fn"),
    *("for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self"),
    *("static", "struct", "super", "trait", "type", "unsafe", "use", "where", "while", "integer", "float"),
}
_LIBRARIES = {"std", "core", "alloc"}
_QUOTED = re.compile(r"`([^`]*)`")
_TOKEN = re.compile(
    r"""
    (?P<hidden>\{[^{}]*@[^{}]*\}|\{(?:integer|float)\}|\.\.\.)  # a closure's place, a number's kind, a cut
    |(?P<text>b?"(?:[^"\\]|\\.)*"|b?'(?:[^'\\]|\\.)')
    |(?P<lifetime>'\w+)
    |(?P<name>(?:r\#)?[^\W\d]\w*(?:::[^\W\d]\w*)*)
    |(?P<number>-?\d[\w.]*)
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\b\d[\d_.]*\b")
_PLURAL = re.compile(r"\bN (\w+?)s\b")
_PLACES = re.compile(r"(?:_\.){2,}_")
_LIST = re.compile(r"`_`(?:(?:, and |, | and |, or | or )(?:`_`|N other \w+))+")
# after a syntax error rustc names the token that it stumbled upon, which is whatever the program goes on with
_FOUND = re.compile(r"found (?:reserved )?(?:keyword |identifier |doc comment )?`[^`]*`")
# labels that give way to another when some name in scope happens to be similar
_UNSTABLE_LABEL = re.compile(
    r"not found|^unknown |^help:|^use of (undeclared|unresolved)|^no `|does not have|^could not find|^this is an? "
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The error code, or `parse` where rustc gives none, and the shape of message and primary label."""

    code: str
    shape: str

    @property
    def key(self) -> str:
        """One word for tables and files."""
        return f"{self.code}|{self.shape}"

    @classmethod
    def of(cls, key: str) -> "Signature":
        """The signature with this key."""
        code, _, shape = key.partition("|")
        return cls(code, shape)


def signature(diagnostic: Diagnostic) -> Signature:
    """The signature of a diagnostic, taken from its code, its message and the label of its first primary span."""
    label = (diagnostic.primary.label if diagnostic.primary else None) or ""
    message, label = _shape(diagnostic.message), _shape(label)
    if diagnostic.code is None:
        message, label = _FOUND.sub("found `_`", message), _FOUND.sub("found `_`", label)
    if _UNSTABLE_LABEL.search(label):
        label = ""
    label = _told_besides(diagnostic) or label
    shape = f"{message} / {label}" if label else message
    code = code_now(diagnostic.code or UNCODED, shape)
    return Signature(code, said_now(code, shape))


def _told_besides(diagnostic: Diagnostic) -> str:
    """What asks for another repair under the same message and label, in other labels, notes and suggestions; or ''."""
    if diagnostic.code == "E0425":
        replacements = [span.replacement for child in diagnostic.children for span in child.spans]
        # rustc found the name among the fields and methods of `self`: not a misspelling
        return OF_SELF if any(text is not None and text.startswith("self.") for text in replacements) else ""
    rows = _BESIDES.get(diagnostic.code or "", ())
    return next((said for words, said in rows if any(words in text for text in diagnostic.remarks)), "")


def wording(key: str) -> str:
    """A signature's key without label and types: what rustc's words for one mistake have in common over programs."""
    return _QUOTED.sub("`_`", key.split(" / ", 1)[0])


def _shape(text: str) -> str:
    parts = _QUOTED.split(" ".join(text.split()))
    # split yields plain text and quoted code in turns
    shaped = "".join(
        f"`{_TOKEN.sub(_placeholder, part)}`" if index % 2 else _NUMBER.sub("N", part)
        for index, part in enumerate(parts)
    )
    shaped = _PLURAL.sub(r"N \1", shaped).replace("were supplied", "was supplied")
    return _LIST.sub("`_`", _PLACES.sub("_._", shaped))


def _placeholder(match: re.Match[str]) -> str:
    kind, text = match.lastgroup, match.group()
    if kind == "hidden":
        return {"{integer}": "integer", "{float}": "float"}.get(text, "_")
    if kind == "number":
        return "N"
    if kind == "lifetime":
        return text if text in ("'static", "'_") else "'_"
    if kind == "text":
        return "_"
    first, *rest = text.split("::")
    if rest and first not in _LIBRARIES and first not in _KINDS:
        return "_"
    name = text.rpartition("::")[2]
    if name in _INTEGERS:
        return "integer"
    if name in _FLOATS:
        return "float"
    return name if name in _KINDS or name in _KEYWORDS else "_"
