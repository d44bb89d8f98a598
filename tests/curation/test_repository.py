"""`learn-from-git` on histories that went red and green again."""

import errno
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from made_history import make_history
from sleepy_coder.cli.main import main
from sleepy_coder.curation.repository import Repository
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import EnvironmentFault, UsageError

Learn = Callable[[Path], dict[str, Any]]


@pytest.fixture
def learn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Learn:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))

    def learned(path: Path) -> dict[str, Any]:
        capsys.readouterr()
        main(["learn-from-git", str(path), "--json"])
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return learned


def check_history(tmp_path: Path, learn: Learn, pairs: int, least_files: int) -> None:
    repository = tmp_path / "till"
    files = make_history(repository, pairs)
    before = {path: path.read_bytes() for path in sorted(repository.rglob("*")) if path.is_file()}
    answer = learn(repository)
    assert (answer["commits"], answer["red"], answer["skipped"]) == (2 * pairs + 1, pairs, {})
    assert (
        answer["repairs"] == answer["usable"] == answer["errors"] == answer["new"] == pairs
        and len(files) >= least_files
    )
    with EpisodeStore(tmp_path / "home" / "episodes.db") as store:
        repairs = store.repairs()
        episodes = {one.id: one for one in store.episodes(store.ids())}
    for repair in repairs:
        assert repair.error in episodes[repair.episode].errors
        changed = [name for name, text in repair.before.files.items() if repair.after.files[name] != text]
        assert len(changed) == 1 and "// as of" not in _added(repair.before.files, repair.after.files, changed[0])
    authors = {repair.source.partition(" ")[2] for repair in repairs}
    assert len(authors) == 1 and "owner" not in "".join(authors), "one author, by a digest of his address"
    again = learn(repository)
    assert (again["repairs"], again["new"]) == (pairs, 0)
    with EpisodeStore(tmp_path / "home" / "episodes.db") as store:
        assert (store.repairs(), store.count()) == (repairs, pairs)
    assert before == {path: path.read_bytes() for path in sorted(repository.rglob("*")) if path.is_file()}


def _added(before: Any, after: Any, name: str) -> str:
    old = before[name].splitlines()
    return "\n".join(line for line in after[name].splitlines() if line not in old)


def test_each_red_commit_teaches_what_it_needed_and_nothing_else(tmp_path: Path, learn: Learn) -> None:
    check_history(tmp_path, learn, pairs=3, least_files=1)


@pytest.mark.slow
def test_a_history_of_more_than_thirty_commits_over_five_files(tmp_path: Path, learn: Learn) -> None:
    check_history(tmp_path, learn, pairs=18, least_files=5)


def test_a_folder_without_a_history_is_refused(tmp_path: Path, learn: Learn) -> None:
    with pytest.raises(UsageError, match="no git repository"):
        Repository(tmp_path)
    (tmp_path / "Cargo.toml").write_text('[package]\nname = "a"\nversion = "0.1.0"\n')
    assert learn(tmp_path)["exit_status"] == 2


def test_a_repository_without_a_commit_is_told_to_commit(tmp_path: Path, learn: Learn) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path / "new")], check=True)
    (tmp_path / "new" / "Cargo.toml").write_text('[package]\nname = "a"\nversion = "0.1.0"\n')
    answer = learn(tmp_path / "new")
    assert answer["exit_status"] == 2 and answer["error"].endswith("new has no commit yet: commit first")


def test_a_shallow_clone_is_told_how_to_get_the_rest(
    tmp_path: Path, learn: Learn, capsys: pytest.CaptureFixture[str]
) -> None:
    make_history(tmp_path / "till", 1)
    clone = ["git", "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/till", str(tmp_path / "clone")]
    subprocess.run(clone, check=True)
    assert main(["learn-from-git", str(tmp_path / "clone")]) == 1
    said = capsys.readouterr().err
    assert "1 commit, 0 of them red with 0 errors\n" in said and "git fetch --unshallow" in said
    assert Repository(tmp_path / "clone").shallow and not Repository(tmp_path / "till").shallow


def test_hooks_filters_and_links_of_a_repository_are_not_obeyed(tmp_path: Path) -> None:
    repository, marks = tmp_path / "evil", tmp_path / "ran"
    repository.mkdir()
    run = ["git", "-C", str(repository), "-c", "user.name=O", "-c", "user.email=o@example.org"]
    subprocess.run([*run, "init", "--quiet"], check=True)
    (repository / ".gitattributes").write_text("*.rs filter=evil export-ignore\n")
    (repository / "main.rs").write_text("fn main() {}\n")
    (repository / "link.rs").symlink_to("/etc/passwd")
    subprocess.run([*run, "add", "--all"], check=True)
    subprocess.run([*run, "commit", "--quiet", "-m", "one"], check=True)
    script = f"{sys.executable} -c \"open('{marks}', 'w')\""
    for key in ("core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "diff.external"):
        subprocess.run([*run, "config", key, script], check=True)
    found = Repository(repository)
    (commit,) = found.commits(10)
    found.write(commit, tmp_path / "out")
    assert (tmp_path / "out" / "main.rs").read_text() == "fn main() {}\n"
    assert not (tmp_path / "out" / "link.rs").exists() and not marks.exists()


@pytest.mark.parametrize("missing", ["HEAD:src", "HEAD:src/main.rs"])
def test_an_object_that_is_missing_is_fetched_from_nowhere(tmp_path: Path, missing: str) -> None:
    """A partial clone may name any command as the place where its missing objects are."""
    repository, marks = tmp_path / "evil", tmp_path / "ran"
    repository.mkdir()
    run = ["git", "-C", str(repository), "-c", "user.name=O", "-c", "user.email=o@example.org"]
    subprocess.run([*run, "init", "--quiet"], check=True)
    (repository / "src").mkdir()
    (repository / "src" / "main.rs").write_text("fn main() {}\n")
    subprocess.run([*run, "add", "--all"], check=True)
    subprocess.run([*run, "commit", "--quiet", "-m", "one"], check=True)
    told = subprocess.run([*run, "rev-parse", missing], capture_output=True, text=True, check=True).stdout.strip()
    (repository / ".git" / "objects" / told[:2] / told[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", f"ext::touch {marks}"),
        ("remote.origin.promisor", "true"),
        ("protocol.ext.allow", "always"),
    ):
        subprocess.run([*run, "config", key, value], check=True)
    found = Repository(repository)
    with pytest.raises(UsageError, match="git says"):
        for commit in found.commits(10):
            found.write(commit, tmp_path / "out")
    assert not marks.exists()


def test_what_a_hook_tells_git_of_another_repository_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mine", "other"):
        run = ["git", "-C", str(tmp_path / name), "-c", "user.name=O", "-c", "user.email=o@example.org"]
        (tmp_path / name).mkdir()
        subprocess.run([*run, "init", "--quiet"], check=True)
        (tmp_path / name / f"{name}.rs").write_text("")
        subprocess.run([*run, "add", "--all"], check=True)
        subprocess.run([*run, "commit", "--quiet", "-m", name], check=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    found = Repository(tmp_path / "mine")
    (commit,) = found.commits(10)
    found.write(commit, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.rs"]


def commit_all(repository: Path, words: str) -> None:
    run = ["git", "-C", str(repository), "-c", "user.name=O", "-c", "user.email=o@example.org"]
    subprocess.run([*run, "add", "--all"], check=True)
    subprocess.run([*run, "commit", "--quiet", "-m", words], check=True)


def test_a_file_becomes_a_folder_and_a_file_again(tmp_path: Path) -> None:
    repository, out = tmp_path / "turned", tmp_path / "out"
    place = repository / "src" / "part"
    place.parent.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", str(repository)], check=True)
    states = ({"part": "1", "z": "2"}, {"part/deep/a": "3", "z": "2"}, {"part": "4"})
    for state in states:
        shutil.rmtree(place.parent)
        for name, text in state.items():
            (place.parent / name).parent.mkdir(parents=True, exist_ok=True)
            (place.parent / name).write_text(text)
        commit_all(repository, "next")
    found = Repository(repository)
    for commit, state in zip(found.commits(10), states, strict=True):
        found.write(commit, out)
        inside = {path.relative_to(out / "src").as_posix(): path for path in out.rglob("*") if path.is_file()}
        assert {name: path.read_text() for name, path in inside.items()} == state


def test_a_commit_that_cannot_be_written_here_is_passed_over(
    tmp_path: Path, learn: Learn, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, real = tmp_path / "till", Path.write_bytes
    make_history(repository, 1)
    (repository / "odd").write_text("")
    commit_all(repository, "odd")
    odd = Repository(repository).commits(1)[0].id

    def refusing(self: Path, content: bytes) -> int:
        if self.name == "odd":
            raise OSError(errno.ENAMETOOLONG, "File name too long")
        return real(self, content)

    monkeypatch.setattr(Path, "write_bytes", refusing)
    answer = learn(repository)
    assert list(answer["skipped"]) == [odd] and "File name too long" in answer["skipped"][odd]
    assert answer["repairs"] == 1


def test_git_that_does_not_answer_in_time_ends_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.setattr("sleepy_coder.curation.repository._GIT_SECONDS", 1e-6)
    with pytest.raises(EnvironmentFault, match="git rev-parse took longer than"):
        Repository(tmp_path)
