"""Nothing that a process wrote is lost, whenever it ends."""

import subprocess

from sleepy_coder.rust.supervision import supervise


class EndsBetween(subprocess.Popen[bytes]):
    """Ends, with its output written, after a look at the pipes that found them empty and before the look at it."""

    def poll(self) -> int | None:
        self.wait()
        return super().poll()


def test_output_written_just_before_the_end_is_read() -> None:
    def start() -> subprocess.Popen[bytes]:
        command = ["sh", "-c", "sleep 0.2; echo out; echo err >&2; exit 3"]
        return EndsBetween(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)

    ending = supervise(start, wall_seconds=60, output_bytes=1 << 20, processes=None)
    assert (ending.status, ending.stdout, ending.stderr) == (3, b"out\n", b"err\n")


def test_a_daemon_that_keeps_the_pipes_open_is_not_waited_for() -> None:
    def start() -> subprocess.Popen[bytes]:
        command = ["sh", "-c", "sleep 600 & echo out"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)

    ending = supervise(start, wall_seconds=60, output_bytes=1 << 20, processes=None)
    assert ending.status == 0 and ending.stdout == b"out\n" and ending.seconds < 30 and not ending.timed_out
