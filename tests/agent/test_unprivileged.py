"""What is promised of the owner's files holds for a user without rights, whom the modes of files do bind."""

import sys
from pathlib import Path

from unprivileged import nobodys_home, run_unprivileged

__all__ = ["nobodys_home"]  # a fixture is asked for by name


def test_writing_and_undoing_pass_as_a_user_without_rights(nobodys_home: Path) -> None:
    tests = Path(__file__).with_name("test_apply.py")
    flags = ["-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={nobodys_home / 'tmp'}", "-rA"]
    done = run_unprivileged([sys.executable, "-m", "pytest", *flags, str(tests)], home=nobodys_home)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "skipped" not in done.stdout and done.stdout.count("PASSED") >= 10
