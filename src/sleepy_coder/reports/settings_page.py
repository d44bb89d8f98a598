"""docs/settings.md: every setting, made from the headings and comments of `Settings`, so that none can be missing."""

import ast
import dataclasses
import inspect
import io
import textwrap
import tokenize
from collections.abc import Iterator
from typing import NamedTuple

from sleepy_coder.settings import PROJECTS, Settings, allowed

NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)

HEAD = """\
# Settings

*Made by `make docs` from `src/sleepy_coder/settings.py`.*

Nothing must be set. `sleepy-coder config show --origin` prints what is in force in a folder, and where each value comes
from. Later places win:

1. the default below
2. `sleepy.toml` in the project: the nearest one at or above what a command works on (the current folder where it takes
   no path), no further up than the repository's root
3. your own `config.toml`, which lies where `sleepy-coder paths` says
4. the environment: `SLEEPY_CODER_ATTEMPTS=4` for `attempts`
5. the command's option, where it has one: `--attempts 4`

A project may come from a stranger. Its `sleepy.toml` may therefore set only what the column *project* says yes to: in
which ways, and how long, its own errors are worked on. Any other setting in it is an error that names the file; so is a
word that is no setting, wherever it stands. `fix` on a workspace works on each member by the `sleepy.toml` that is
nearest to it.

Both files are TOML with one setting a line:

```toml
model = "http://127.0.0.1:11434/v1#qwen2.5-coder:7b"
night_budget_seconds = "30m"    # seconds, or a text such as 90s, 15m, 1h30m
library_bytes = "4GiB"          # bytes, or a text such as 512MiB, 2GiB
stages = [0, 1]                 # in the environment and as an option: 0,1
```

## A teacher

A night may ask a stronger model about what failed. There is none until you name one, in your own `config.toml`, in the
words that `model` takes ([which models](models.md)):

```toml
teacher = "http://127.0.0.1:8000/v1#a-larger-model"    # or a folder
teacher_tokens = 20000
```

Its key, if it wants one, goes into `SLEEPY_CODER_API_KEY`. **A server is sent the code around the errors that failed.**
What it answers becomes an example only if compiler and policy accept it.

## In the environment alone

| variable | what it is |
|---|---|
| `SLEEPY_CODER_HOME` | the folder for all state, `config.toml` too |
| `SLEEPY_CODER_RUSTC` | the rustc to use |
| `SLEEPY_CODER_EMBEDDED` | a folder with another embedded model |
| `SLEEPY_CODER_API_KEY` | the key for a server that is `model` or `teacher` |
"""


class Described(NamedTuple):
    """A setting's heading and what its comment says."""

    heading: str
    meaning: str


def settings_page() -> str:
    """The page."""
    return HEAD + "".join(f"{line}\n" for line in _tables())


def described() -> dict[str, Described]:
    """Heading and meaning of every setting, in the order of the class. Raises KeyError for one without a comment."""
    source = textwrap.dedent(inspect.getsource(Settings))
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    code = {token.start[0] for token in tokens if token.type not in NO_CODE}
    comments = {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}
    found: dict[str, Described] = {}
    for node in ast.parse(source).body[0].body:  # type: ignore[attr-defined]  # a class has a body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            heading = next(comments[line] for line in range(node.lineno, 0, -1) if line in comments.keys() - code)
            (meaning,) = [comments[line] for line in lines if line in comments] or [""]
            found[node.target.id] = Described(heading, meaning)
    for key, one in found.items():
        if not one.meaning:
            raise KeyError(f"the setting `{key}` has no comment")
    return found


def _tables() -> Iterator[str]:
    told, last = described(), ""
    for field in dataclasses.fields(Settings):
        one = told[field.name]
        if one.heading != last:
            yield from (
                "",
                f"## {one.heading}",
                "",
                "| setting | meaning | default | may be | project |",
                "|---|---|---|---|---|",
            )
            last = one.heading
        cells = (f"`{field.name}`", one.meaning, f"`{_plain(field.name, field.default)}`", allowed(field.name))
        yield f"| {' | '.join(cells)} | {'yes' if field.name in PROJECTS else ''} |"


def _plain(key: str, value: object) -> str:
    """A default as a TOML file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return f"[{', '.join(_plain(key, part) for part in value)}]"
    if key.endswith("_bytes") and isinstance(value, int):
        return f'"{value >> 30}GiB"' if value % (1 << 30) == 0 else f'"{value >> 20}MiB"'
    if key.endswith("_seconds") and isinstance(value, float):
        return f'"{value / 60:g}m"' if value % 60 == 0 else f'"{value:g}s"'
    return str(value)
