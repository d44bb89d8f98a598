"""No line of a compiler's and no edit of a model's can crash the program or lead out of the tree.

The corpus holds what rustc 1.95 said, with `--error-format=json`, of the programs beside it and of those of the drift
alarm, one message a line, some as cargo wraps them.
"""

from pathlib import Path
from random import Random

import msgspec
import pytest

from mutation import Mutations
from sleepy_coder.agent.apply import apply as write
from sleepy_coder.errors import EditRejected, UsageError
from sleepy_coder.lm.prompt import RepairContext, excerpt, user_message
from sleepy_coder.rust.diagnostic import parse_cargo, parse_rustc
from sleepy_coder.rust.drift import programs
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.rust.suggestion import suggestions
from sleepy_coder.tasks.phases import phase

CORPUS = Path(__file__).parent / "corpus"
FILES = {file.name: file.read_bytes().decode() for file in sorted(CORPUS.glob("*.rs"))}
TREE = SourceTree({**FILES, **{f"{name}.rs": text for name, text in programs().items()}})
MESSAGES = (CORPUS / "diagnostics.jsonl").read_text().splitlines()
KEYS = (
    '"spans":[]',
    '"children":',
    '"code":null',
    "null",
    '"expansion":',
    "\\ud800",
    "\\u0000",
    '"level":"error"',
    ":",
)
SIZES = [pytest.param(3_000, id="some"), pytest.param(1_000_000, id="a_million", marks=pytest.mark.slow)]
NAMES = ("../up.rs", "/etc/passwd", "build.rs", "Cargo.toml", ".cargo/config.toml", "a//b.rs", "./moved.rs", "a\\b", "")


@pytest.mark.parametrize("count", SIZES)
def test_diagnostics(count: int) -> None:
    read = 0
    for _, text in zip(range(count), Mutations(MESSAGES, KEYS, seed=1), strict=False):
        line = text.encode(errors="surrogatepass").decode(errors="replace")  # as output is decoded
        found = [*parse_rustc(line), *(one for _, one in parse_cargo(line))]
        read += bool(found)
        for one in found:
            msgspec.json.encode(one)  # as an episode keeps it
            assert all(not span.file.startswith("/") for span in one.spans)
            for suggestion in suggestions(one, TREE):
                assert TREE.apply(suggestion.edits).files.keys() == TREE.files.keys()
            if read % 50 == 0:  # slower than the parser by far
                signature(one).key.encode()
                phase(one)
                context = RepairContext(TREE, one)
                user_message(context, excerpt(context)).encode()
    assert read > count / 20


def short_tree(texts: Mutations) -> SourceTree:
    """Changed files that are short, so that edits meet."""
    changed = {name: texts.changed(text)[:300] for name, text in FILES.items()}
    return SourceTree({name: text.encode(errors="ignore").decode() for name, text in changed.items()})


def mutated_edit(random: Random, tree: SourceTree, texts: Mutations) -> Edit:
    file = random.choice([*tree.files, *tree.files, *NAMES])
    lines = (file in tree.files and tree.lines(file)) or ("",)
    first = random.choice((random.randint(1, len(lines)), random.randint(-2, len(lines) + 3), 2**63))
    last = first + random.choice((-1, 0, 0, 0, 1, 2, -(2**31)))
    old = "\n".join(lines[max(0, first - 1) : max(0, last)]) if first < 2**62 else ""
    if random.random() < 0.6 and old:
        start = random.randrange(len(old))
        old = old[start : start + random.randint(0, 20)]
    new = random.choice(lines)
    return Edit(file, first, last, *(texts.changed(one) if random.random() < 0.3 else one for one in (old, new)))


@pytest.mark.parametrize("count", SIZES)
def test_edits(count: int, tmp_path: Path) -> None:
    texts, random = Mutations(list(FILES.values()), (), seed=2), Random(3)
    root, outside = tmp_path / "crate", tmp_path / "outside.rs"
    root.mkdir()
    outside.write_text("mine\n")
    applied, tree = 0, short_tree(texts)
    for number in range(count):
        if number % 500 == 499:
            tree = short_tree(texts)
        edits = [mutated_edit(random, tree, texts) for _ in range(random.choice((1, 1, 1, 2, 3)))]
        try:
            after = tree.apply(edits)
        except EditRejected:
            continue
        applied += 1
        assert after.files.keys() == tree.files.keys()
        touched = {edit.file for edit in edits}
        assert all(after.files[name] is text for name, text in tree.files.items() if name not in touched)
        if applied % 300 == 1:
            for name, text in tree.files.items():
                (root / name).write_bytes(text.encode())
            write(root, tree, after, tmp_path / "undo")
            assert {path.name: path.read_bytes().decode() for path in root.iterdir()} == dict(after.files)
            assert {path.name for path in tmp_path.iterdir()} <= {"crate", "outside.rs", "undo"}
            assert outside.read_text() == "mine\n"
            try:
                assert tree.apply(edits_between(tree, after)).files == after.files
            except EditRejected as problem:
                assert "line endings" in str(problem)
    assert applied > count / 10


@pytest.mark.parametrize("count", SIZES)
def test_names(count: int, tmp_path: Path) -> None:
    names = Mutations([*FILES, *NAMES, "src/a/b.rs"], ("..", "/", "./", "~"), seed=4)
    for _, name in zip(range(count), names, strict=False):
        try:
            SourceTree({name: ""})
        except UsageError:
            continue
        assert (tmp_path / name).is_relative_to(tmp_path) and ".." not in Path(name).parts
