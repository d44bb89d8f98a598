"""status, history, promote, rollback, report and night on a home of one's own, called as a user calls them."""

import json
from pathlib import Path

import pytest

from sleepy_coder.cli.main import main
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import BaseModel, Manifest, write_manifest
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.registry.nights import PLAN, RECORD, NightFolder

NIGHT = NightRecord(
    id="20261121-020000",
    number=1,
    started="2026-11-21T02:00:00+00:00",
    model="embedded",
    incumbent="0" * 16,
    candidate=None,
    promoted=False,
    outcome="keep",
    reason="Keep the incumbent: no skill is due.",
    budget_seconds=900.0,
    cut=False,
    plan={},
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh place for all state."""
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def versions(home: Path, tmp_path: Path) -> tuple[str, str]:
    """Two versions of a library without skills, the second one served."""
    registry = Registry(home)
    base = BaseModel("test", "0" * 64)
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    write_manifest(first, Manifest(base_model=base, skills={}))
    one = registry.install_initial(first).id
    second.mkdir()
    write_manifest(second, Manifest(base_model=base, skills={}, parents=(one,), night=NIGHT.id))
    two = registry.publish(second, one, NIGHT.id).id
    registry.promote(two, night=NIGHT.id, reason="better")
    return one, two


def answer(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict:
    assert main([*words, "--json"]) == status
    content = json.loads(capsys.readouterr().out)
    assert content["schema"] == f"sleepy-coder/{words[0]}/1"
    return content


def test_asking_leaves_no_trace(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "status")["episodes"] == 0
    assert answer(capsys, "history") == {"schema": "sleepy-coder/history/1", "served": None, "versions": []}
    assert main(["status"]) == main(["history"]) == 0
    assert not home.exists()


def test_history_shows_parents_and_what_is_served(versions, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = versions
    found = answer(capsys, "history")
    assert found["served"] == two
    assert {v["version"]: v["parents"] for v in found["versions"]} == {one: [], two: [one]}
    assert main(["history"]) == 0
    text = capsys.readouterr().out
    assert one[:12] in text and "served" in text and "better" in text


def test_rollback_and_promote_undo_each_other(versions, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = versions
    assert answer(capsys, "rollback") == {"schema": "sleepy-coder/rollback/1", "served": one, "previous": two}
    assert Registry(home).current_id() == one
    assert answer(capsys, "promote", two[:6])["served"] == two
    assert Registry(home).current_id() == two
    assert answer(capsys, "promote", "nothing", status=2)["exit_status"] == 2
    assert Registry(home).current_id() == two


def test_a_strangers_sleepy_toml_removes_no_version(versions, home: Path, tmp_path: Path, capsys) -> None:
    _, two = versions
    registry = Registry(home)
    kept = {*versions}
    for number in (1, 2):
        folder = tmp_path / f"later {number}"
        folder.mkdir()
        write_manifest(folder, Manifest(base_model=BaseModel("test", "0" * 64), skills={}, parents=(two,)))
        (folder / "more.json").write_text(str(number))
        kept.add(registry.publish(folder, two, f"20261122-02000{number}").id)
    (tmp_path / "sleepy.toml").write_text("library_bytes = 1\n")
    told = answer(capsys, "gc", status=2)["error"]
    assert f"{tmp_path / 'sleepy.toml'} sets `library_bytes`" in told and "config.toml" in told
    assert set(registry.versions()) == kept


def test_a_report_needs_a_night(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no night" in answer(capsys, "report", status=2)["error"]


def test_a_night_is_reported_as_text_json_and_page(home: Path, tmp_path: Path, capsys) -> None:
    folder = NightFolder(home / "nights" / NIGHT.id)
    folder.write(PLAN, {})
    folder.write(RECORD, NIGHT)
    found = answer(capsys, "report", "1", "--html", "page.html")
    assert found["night"]["id"] == NIGHT.id
    assert "Nothing to learn tonight" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert main(["report"]) == 0
    assert "no skill is due" in capsys.readouterr().out
    status = answer(capsys, "status")
    assert status["last_night"]["outcome"] == "keep" and status["unfinished_night"] is None


def test_an_unwritable_page_is_one_sentence(home: Path, capsys) -> None:
    folder = NightFolder(home / "nights" / NIGHT.id)
    folder.write(PLAN, {})
    folder.write(RECORD, NIGHT)
    assert main(["report", "--html", "/no/such/folder/page.html"]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_nothing_to_resume_is_a_usage_error(capsys) -> None:
    assert "no interrupted night" in answer(capsys, "night", "--resume", status=2)["error"]


@pytest.mark.parametrize("budget", ["soon", "-3"])
def test_a_budget_that_is_no_time_is_a_usage_error(budget: str, capsys) -> None:
    assert main(["night", f"--budget={budget}"]) == 2
    assert "`night_budget_seconds` in --budget" in capsys.readouterr().err


def test_forget_refuses_what_was_never_learned(versions, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, two = versions
    found = answer(capsys, "forget", "no-such-skill", status=2)
    assert "neither a skill" in found["error"]
    assert Registry(home).current_id() == two
