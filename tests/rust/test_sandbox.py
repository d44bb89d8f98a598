"""What runs in the sandbox can read, write, reach and use up only what it was given, and nothing of it outlives the
call.
"""

import time
from pathlib import Path

import pytest

from sleepy_coder.errors import SandboxUnavailable
from sleepy_coder.rust import sandbox as sandbox_module
from sleepy_coder.rust.sandbox import LayeredSandbox, Limits, Sandbox, best_sandbox
from sleepy_coder.rust.supervision import Completed

PATIENT = Limits(wall_seconds=120)


def run(
    sandbox: Sandbox, script: str, folder: Path, limits: Limits = PATIENT, readable: tuple[Path, ...] = ()
) -> Completed:
    env = {"PATH": sandbox_module.SYSTEM_PATH}
    return sandbox.run(
        ["/bin/sh", "-c", script], cwd=folder, env=env, limits=limits, writable=[folder], readable=readable
    )


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    (tmp_path / "inside").mkdir()
    return tmp_path / "inside"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    path = tmp_path / "outside" / "secret"
    path.write_text("secret")
    return path


LAYERED = [LayeredSandbox(namespaces, landlock=True, seccomp=True) for namespaces in (True, False)]


@pytest.fixture(params=[None, *LAYERED], ids=lambda layered: "+".join(layered.layers[:-2]) if layered else "best")
def any_sandbox(request: pytest.FixtureRequest, sandbox: Sandbox) -> Sandbox:
    chosen = request.param or sandbox
    if not sandbox_module._holds(chosen):
        pytest.skip("this machine lacks a layer")
    return chosen


def test_status_output_and_working_folder_arrive(any_sandbox: Sandbox, inside: Path) -> None:
    completed = run(any_sandbox, "pwd; echo bad >&2; exit 3", inside)
    assert (completed.status, completed.stderr) == (3, b"bad\n")
    assert completed.stdout.decode() == f"{inside}\n"
    assert run(any_sandbox, "kill -ABRT $$", inside).status == -6
    assert run(any_sandbox, "exit 255", inside).status == 255


def test_files_outside_can_be_neither_read_nor_written_nor_listed(
    any_sandbox: Sandbox, inside: Path, secret: Path
) -> None:
    read = f"cat {secret}; ls {secret.parent}"
    write = f"echo x > {secret}; rm {secret}; ln {secret} here; echo y > {secret.parent}/new"
    assert run(any_sandbox, f"{read}; {write}", inside).stdout == b""
    assert secret.read_text() == "secret"
    assert list(secret.parent.iterdir()) == [secret]


def test_the_home_folder_and_the_password_file_are_out_of_reach(
    any_sandbox: Sandbox, inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("API_TOKEN", "hush")
    completed = run(any_sandbox, f"cat /etc/passwd /etc/shadow {Path.home()}/.[a-z]*", inside)
    assert completed.stdout == b""
    assert b"hush" not in run(any_sandbox, "cat /proc/*/environ", inside).stdout


def test_what_is_made_readable_can_be_read_and_not_written(any_sandbox: Sandbox, inside: Path, secret: Path) -> None:
    completed = run(any_sandbox, f"cat {secret}; echo x > {secret}", inside, readable=(secret.parent,))
    assert (completed.stdout, secret.read_text()) == (b"secret", "secret")


def test_modes_and_times_of_files_outside_stay(any_sandbox: Sandbox, inside: Path, secret: Path) -> None:
    before = secret.stat()
    run(any_sandbox, f"chmod 777 {secret}; touch -d 2001-01-01 {secret}; chmod 000 {secret.parent}", inside)
    after = secret.stat()
    assert (before.st_mode, before.st_mtime_ns) == (after.st_mode, after.st_mtime_ns)
    assert secret.parent.stat().st_mode & 0o700 == 0o700


def test_a_command_may_change_modes_when_it_is_allowed_to(any_sandbox: Sandbox, inside: Path) -> None:
    limits = Limits(wall_seconds=120, change_modes=True)
    assert run(any_sandbox, "touch f && chmod 700 f && test -x f", inside, limits).status == 0


def test_the_environment_is_what_was_given(any_sandbox: Sandbox, inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "hush")
    assert b"hush" not in run(any_sandbox, "env", inside).stdout


def test_there_is_nothing_to_read_from_standard_input(any_sandbox: Sandbox, inside: Path) -> None:
    assert run(any_sandbox, "cat; echo end", inside).stdout == b"end\n"


def test_a_sleeper_is_ended_and_said_to_have_timed_out(any_sandbox: Sandbox, inside: Path) -> None:
    completed = run(any_sandbox, "echo begun; sleep 1000", inside, Limits(wall_seconds=2))
    assert (completed.status, completed.timed_out, completed.stdout) == (None, True, b"begun\n")
    assert completed.seconds < 60


def test_endless_output_is_cut(any_sandbox: Sandbox, inside: Path) -> None:
    completed = run(any_sandbox, "yes", inside, Limits(wall_seconds=120, output_bytes=100_000))
    assert (completed.status, completed.truncated, completed.timed_out) == (None, True, False)
    assert len(completed.stdout) == 100_000


def test_a_daemon_neither_delays_the_answer_nor_survives_it(any_sandbox: Sandbox, inside: Path) -> None:
    completed = run(any_sandbox, "(sleep 3; echo alive > proof) & echo done", inside)
    assert (completed.status, completed.stdout, completed.timed_out) == (0, b"done\n", False)
    time.sleep(4)
    assert not (inside / "proof").exists()


def test_even_a_daemon_with_a_session_of_its_own_dies(sandbox: Sandbox, inside: Path) -> None:
    if not {"namespaces", "bubblewrap"} & {*sandbox.layers}:
        pytest.skip("only a process namespace holds those")
    run(sandbox, "setsid sh -c 'sleep 3; echo alive > proof' & sleep 0.2", inside)
    time.sleep(4)
    assert not (inside / "proof").exists()


def test_processes_are_limited(any_sandbox: Sandbox, inside: Path) -> None:
    # at most 300, and they end by themselves: the machine is safe if the limit fails
    script = "i=0; while [ $i -lt 300 ]; do sleep 20 & i=$((i+1)); echo; done"
    completed = run(any_sandbox, script, inside, Limits(wall_seconds=15, processes=30))
    assert completed.stdout.count(b"\n") < 200


def test_memory_is_limited(any_sandbox: Sandbox, inside: Path) -> None:
    # tail keeps all that it reads until a newline comes
    script = "head -c 400000000 /dev/zero | tail -n 1 | wc -c"
    assert int(run(any_sandbox, script, inside, Limits(wall_seconds=120, memory_bytes=200 << 20)).stdout) == 0


def test_files_are_limited_in_size(any_sandbox: Sandbox, inside: Path) -> None:
    run(any_sandbox, "head -c 4000000 /dev/zero > big", inside, Limits(wall_seconds=120, file_bytes=1 << 20))
    assert (inside / "big").stat().st_size == 1 << 20


def test_a_command_that_is_not_there_is_said_to_be_missing(sandbox: Sandbox, inside: Path) -> None:
    completed = sandbox.run(["/nowhere/x"], cwd=inside, env={}, limits=PATIENT, writable=[inside])
    assert completed.status not in (0, None)
    with pytest.raises(OSError, match="gone"):
        sandbox.run(["/bin/true"], cwd=inside / "gone", env={}, limits=PATIENT, writable=[inside])


def test_our_own_process_stays_free(sandbox: Sandbox, inside: Path, secret: Path) -> None:
    run(sandbox, "true", inside)
    secret.write_text("changed")
    assert secret.read_text() == "changed"


def test_below_landlock_strangers_are_refused_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_module, "landlock_version", lambda: 0)
    monkeypatch.setattr(sandbox_module, "_holds", lambda sandbox: False)
    best_sandbox.cache_clear()
    try:
        with pytest.raises(SandboxUnavailable, match="--unsafe-no-sandbox"):
            best_sandbox(required=True)
        assert "landlock" not in best_sandbox(required=False).layers
    finally:
        best_sandbox.cache_clear()
