"""The compiler judges a program as its own folder would, quickly, and nothing of the machine leaks into what it says
or out of it.
"""

import os
import socket
import time
from pathlib import Path

import pytest

from sleepy_coder.errors import EnvironmentFault, SpaceProblem, ToolchainMissing, UsageError
from sleepy_coder.rust.compiler import Compiler, check_result
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.sandbox import LayeredSandbox, Limits, Sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.supervision import Completed
from sleepy_coder.rust.toolchain import Toolchain

GREEN = SourceTree({"main.rs": 'fn main() { println!("hi"); }\n#[test]\nfn holds() { assert!(true); }\n'})
BROKEN = SourceTree({"main.rs": 'fn main() { let x: String = "a"; }\n'})


def program(body: str) -> SourceTree:
    return SourceTree({"main.rs": f"fn main() {{\n{body}\n}}\n"})


def words(diagnostic: Diagnostic) -> str:
    return " ".join([diagnostic.message, diagnostic.rendered, *(child.message for child in diagnostic.children)])


def test_green_is_green_and_broken_is_not(compiler: Compiler) -> None:
    assert compiler.check(GREEN).green
    result = compiler.check(BROKEN)
    assert ([error.code for error in result.errors], result.green) == (["E0308"], False)


def test_many_checks_answer_in_the_order_of_their_trees(compiler: Compiler) -> None:
    results = compiler.check_many([GREEN, BROKEN, GREEN, BROKEN])
    assert [result.green for result in results] == [True, False, True, False]


def test_equal_trees_give_equal_diagnostics(compiler: Compiler) -> None:
    first, second = compiler.check_many([BROKEN, BROKEN])
    assert first.diagnostics == second.diagnostics


def test_warnings_are_left_out_but_of_unused_variables_and_denied_lints_are_not(compiler: Compiler) -> None:
    assert compiler.check(program("let mut _more = 1;")).diagnostics == ()
    warned = compiler.check(program("let unused = 1;"))
    assert [one.code for one in warned.diagnostics] == ["unused_variables"] and warned.green
    assert compiler.check(program("let _x: u8 = 256;")).errors[0].code == "overflowing_literals"


def test_an_empty_program_lacks_its_main_in_its_first_line(compiler: Compiler) -> None:
    (error,) = compiler.check(SourceTree({"main.rs": ""})).errors
    assert error.code == "E0601" and [span.line_start for span in error.spans] == [1]


def test_the_edition_decides(compiler: Compiler) -> None:
    text = 'fn main() { let async = 1; println!("{}", async); }\n'
    assert compiler.check(SourceTree({"main.rs": text}, edition="2015")).green
    assert not compiler.check(SourceTree({"main.rs": text}, edition="2021")).green


def test_modules_and_libraries_compile_from_their_root(compiler: Compiler) -> None:
    files = {"src/lib.rs": "mod parts;\npub use parts::part;\n", "src/parts.rs": 'pub fn part() -> u8 { "" }\n'}
    (error,) = compiler.check(SourceTree(files, crate_type="lib")).errors
    assert error.primary is not None
    assert error.primary.file == "src/parts.rs"
    assert "--> src/parts.rs:1:23" in error.rendered


@pytest.mark.parametrize(
    "tree",
    [
        program("mod missing;"),
        SourceTree({"main.rs": "mod missing;\nfn main() {}\n"}),
        program('include_str!("../../no");'),
        program('let _ = include!("nothing.rs");'),
        program("compile_error!(concat!(file!(), module_path!()));"),
        program("let _: u8 = vec![1].into_iter()" + ".map(|x| x).filter(|_| true)" * 4 + ";"),
    ],
    ids=["nested module", "module", "include_str", "include", "file", "long type"],
)
def test_no_diagnostic_names_a_temporary_folder(tree: SourceTree, compiler: Compiler) -> None:
    result = compiler.check(tree)
    assert result.errors
    assert "/tmp" not in "".join(words(error) for error in result.errors)
    assert "sleepy-coder" not in "".join(words(error) for error in result.errors)


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "/proc/1/root/etc/passwd", "{secret}", "../../../../../../../../etc/passwd"]
)
def test_a_private_file_cannot_be_compiled_in(path: str, compiler: Compiler, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    result = compiler.check(program(f'let _ = include_str!("{path.format(secret=tmp_path / "secret")}");'))
    assert [error.message.partition("`")[0] for error in result.errors] == ["couldn't read "]


def test_the_environment_cannot_be_compiled_in(compiler: Compiler, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "hush")
    assert not compiler.check(program('let _ = env!("API_TOKEN");')).green


def test_a_program_runs_with_its_status_and_output(compiler: Compiler) -> None:
    result = compiler.run(program('println!("out é"); eprintln!("err"); std::process::exit(7);'))
    assert (result.compiled, result.status, result.stdout, result.stderr) == (True, 7, "out é\n", "err\n")


def test_a_panic_and_an_abort_are_told_apart(compiler: Compiler) -> None:
    panic = compiler.run(program("let v: Vec<u8> = vec![]; let _ = v[std::env::args().count()];"))
    assert (panic.status, "main.rs:2" in panic.stderr) == (101, True)
    assert compiler.run(program("std::process::abort();")).status == -6


def test_a_program_that_does_not_compile_never_runs(compiler: Compiler) -> None:
    result = compiler.run(BROKEN)
    assert (result.compiled, result.status, [found.code for found in result.diagnostics]) == (False, None, ["E0308"])


def test_tests_pass_or_fail(compiler: Compiler) -> None:
    assert compiler.test(GREEN).status == 0
    failing = SourceTree({"lib.rs": "#[test]\nfn fails() { assert_eq!(1, 2); }\n"}, crate_type="lib")
    result = compiler.test(failing)
    assert (result.compiled, result.status) == (True, 101)
    assert "fails ... FAILED" in result.stdout


def test_a_library_cannot_be_run(compiler: Compiler) -> None:
    with pytest.raises(UsageError):
        compiler.run(SourceTree({"lib.rs": ""}, crate_type="lib"))


def test_a_running_program_is_confined(compiler: Compiler, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(f"{tmp_path}/socket")
        local.listen()
        body = f"""
        println!("{{}}", std::fs::read("{tmp_path}/secret").is_ok());
        println!("{{}}", std::fs::write("{tmp_path}/new", "x").is_ok());
        println!("{{}}", std::net::TcpStream::connect("127.0.0.1:{server.getsockname()[1]}").is_ok());
        println!("{{}}", std::os::unix::net::UnixStream::connect("{tmp_path}/socket").is_ok());
        """
        assert compiler.run(program(body)).stdout == "false\n" * 4


def test_an_endless_program_times_out(toolchain: Toolchain, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = Compiler(toolchain, sandbox, Limits(wall_seconds=60))
    original = compiler._sandboxed

    def quick(command: list[str], folder: Path, limits: Limits) -> Completed:
        return original(command, folder, limits if limits.processes is None else Limits(wall_seconds=1))

    monkeypatch.setattr(compiler, "_sandboxed", quick)
    result = compiler.run(program("loop { std::thread::sleep(std::time::Duration::from_secs(9)); }"))
    assert (result.compiled, result.status, result.timed_out) == (True, None, True)


def test_a_compiler_that_cannot_finish_is_never_green(toolchain: Toolchain, sandbox: Sandbox) -> None:
    starved = Compiler(toolchain, sandbox, Limits(wall_seconds=60, memory_bytes=100 << 20))
    with pytest.raises(EnvironmentFault, match=r"not even on an empty program .*`memory_bytes`"):
        starved.check(GREEN)
    hasty = Compiler(toolchain, sandbox, Limits(wall_seconds=0.001))
    result = hasty.check(GREEN)
    assert (result.green, result.timed_out) == (False, True)


def test_a_program_that_the_compiler_dies_of_is_told_from_a_compiler_that_never_works(compiler: Compiler) -> None:
    (error,) = compiler.check(program("let _ = " + "(" * 100_000 + ")" * 100_000 + ";")).errors
    assert "named no error" in error.message


@pytest.mark.parametrize("name", ["-x.rs", "--version", "-", "@x.rs", "-Clink-arg=x.rs"])
def test_no_file_is_taken_for_a_flag_or_a_list_of_flags(name: str, compiler: Compiler) -> None:
    (error,) = compiler.check(SourceTree({name: '--version\nfn main() { let x: u8 = ""; }\n'})).errors
    assert error.primary is not None and error.primary.file == name and f"--> {name}:1" in error.rendered
    (error,) = compiler.check(SourceTree({name: 'fn main() { let x: u8 = ""; }\n'})).errors
    assert error.primary is not None and error.primary.file == name and f"--> {name}:1" in error.rendered
    assert compiler.run(SourceTree({name: 'fn main() { println!("hi"); }\n'})).stdout == "hi\n"


def test_a_full_disk_is_no_verdict() -> None:
    stderr = b"error: failed to write x: No space left on device (os error 28)"
    with pytest.raises(SpaceProblem):
        check_result(Completed(1, b"", stderr, 0.1, False, False), ())


def test_a_missing_linker_is_the_machine_at_fault(
    toolchain: Toolchain, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sleepy_coder.rust.compiler.SYSTEM_PATH", "/nowhere")
    with pytest.raises(ToolchainMissing, match="linker"):
        Compiler(toolchain, sandbox, Limits(wall_seconds=120)).run(GREEN)


def test_nothing_is_left_behind(compiler: Compiler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    compiler.check(BROKEN)
    compiler.run(GREEN)
    assert list(tmp_path.iterdir()) == []


def test_the_sandbox_costs_little(toolchain: Toolchain, sandbox: Sandbox, tmp_path: Path) -> None:
    # processor time, not wall time: a busy machine is no fault of the sandbox
    def cost(where: Sandbox) -> float:
        before = os.times()
        for _ in range(10):
            where.run(["/bin/true"], cwd=tmp_path, env={}, limits=Limits(processes=None), writable=[tmp_path])
        after = os.times()
        return sum(after[:4]) - sum(before[:4])

    bare = min(cost(LayeredSandbox(False, landlock=False, seccomp=False)) for _ in range(3))
    best = min(cost(sandbox) for _ in range(3))
    assert best - bare < 10 * 0.015
    begun = time.process_time()
    assert Compiler(toolchain, sandbox, Limits(wall_seconds=120)).check(GREEN).green
    assert time.process_time() - begun < 0.5
