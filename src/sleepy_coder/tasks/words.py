"""Words of Rust source, for what no syntax tree can count: files that do not parse, and likeness of statements.

A repair of a syntax error adds or removes punctuation. So of the words (identifiers, keywords, numbers) that stood in
the broken file all must stand in the mended one, but those under the compiler's primary spans.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

WORD = re.compile(r"[A-Za-z_0-9\u0080-\U0010ffff]+")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)

# rustc gives these codes to errors of its lexer: unclosed literals and comments
LEXICAL_CODES = frozenset({"E0748", "E0758", "E0762", "E0763", "E0765", "E0766", "E0768"})


def lexical(code: str | None) -> bool:
    """Whether the error is about how text is cut into tokens, so that comments and strings are not what they seem."""
    return code in LEXICAL_CODES


def lost(old: str, new: str, excused: Iterable[str] = (), *, comments: bool = False) -> list[str]:
    """Words of `old` that `new` has fewer of, at most eight, in alphabetical order. Comments count only on request."""
    pair = [text if comments else COMMENT.sub(" ", text) for text in (old, new)]
    counts = [Counter(WORD.findall(text)) for text in pair]
    missing = counts[0] - counts[1] - Counter(excused)
    return sorted(missing.elements())[:8]


def overlap(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two statements share."""
    return (Counter(left) & Counter(right)).total()


def related(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether they share a word, or one of them is a misspelling of another's."""
    return bool(overlap(left, right)) or any(difflib.get_close_matches(word, right, n=1, cutoff=0.6) for word in left)
