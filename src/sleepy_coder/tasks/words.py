"""Words of Rust source, for what no syntax tree can count: files that do not parse, and likeness of statements.

A repair of a syntax error adds or removes punctuation. So of the words (identifiers, keywords, numbers) that stood in
the broken file all must stand in the mended one, but those under the compiler's primary spans.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_ADDING = re.compile(r"([^={}]+) (?:[-+*/%&|^]|<<|>>)= ")
WORD = re.compile(r"[A-Za-z_0-9\u0080-\U0010ffff]+")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)

_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)\'')
_MARKS = re.compile(r"""[\s"'(){}\[\]]+""")
_NAME = re.compile(r"[A-Za-z_\u0080-\U0010ffff][A-Za-z_0-9\u0080-\U0010ffff]*")
_NO_NAMES = frozenset(
    (
        *("as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "false", "fn", "for", "if"),
        *("impl", "in", "let", "loop", "match", "move", "mut", "ref", "return", "self", "Self", "static", "super"),
        *("true", "unsafe", "where", "while", "_", "print", "println", "eprint", "eprintln", "format", "write"),
        *("writeln", "panic", "vec", "assert", "assert_eq", "assert_ne", "Some", "None", "Ok", "Err", "Box", "new"),
        *("Rc", "Arc", "Cell", "RefCell", "Mutex", "RwLock", "String", "Vec"),
        *("Default", "default", "to_string", "into", "clone"),
    )
)

_NULLS = frozenset(("null", "nil", "NULL", "nullptr", "undefined"))
"""What other languages call `None`."""

_CONTROL = frozenset(("if", "else", "match", "for", "while", "loop", "return", "break", "continue"))
_TERNARY = re.compile(r"\s\?\s")

# inference wants a type to be written
TYPE_NEEDED = frozenset({"E0282", "E0283", "E0284"})

# rustc gives these codes to errors of its lexer: unclosed literals and comments
LEXICAL_CODES = frozenset({"E0748", "E0758", "E0762", "E0763", "E0765", "E0766", "E0767", "E0768"})


def lexical(code: str | None) -> bool:
    """Whether the error is about how text is cut into tokens, so that comments and strings are not what they seem."""
    return code in LEXICAL_CODES


def lost(old: str, new: str, excused: Iterable[str] = (), *, comments: bool = False) -> list[str]:
    """Words of `old` that `new` has fewer of, at most eight, in alphabetical order. Comments count only on request."""
    pair = [text if comments else COMMENT.sub(" ", text) for text in (old, new)]
    counts = [Counter(WORD.findall(text)) for text in pair]
    missing = counts[0] - counts[1] - Counter(excused)
    return sorted(missing.elements())[:8]


def added(old: str, new: str) -> frozenset[str]:
    """Words that `new` has more of, comments left out."""
    left, right = (Counter(WORD.findall(COMMENT.sub(" ", text))) for text in (old, new))
    return frozenset(right - left)


def differing(old: str, new: str) -> tuple[list[str], list[str]]:
    """Words that `old` has more of, and those that `new` has more of, comments left out."""
    left, right = (Counter(WORD.findall(COMMENT.sub(" ", text))) for text in (old, new))
    return sorted((left - right).elements()), sorted((right - left).elements())


def same_but_marks(old: str, new: str) -> bool:
    """Whether the lines of two versions differ in nothing but space, quotes, parentheses, brackets and braces."""
    left, right = ([_MARKS.sub("", line) for line in text.splitlines()] for text in (old, new))
    return list(filter(None, left)) == list(filter(None, right))


def added_control(old: str, new: str) -> list[str]:
    """Words of control flow that `new` has more of, where it gives no other word for them, nor an `if` for the `?` of
    other languages.
    """
    code = [COMMENT.sub(" ", text) for text in (old, new)]
    counts = [Counter(WORD.findall(text)) for text in code]
    chosen = max(0, len(_TERNARY.findall(code[0])) - len(_TERNARY.findall(code[1])))
    added = counts[1] - counts[0] - Counter({"if": chosen, "else": chosen})
    return [] if counts[0] - counts[1] else sorted(word for word in added.elements() if word in _CONTROL)


def names(text: str) -> list[str]:
    """The words of a piece of code that are no keyword, number, literal or macro of output: what its value is made
    of.
    """
    return [word for word in _NAME.findall(_LITERAL.sub(" ", text)) if word not in _NO_NAMES]


def overlap(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two statements share."""
    return (Counter(left) & Counter(right)).total()


def related(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether they share a word, or one of them is a misspelling of another's, or another language's `None`."""
    if "None" in right and not _NULLS.isdisjoint(left):
        return True
    return bool(overlap(left, right)) or any(difflib.get_close_matches(word, right, n=1, cutoff=0.6) for word in left)


def counts_no_more(old: str, new: str) -> bool:
    """Whether what a statement adds to something is assigned to it instead, so that what it held is lost; spaces part
    the tokens."""
    added = _ADDING.match(old)
    if added is None or not new.startswith(f"{added[1]} = "):
        return False
    return not set(WORD.findall(added[1])) <= set(WORD.findall(new.partition(" = ")[2]))
