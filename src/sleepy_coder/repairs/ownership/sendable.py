"""A trait object in a box that goes to another thread (E0277): its type says `Send`, and `Sync` where it is shared, in
every place where the tree names it. What is put into such a box must be so as well, which rustc checks."""

import re
from collections.abc import Iterator, Sequence

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.rewritten import after, apart
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NOT_SENT = re.compile(
    r"^`\(?dyn (?P<said>.+?)(?: \+ 'static)?\)?` cannot be (?P<how>sent|shared) between threads safely$"
)


def sendable(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """What the type lacks, where it stands between `<` and `>`; what is shared is mostly sent as well."""
    found = _NOT_SENT.match(error.message) if error.code == "E0277" else None
    if found is None:
        return
    for lacking in ("Send",) if found["how"] == "sent" else ("Sync", "Send + Sync"):
        edits: list[Edit] = []
        for file, text in tree.files.items():
            nodes = walk(parse(text)) if file.endswith(".rs") and "dyn " in text else ()
            held = [one for one in nodes if one.parent is not None and one.parent.type == "type_arguments"]
            same = [one for one in held if _said(node_text(one)) == _said(f"dyn {found['said']}")]
            edits += apart(tree, file, [after(one, f" + {lacking}") for one in same])
        if edits:
            yield f"let it be `{lacking}`", edits


def _said(kind: str) -> str:
    """A trait object without the paths of its traits and without spaces."""
    return "".join(re.sub(r"\b(?:\w+::)+", "", kind).split())
