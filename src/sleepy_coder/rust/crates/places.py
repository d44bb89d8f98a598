"""What a compiler says in a private copy, in the owner's terms: places relative to the package, each error once, and no
path of the copy.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sleepy_coder.rust.crates.file_names import names_within
from sleepy_coder.rust.crates.private_copy import PrivateCopy
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.tidying import distinct, tidied

_SHOWN = re.compile(r"^( *(?:-->|:::) )(.+?)(?=:\d+:\d+$)", re.MULTILINE)
_PATH = re.compile(r"\b(?:\w+::)+(?=\w)")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one package: its copy, and the names of its sources."""

    copy: PrivateCopy
    files: Collection[str]

    def distinct(self, told: Iterable[tuple[Diagnostic, bool]]) -> tuple[Diagnostic, ...]:
        """What matters, each once: a file may be compiled for itself and again for its tests, and rustc may qualify a
        name in one of the two alone. Each comes with whether it is of the package itself; those of other packages lose
        their places.
        """
        placed = (self._placed(diagnostic, own=own) for diagnostic, own in told if diagnostic.matters)
        return tidied(distinct(placed, lambda message: _PATH.sub("", message)))

    def text(self, output: bytes) -> str:
        """What was printed, without the copy's paths."""
        words = output.decode(errors="replace")
        return words.replace(f"{self.copy.folder}/", "").replace(str(self.copy.base), "")

    def owners(self, output: bytes) -> str:
        """The same for the owner's eyes, with the owner's paths in the place of the copy's."""
        folder, top = os.fsencode(self.copy.folder), os.fsencode(self.copy.top)
        return self.text(output.replace(folder + b"/", b"").replace(top, os.fsencode(self.copy.ancestor)))

    def relative(self, output: bytes) -> bytes:
        """What the compiler printed as JSON, without the whole paths of the package's files, which it gives where these
        lie outside the workspace's folder.
        """
        if self.copy.start == self.copy.root:
            return output
        return output.replace(json.dumps(f"{self.copy.folder}/", ensure_ascii=False)[1:-1].encode(), b"")

    def _placed(self, diagnostic: Diagnostic, *, own: bool) -> Diagnostic:
        """With places relative to the package instead of the workspace, and none outside the tree."""

        def placed(spans: Sequence[Span]) -> tuple[Span, ...]:
            named = (replace(span, file=self._name(span.file)) for span in spans if own)
            return tuple(span for span in named if span.file in self.files)

        def shown(arrow: re.Match[str]) -> str:
            return arrow[1] + self._name(arrow[2])

        rendered = _SHOWN.sub(shown, diagnostic.rendered) if own else diagnostic.rendered
        children = tuple(replace(child, spans=placed(child.spans)) for child in diagnostic.children)
        message = self.text(diagnostic.message.encode())
        spans = placed(diagnostic.spans)
        if not any(span.is_primary for span in spans):  # in the body of another package's macro: its call stands for it
            spans = tuple(replace(span, is_primary=span.in_macro) for span in spans)
        return replace(diagnostic, message=message, spans=spans, children=children, rendered=rendered)

    def _name(self, said: str) -> str:
        """What the tree, or else the package, calls a file that the compiler names; as the compiler does if it is of
        neither.
        """
        names = names_within(self.copy.folder, self.copy.start, said)
        return next((name for name in names if name in self.files), next(iter(names), said))
