"""Candidates for many errors are told apart in few compiles, and what stays is as good as if tried one by one."""

from random import Random

from sleepy_coder.agent.gather import gather
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

FUNCTIONS = 24


def start(compiler: Compiler, source: str, oracle: Oracle | None = None) -> tuple[Judge, Situation]:
    task = Task(id="t", files={"main.rs": source}, oracle=oracle or Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    return judge, Situation(task.tree, errors, errors)


def broken(count: int) -> str:
    functions = [f"fn f{n}(x: u8) -> u16 {{\n    let y{n} = x;\n    y{n}\n}}\n" for n in range(count)]
    return "\n".join(functions) + "\nfn main() {\n" + "".join(f"    f{n}(1);\n" for n in range(count)) + "}\n"


def ways(tree: SourceTree, line: int, number: int) -> tuple[list[tuple[Edit, ...]], tuple[Edit, ...]]:
    """Three wrong candidates and the right one."""

    def put(new: str) -> tuple[Edit, ...]:
        return (Edit("main.rs", line, line, f"y{number}", new),)

    right = put(f"y{number}.into()")
    return [put(f"y{number}.nothing()"), put(f"y{number} + 1"), put("unknown"), right], right


def test_dozens_of_errors_cost_few_compiles_and_each_gets_its_right_candidate(compiler: Compiler) -> None:
    judge, here = start(compiler, broken(FUNCTIONS))
    rng = Random(0)
    made = [ways(here.tree, error.primary.line_start, n) for n, error in enumerate(here.errors) if error.primary]
    assert len(made) == FUNCTIONS
    options = [rng.sample(all_, len(all_)) for all_, _ in made]
    before = judge.compiles
    found = gather(judge, here, options)
    assert found is not None and found.verification.verdict == Verdict.FIXED
    assert found.chosen == {n: right for n, (_, right) in enumerate(made)}
    assert judge.compiles - before <= 8
    assert {failed.verification.verdict for failed in found.failed} <= {Verdict.BROKEN, Verdict.CHEATED}


def test_who_has_no_right_candidate_is_left_and_spoils_nothing(compiler: Compiler) -> None:
    judge, here = start(compiler, broken(6))
    made = [ways(here.tree, error.primary.line_start, n) for n, error in enumerate(here.errors) if error.primary]
    options = [all_[:3] if n == 2 else all_[2:] for n, (all_, _) in enumerate(made)]
    found = gather(judge, here, options)
    assert found is not None and found.verification.verdict == Verdict.ADVANCED
    assert sorted(found.chosen) == [0, 1, 3, 4, 5] and len(found.verification.remaining) == 1


def test_two_errors_of_one_function_are_mended_in_one_compile_and_two_show_that_both_are_needed(
    compiler: Compiler,
) -> None:
    judge, here = start(compiler, "fn main() {\n    let a = 1;\n    a += 1;\n    let b = 1;\n    b += a;\n}\n")
    options = [[(Edit("main.rs", line, line, "let", "let mut"),)] for line in (2, 4)]
    before = judge.compiles
    found = gather(judge, here, options)
    assert found is not None and found.verification.verdict == Verdict.FIXED and judge.compiles == before + 3
    assert sorted(found.chosen) == [0, 1]


def test_an_edit_is_left_out_where_its_error_goes_with_another_one_of_the_function(compiler: Compiler) -> None:
    source = "fn add(f: u8) -> impl Fn(u8) -> u8 {\n    |x| y + f\n}\n\nfn main() {\n    add(1)(2);\n}\n"
    judge, here = start(compiler, source.replace("|x|", "|z|").replace("y", "x + q"))
    assert [error.message.split("`")[1] for error in here.errors] == ["x", "q"]
    named = (Edit("main.rs", 2, 2, "|z| x + q + f", "move |x| x + f"),)
    found = gather(judge, here, [[named], [(Edit("main.rs", 1, 0, "", "const q: u8 = 1;"),)]])
    assert found is not None and found.verification.verdict == Verdict.FIXED
    assert found.chosen == {0: named} and found.along == (1,)
    assert found.verification.after == here.tree.apply(named)


def test_of_two_edits_that_each_do_the_first_is_kept(compiler: Compiler) -> None:
    judge, here = start(compiler, "fn main() {\n    let _ = one + one;\n}\n")
    ways = [
        (Edit("main.rs", line, line, old, new),)
        for line, old, new in [(1, "{", "{ let one = 1;"), (2, "let", "let one = 1; let")]
    ]
    found = gather(judge, here, [[way] for way in ways])
    assert len(here.errors) == 2 and found is not None
    assert found.chosen == {0: ways[0]} and found.along == (1,)


OBJECTS = """\
trait Shape {
    fn create() -> Self;
}

fn one(_: &dyn Shape) {}

fn two(_: &dyn Shape) {}

fn main() {}
"""


def test_changes_of_the_definition_that_several_errors_speak_of_are_alternatives(compiler: Compiler) -> None:
    judge, here = start(compiler, OBJECTS)
    assert [error.code for error in here.errors] == ["E0038", "E0038"]
    bound, method = (
        (Edit("main.rs", 2, 2, "Self;", "Self where Self: Sized;"),),
        (Edit("main.rs", 2, 2, "()", "(&self)"),),
    )
    found = gather(judge, here, [[bound], [method, bound]])
    assert found is not None and found.verification.verdict == Verdict.FIXED
    assert found.chosen == {0: bound} and found.along == (1,)
    source = "mod m { pub const A: u8 = 1; pub const B: u8 = 2; }\n\nfn one() -> u8 {\n    A\n}\n\n"
    source += "fn main() {\n    one() == B;\n}\n"
    judge, here = start(compiler, source)
    both = (Edit("main.rs", 1, 1, "mod m", "use m::*; mod m"),)
    second = (Edit("main.rs", 1, 1, "2; }", "2; } use m::B;"),)
    found = gather(judge, here, [[both], [second]])
    assert found is not None and found.chosen == {0: both} and found.along == (1,)


def test_an_import_that_several_errors_ask_for_is_put_in_once(compiler: Compiler) -> None:
    source = "fn one() -> HashMap<u8, u8> {\n    HashMap::new()\n}\n\nfn main() {\n    HashSet::<u8>::new();\n}\n"
    judge, here = start(compiler, source)
    assert len(here.errors) == 3
    names = [error.message.split("`")[1] for error in here.errors]
    options = [[(Edit("main.rs", 1, 0, "", f"use std::collections::{name};"),)] for name in names]
    before = judge.compiles
    found = gather(judge, here, options)
    assert found is not None and found.verification.verdict == Verdict.FIXED and judge.compiles == before + 1
    assert sorted(found.chosen) == [0, 1, 2]


def test_a_candidate_that_breaks_other_places_is_found_by_halving(compiler: Compiler) -> None:
    source = "struct S;\n" + broken(8) + "\nfn uses(s: S) -> S {\n    s\n}\n"
    judge, here = start(compiler, source)
    made = [ways(here.tree, error.primary.line_start, n) for n, error in enumerate(here.errors) if error.primary]
    options = [all_[3:] for all_, _ in made]
    # mends its own error, and takes away a name that another function needs
    options[3] = [(*options[3][0], Edit("main.rs", 1, 1, "S", "T"))]
    found = gather(judge, here, options)
    assert found is not None and sorted(found.chosen) == [0, 1, 2, 4, 5, 6, 7]


def test_what_the_oracle_refuses_comes_to_nothing(compiler: Compiler) -> None:
    source = 'fn main() {\n    let a = 1;\n    a += 1;\n    let b = 1;\n    b += a;\n    println!("{b}");\n}\n'
    judge, here = start(compiler, source, Oracle("run", "7\n"))
    assert gather(judge, here, [[(Edit("main.rs", line, line, "let", "let mut"),)] for line in (2, 4)]) is None


def test_a_conversion_is_not_written_where_the_callee_gives_what_is_wanted(compiler: Compiler) -> None:
    source = (
        "fn over(é: &[u64], all: u64) -> bool {\n    sum(é) > all\n}\n\n"
        "fn sum(é: &[u64]) -> u32 {\n    let all = é.len() as u64;\n    all\n}\n\n"
        "fn main() {\n    over(&[], 1);\n}\n"
    )
    judge, here = start(compiler, source)
    wider = (Edit("main.rs", 5, 5, "u32", "u64"),)
    found = gather(judge, here, [[(Edit("main.rs", 2, 2, "sum(é)", "u64::from(sum(é))"),)], [wider]])
    assert found is not None and found.verification.verdict == Verdict.FIXED and found.chosen == {1: wider}
