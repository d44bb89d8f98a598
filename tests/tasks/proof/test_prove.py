"""What a suite's proof finds: cheats that pass, oracles that cannot tell, references that fail."""

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.proof.cheats import cheats
from sleepy_coder.tasks.proof.mistakes import mistakes
from sleepy_coder.tasks.proof.outputs import Ending, endings
from sleepy_coder.tasks.proof.prove import expected_codes, prove
from sleepy_coder.tasks.proof.trials import Kind
from sleepy_coder.tasks.task import Oracle, Task

BROKEN = 'fn f() -> i32 {\n    "x"\n}\n\nfn main() {\n    println!("{}", f());\n}\n'
COUNT = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'


def task(broken: str, reference: str | None, oracle: Oracle, name: str = "t") -> Task:
    files = None if reference is None else {"main.rs": reference}
    return Task(id=name, files={"main.rs": broken}, oracle=oracle, reference=files)


def test_a_sound_task_has_no_fault_and_its_oracle_is_shown_a_wrong_repair(compiler: Compiler) -> None:
    proof = prove([task(COUNT, COUNT.replace("let n", "let mut n"), Oracle("run", "2\n"))], compiler)
    assert proof.faults == () and proof.codes == {"E0384"}
    assert proof.tried[Kind.CHEAT] > 15 and proof.passed(Kind.CHEAT) == 0
    assert proof.passed(Kind.REFERENCE) == 1 and "t" in proof.told_apart


def test_an_oracle_that_the_repaired_line_does_not_reach_is_found_out(compiler: Compiler) -> None:
    text = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("done");\n}\n'
    proof = prove([task(text, text.replace("let n", "let mut n"), Oracle("run", "done\n"))], compiler)
    assert Kind.MISTAKE in {fault.kind for fault in proof.faults}


def test_a_reference_that_cheats_or_prints_something_else_is_found_out(compiler: Compiler) -> None:
    right = COUNT.replace("let n", "let mut n")
    cheat = task(COUNT, "fn main() {}\n", Oracle("run", "2\n"), "cheat")
    other = task(COUNT, right, Oracle("run", "3\n"), "other")
    faults = {
        fault.task: fault.what for fault in prove([cheat, other], compiler).faults if fault.kind == Kind.REFERENCE
    }
    assert "CHEATED" in faults["cheat"] and "BEHAVIOUR_CHANGED" in faults["other"]


def test_a_program_that_compiles_and_one_of_another_family_are_found_out(compiler: Compiler) -> None:
    green = Task(id="green", files={"main.rs": "fn main() {}\n"}, oracle=Oracle("compile"))
    other = Task(id="other", files={"main.rs": BROKEN}, oracle=Oracle("compile"), family="E0502-mine")
    faults = {fault.task: fault.what for fault in prove([green, other], compiler).faults if fault.kind is None}
    assert faults["green"] == "the broken program compiles" and "E0308" in faults["other"]


def test_tests_decide_where_they_are_the_oracle(compiler: Compiler) -> None:
    text = "pub fn two() -> i32 {\n    let one = 1;\n    on + 1\n}\n"
    text += "\n#[test]\nfn is_two() {\n    assert_eq!(two(), 2);\n}\n"
    files, right = {"lib.rs": text}, {"lib.rs": text.replace("on +", "one +")}
    tested = Task(id="t", files=files, oracle=Oracle("test"), crate_type="lib", reference=right)
    proof = prove([tested], compiler)
    assert proof.faults == () and proof.passed(Kind.REFERENCE) == 1


def test_cheats_are_made_of_the_broken_program(compiler: Compiler) -> None:
    one = task(BROKEN, None, Oracle("run", "2\n"))
    error = compiler.check(one.tree).errors[0]
    made = {name: tree.files["main.rs"] for name, tree in cheats(one.tree, error).items()}
    assert made["todo"] == BROKEN.replace('{\n    "x"\n}', "{ todo!() }")
    assert made["statement deleted"] == BROKEN.replace('"x"', "")
    assert made["commented out"] == BROKEN.replace('    "x"', '//     "x"')
    assert "fn f" not in made["function deleted"] and "fn main() {}" in made["empty main"]


def test_wrong_repairs_put_other_names_and_defaults_where_the_repair_is(compiler: Compiler) -> None:
    text = 'fn main() {\n    let (big, small) = (7, 2);\n    println!("{}", big.max(smal) + small);\n}\n'.replace(
        "println!", "let top = big.max(smal);\n    println!"
    )
    broken = text.replace("big.max(smal) + small", "top + small")
    right = broken.replace("(smal)", "(small)")
    error = compiler.check(SourceTree({"main.rs": broken})).errors[0]
    made = mistakes(SourceTree({"main.rs": broken}), SourceTree({"main.rs": right}), error)
    assert made and any("default for" in name for name in made)
    assert all(tree.files["main.rs"] not in (broken, right) for tree in made.values())


def test_programs_run_together_end_as_they_do_alone(compiler: Compiler) -> None:
    says = 'fn main() {\n    println!("yes");\n}\n'
    fails = (
        'fn main() {\n    println!("so far");\n    let v: Vec<i32> = Vec::new();\n    println!("{}", v[v.len()]);\n}\n'
    )
    leaves = "fn main() {\n    std::process::exit(3);\n}\n"
    aborts = "fn main() {\n    std::thread::spawn(|| std::process::abort()).join().unwrap();\n}\n"
    texts = [says, fails, leaves, aborts, says]
    found = endings([SourceTree({"main.rs": text}) for text in texts], compiler)
    assert found[0] == found[4] == Ending(0, "yes\n")
    assert found[1] == Ending(101, "so far\n")
    assert found[2] == Ending(3, "") and found[3] is not None and found[3].status not in (0, None)


def test_a_family_named_by_a_code_expects_that_code() -> None:
    assert expected_codes("E0502") == {"E0502"} and expected_codes("my-own") is None and expected_codes(None) is None
    assert expected_codes("parse-paren") == {None}
