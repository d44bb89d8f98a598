import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).parents[1] / "conftest.py"


def test_a_cut_run_goes_on_where_it_was_and_a_changed_source_starts_anew(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    tests = tmp_path / "tests"
    tests.mkdir()
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text())
    good = "def test_good(): open('ran', 'a').write('good ')\n"
    (tests / "test_it.py").write_text(good + "def test_bad(): assert __import__('os').path.exists('mended')\n")

    def status() -> int:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--resume", "tests"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode

    def ran() -> int:
        return (tmp_path / "ran").read_text().split().count("good")

    assert (status(), ran()) == (1, 1)
    assert (status(), ran()) == (1, 1), "what passed is not run again, what failed is"
    (tmp_path / "mended").touch()
    assert (status(), ran()) == (0, 1)
    assert (status(), ran()) == (0, 1), "nothing left to run is success"
    (tests / "test_it.py").write_text(good)
    assert (status(), ran()) == (0, 2), "other sources, other results"
