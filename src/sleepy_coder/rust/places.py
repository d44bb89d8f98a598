"""What a compiler says in a private copy, in the owner's terms: places relative to the package, each error once, and no
path of the copy.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sleepy_coder.rust.compiler import distinct, tidy_diagnostics
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.private_copy import PrivateCopy

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
        return tidy_diagnostics(distinct(placed, lambda message: _PATH.sub("", message)))

    def text(self, output: bytes) -> str:
        """What was printed, without the copy's paths."""
        words = output.decode(errors="replace")
        return words.replace(f"{self.copy.folder}/", "").replace(str(self.copy.base), "")

    def _placed(self, diagnostic: Diagnostic, *, own: bool) -> Diagnostic:
        """With places relative to the package instead of the workspace, and none outside the tree."""
        prefix = self.copy.prefix

        def placed(spans: Sequence[Span]) -> tuple[Span, ...]:
            moved = (
                replace(span, file=span.file.removeprefix(prefix)) for span in spans if span.file.startswith(prefix)
            )
            return tuple(span for span in moved if own and span.file in self.files)

        rendered = (
            re.sub(rf"(?m)^( *(?:-->|:::) ){re.escape(prefix)}", r"\1", diagnostic.rendered)
            if own
            else diagnostic.rendered
        )
        children = tuple(replace(child, spans=placed(child.spans)) for child in diagnostic.children)
        message = self.text(diagnostic.message.encode())
        spans = placed(diagnostic.spans)
        if not any(span.is_primary for span in spans):  # in the body of another package's macro: its call stands for it
            spans = tuple(replace(span, is_primary=span.in_macro) for span in spans)
        return replace(diagnostic, message=message, spans=spans, children=children, rendered=rendered)
