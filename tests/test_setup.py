"""tools/setup.sh with stand-ins for the programs that it calls; the real ones run whenever make does."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("cat", "cksum", "cp", "dirname", "head", "id", "mkdir", "mktemp", "rm", "sed", "sh")
RUSTC = 'echo "rustc 1.95.0 (stand-in)"'
# answers -c, makes an environment that holds itself, and counts what pip and compileall are asked
PYTHON = """\
case "$*" in
-c*) ;;
"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-m pip "*) echo "$*" >>"$HOME/pip" ;;
"-m compileall "*) echo "$*" >>"$HOME/compileall" ;;
--version) echo Python 3.11.7 ;;
esac
"""


@dataclass(frozen=True)
class Machine:
    """A checkout, a home, and a PATH that holds a few basic tools and the stand-ins."""

    folder: Path

    def has(self, name: str, script: str) -> None:
        program = self.folder / "bin" / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    def lacks(self, name: str) -> None:
        (self.folder / "bin" / name).unlink()

    def setup(self, **environment: str) -> subprocess.CompletedProcess[str]:
        home = self.folder / "home"
        return subprocess.run(
            ["sh", "tools/setup.sh"],
            cwd=self.folder / "checkout",
            env={"PATH": str(self.folder / "bin"), "HOME": str(home), "TMPDIR": str(self.folder), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def installations(self) -> int:
        return len(self._calls("pip"))

    @property
    def compilations(self) -> int:
        return len(self._calls("compileall"))

    def _calls(self, name: str) -> list[str]:
        called = self.folder / "home" / name
        return called.read_text().splitlines() if called.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for folder in ("bin", "home", "checkout/tools"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt", "tools/setup.sh"):
        shutil.copy(ROOT / name, tmp_path / "checkout" / name)
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (tmp_path / "bin" / name).symlink_to(os.path.realpath(found))
    ready = Machine(tmp_path)
    for name, script in (("cc", ""), ("rustc", RUSTC), ("python3", PYTHON)):
        ready.has(name, script)
    return ready


def test_a_second_run_installs_nothing(machine: Machine) -> None:
    first, second = machine.setup(), machine.setup()
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "nothing to do" in second.stdout
    assert machine.installations == 1
    assert machine.compilations == 1


def test_a_file_that_does_not_compile_fails_nothing(machine: Machine) -> None:
    machine.has("python3", PYTHON.replace('>>"$HOME/compileall"', '>>"$HOME/compileall"; exit 1'))
    first, second = machine.setup(), machine.setup()
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert machine.compilations == 1


def test_other_versions_are_installed_into_the_same_environment(machine: Machine) -> None:
    machine.setup()
    marker = machine.folder / "checkout" / ".venv" / "marker"
    marker.touch()
    with (machine.folder / "checkout" / "constraints.txt").open("a") as file:
        file.write("six==1.17.0\n")
    assert machine.setup().returncode == 0
    assert machine.installations == 2
    assert marker.exists()


def test_another_lint_rule_installs_nothing(machine: Machine) -> None:
    machine.setup()
    with (machine.folder / "checkout" / "pyproject.toml").open("a") as file:
        file.write('[tool.other]\nx = "y"\n')
    assert machine.setup().returncode == 0
    assert machine.installations == 1


def test_an_environment_that_was_moved_is_made_again(machine: Machine) -> None:
    machine.setup()
    checkout = machine.folder / "checkout"
    (checkout / ".venv" / "marker").touch()
    checkout.rename(machine.folder / "elsewhere")
    checkout.symlink_to("elsewhere")
    (machine.folder / "elsewhere" / ".venv" / "made-from").write_text("/where/it/was\n")
    assert machine.setup().returncode == 0
    assert not (checkout / ".venv" / "marker").exists()


def test_an_installation_that_failed_is_tried_again(machine: Machine) -> None:
    machine.has("python3", PYTHON.replace('>>"$HOME/pip"', '>>"$HOME/pip" && [ -e "$HOME/online" ]'))
    failed = machine.setup()
    assert failed.returncode == 3
    assert "make again" in failed.stderr
    (machine.folder / "home" / "online").touch()
    assert machine.setup().returncode == 0
    assert machine.installations == 2


@pytest.mark.parametrize(("missing", "words"), [("cc", "C linker"), ("rustc", "rustup.rs"), ("python3", "Python 3.11")])
def test_what_is_missing_is_said_in_words_and_status(machine: Machine, missing: str, words: str) -> None:
    machine.lacks(missing)
    done = machine.setup(NO_INSTALL="1")
    assert done.returncode == 3
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert machine.installations == 0


def test_an_old_python_is_passed_over_for_a_newer_one(machine: Machine) -> None:
    machine.has("python3", "exit 1")
    machine.has("python3.13", PYTHON)
    assert machine.setup().returncode == 0


def test_an_old_rustc_is_named_with_what_to_run(machine: Machine) -> None:
    machine.has("rustc", 'echo "rustc 1.63.0 (897e37553 2022-08-02)"')
    done = machine.setup()
    assert done.returncode == 3
    assert "rustc 1.63.0" in done.stderr
    assert "rustup update" in done.stderr


def test_rustup_without_a_toolchain_gets_one(machine: Machine) -> None:
    machine.lacks("rustc")
    bin_folder = machine.folder / "bin"
    machine.has(
        "rustup",
        f"""[ "$1" = default ] || {{ echo '#!/bin/sh
{RUSTC}' >"{bin_folder}/rustc" && chmod 755 "{bin_folder}/rustc"; }}""",
    )
    (bin_folder / "chmod").symlink_to(os.path.realpath(shutil.which("chmod") or ""))
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert "installing stable" in done.stdout


def test_without_rustup_its_installer_is_fetched_and_asks_nothing(machine: Machine) -> None:
    machine.lacks("rustc")
    installer = machine.folder / "installer"
    installer.write_text(f"""[ "$1" = -y ] && mkdir -p "$HOME/.cargo/bin" && cd "$HOME/.cargo/bin" && echo '#!/bin/sh
{RUSTC}' >rustc && chmod 755 rustc""")
    (machine.folder / "bin" / "chmod").symlink_to(os.path.realpath(shutil.which("chmod") or ""))
    machine.has("curl", f'for last; do :; done; cp "{installer}" "$last"')
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert "fetching rustup" in done.stdout
