"""What is said in words, as JSON and on progress bars: nothing that a stranger wrote commands the terminal."""

import ast
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.cli import output, stations
from sleepy_coder.cli.proposal import Report

HOSTILE = "a\x1b[31mred\x1b]0;title\x07\x9b2J\u202eb\rc\x7f"
SHOWN = "a␛[31mred␛]0;title␇\N{REPLACEMENT CHARACTER}2J\N{REPLACEMENT CHARACTER}b␍c␡"
Call = Callable[..., Any]  # the fixture `call`: status, out, err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_words_are_told_with_pictures_of_their_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    output.say(f"{HOSTILE}\n\tä\r\n")
    output.note(HOSTILE)
    output.complain([], HOSTILE, 3)
    said = capsys.readouterr()
    assert said.out == f"{SHOWN}\n\tä\r\n\n"
    assert said.err.splitlines() == [SHOWN, "sleepy-coder: " + SHOWN.replace("␍", " ")]


def test_json_holds_them_as_escapes_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json("x", {"said": HOSTILE})
    output.print_json_line("x", {"said": HOSTILE})
    said = capsys.readouterr().out
    assert not set(said) & set("\x1b\x07\x9b\u202e\r\x7f")
    whole, line = said.rsplit("\n{", 1)
    assert json.loads(whole)["said"] == json.loads("{" + line)["said"] == HOSTILE


def test_a_diff_is_exact_for_programs_and_visible_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Report(HOSTILE, ()).show()
    assert capsys.readouterr().out == HOSTILE
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    Report(HOSTILE, ()).show()
    assert terminal.getvalue() == SHOWN


def test_bars_take_no_markup_and_no_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with output.progress("on [/x]\x1b]0;one\x07", 2) as advance:
        advance("at [/y]\x1b]0;two\x07")
    with stations.stations() as tell:
        tell("model", 0.5, "from [/z]\x1b]0;three\x07")
    said = terminal.getvalue()
    assert all(words in said for words in ("on [/x]␛]0;one␇", "at [/y]␛]0;two␇", "from [/z]␛]0;three␇"))
    assert "\x1b]" not in said


def test_every_command_speaks_through_this_module() -> None:
    folder = Path(output.__file__).parent
    apart = {"output.py", "main.py", "stations.py"}  # the latter two print words of our own, or what they made visible
    for file in sorted(set(folder.glob("*.py")) - {folder / name for name in apart}):
        calls = [node.func for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
        assert not [one for one in calls if isinstance(one, ast.Name) and one.id == "print"], file.name


def test_an_error_that_holds_escapes_is_shown_by_fix_and_status(call: Call, tmp_path: Path) -> None:
    (tmp_path / "a.rs").write_text('compile_error!("see [/docs] \\u{1b}[31mred\\u{9b}");\nfn main() {}\n')
    for said in (call("fix", str(tmp_path / "a.rs"), "--stages", "0"), call("status")):
        words = said.out + said.err
        assert "see [/docs] ␛[31mred\N{REPLACEMENT CHARACTER}" in words and "\x1b" not in words and "\x9b" not in words
