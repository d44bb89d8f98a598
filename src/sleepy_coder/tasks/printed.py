"""What green programs print, many at a time: linking one program costs more than running a hundred.

Programs become modules of one crate whose `main` calls each in turn. What could not live in a module, or spoils the
whole for the others by ending the process, is built and run alone.
"""

import re
from collections.abc import Sequence

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 48
_MAIN = re.compile(r"^fn main\(\) \{", re.MULTILINE)
_ALONE = re.compile(r"\bcrate\b|#!\[|macro_rules!|\bextern\b|process::")


def printed(trees: Sequence[SourceTree], compiler: Compiler) -> list[str | None]:
    """What each program prints; None if it does not compile, fails, prints nothing or not the same twice."""
    outputs: dict[int, str] = {}
    shared = [index for index, tree in enumerate(trees) if _can_share(tree)]
    for start in range(0, len(shared), PROGRAMS_PER_RUN):
        chunk = shared[start : start + PROGRAMS_PER_RUN]
        together = _crate([trees[index] for index in chunk])
        first, second = (compiler.run(together) for _ in range(2))
        parts = first.stdout.split(_SEPARATOR)[1:]
        if first.status == 0 and first.stdout == second.stdout and len(parts) == len(chunk):
            outputs.update(zip(chunk, parts, strict=True))
    for index, tree in enumerate(trees):
        if index not in outputs:
            first, second = (compiler.run(tree) for _ in range(2))
            if first.status == 0 and first.stdout == second.stdout:
                outputs[index] = first.stdout
    return [outputs.get(index) or None for index in range(len(trees))]


_SEPARATOR = "\x1e--- next program ---\x1e"


def _can_share(tree: SourceTree) -> bool:
    text = tree.files[tree.root]
    return len(tree.files) == 1 and len(_MAIN.findall(text)) == 1 and not _ALONE.search(text)


def _crate(trees: Sequence[SourceTree]) -> SourceTree:
    files = {f"m{n}.rs": _MAIN.sub("pub fn main() {", tree.files[tree.root]) for n, tree in enumerate(trees)}
    calls = "".join(f'    print!("{{}}", {_quoted(_SEPARATOR)});\n    m{n}::main();\n' for n in range(len(trees)))
    files["main.rs"] = "".join(f"mod m{n};\n" for n in range(len(trees))) + f"fn main() {{\n{calls}}}\n"
    return SourceTree(files, edition=trees[0].edition)


def _quoted(text: str) -> str:
    return '"' + text.replace("\x1e", "\\x1e") + '"'
