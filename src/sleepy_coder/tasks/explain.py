"""The suite `explain`: erroneous examples of the installed compiler's own error index.

`rustc --explain CODE` prints a page of Markdown in which rustc has left out what its code blocks are annotated with
(which of them fail, by which edition) and the lines that the web pages hide. So every block is tried: as it stands, or
as the body of `main`, by a present edition, then by the first one. What fails with its page's code becomes
a task. There is no reference, and no oracle but the compiler. The text is rustc's: it is made on the user's machine and
never passed on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sleepy_coder.rust.compiler import Compiler, base_environment
from sleepy_coder.rust.sandbox import Limits
from sleepy_coder.tasks.task import Oracle, Task

LAST_CODE = 850
"""The index ends at about E0800; a code without a page costs nothing."""

EDITIONS = ("2021", "2015")
_BLOCK = re.compile(r"^```[^\n`]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PAGE = re.compile(r"^\x1e(E\d{4})\n", re.MULTILINE)
_MAIN = re.compile(r"\bfn\s+main\s*\(")


def explained(compiler: Compiler, folder: Path, codes: Sequence[str] | None = None) -> list[Task]:
    """Every example that fails with its page's code, or those of these codes. `folder` is scratch space."""
    blocks = [
        (f"explain-{code}-{number:02d}", code, source)
        for code, page in pages(compiler, folder, codes).items()
        for number, source in enumerate(_BLOCK.findall(page))
    ]
    tasks: dict[str, Task] = {}
    for edition in EDITIONS:
        for wrapped in (False, True):
            left = [
                _task(identity, code, edition, source, wrapped=wrapped)
                for identity, code, source in blocks
                if identity not in tasks and not (wrapped and _MAIN.search(source))
            ]
            tasks |= {task.id: task for task in _failing(left, compiler)}
    return [tasks[identity] for identity, _, _ in blocks if identity in tasks]


def pages(compiler: Compiler, folder: Path, codes: Sequence[str] | None = None) -> Mapping[str, str]:
    """The Markdown of every page, or of those of these codes, by code; one contained shell asks for all of them."""
    toolchain = compiler.toolchain
    asked = " ".join(codes or (f"E{number:04d}" for number in range(1, LAST_CODE)))
    ask = f'for code in {asked}; do printf "\\036%s\\n" $code; "$0" --sysroot "$1" --explain $code 2>/dev/null; done'
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    done = compiler.sandbox.run(
        ["/bin/sh", "-c", ask, str(toolchain.rustc), str(toolchain.sysroot)],
        cwd=folder,
        env=base_environment(toolchain, folder),
        limits=Limits(wall_seconds=300, memory_bytes=compiler.limits.memory_bytes, output_bytes=16 << 20),
        writable=[folder],
        readable=toolchain.readable,
    )
    parts = _PAGE.split(done.stdout.decode(errors="replace"))
    return {code: page for code, page in zip(parts[1::2], parts[2::2], strict=True) if page.strip()}


def _failing(tasks: Sequence[Task], compiler: Compiler) -> Iterator[Task]:
    for task, result in zip(tasks, compiler.check_many([task.tree for task in tasks]), strict=True):
        if not result.timed_out and any(error.code == task.family for error in result.errors):
            yield task


def _task(identity: str, code: str, edition: str, source: str, *, wrapped: bool) -> Task:
    if wrapped:
        source = f"fn main() {{\n{source}}}\n"
    binary = _MAIN.search(source) is not None
    return Task(
        id=identity,
        files={"main.rs" if binary else "lib.rs": source},
        oracle=Oracle("compile"),
        family=code,
        edition=edition,
        crate_type="bin" if binary else "lib",
    )
