"""Verdicts by real rustc: what is fixed, what is a step forward, and what only looks like one."""

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.tasks.phases import Phase, phase
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify

TWO = """\
fn first() -> i32 {
    let a: i32 = "x";
    a
}

fn main() {
    let n = 1;
    n += 1;
    println!("{} {}", n, first());
}
"""


def task(source: str, oracle: Oracle | None = None) -> Task:
    return Task(id="t", files={"main.rs": source}, oracle=oracle or Oracle("compile"))


def judged(compiler: Compiler, source: str, code: str, *edits: Edit, oracle: Oracle | None = None) -> Verdict:
    given = task(source, oracle)
    judge = Judge(TaskProject(given, compiler))
    errors = judge.check_many([given.tree])[0].errors
    target = next(error for error in errors if error.code == code)
    return judge.verify(Situation(given.tree, errors, (target,)), [edits])[0].verdict


def test_one_error_of_two_gone_is_a_step_forward_and_both_gone_is_fixed(compiler: Compiler) -> None:
    one, other = Edit("main.rs", 7, 7, "let n", "let mut n"), Edit("main.rs", 2, 2, '"x"', "3")
    assert judged(compiler, TWO, "E0384", one) == Verdict.ADVANCED
    assert judged(compiler, TWO, "E0384", other) == Verdict.BROKEN
    assert judged(compiler, TWO, "E0384", one, other) == Verdict.FIXED


def test_trading_an_error_for_one_of_the_same_phase_is_broken(compiler: Compiler) -> None:
    assert judged(compiler, TWO, "E0308", Edit("main.rs", 2, 2, '"x"', "0.5")) == Verdict.BROKEN
    assert judged(compiler, TWO, "E0308", Edit("main.rs", 2, 2, '"x"', "unknown()")) == Verdict.BROKEN


def test_a_borrow_error_revealed_in_the_same_body_is_a_step_forward_elsewhere_it_is_not(compiler: Compiler) -> None:
    source = (
        "fn take(s: String) {\n    drop(s);\n}\n\n"
        'fn main() {\n    let s = String::new();\n    let n: i32 = "x";\n    take(s);\n    println!("{s} {n}");\n}\n'
    )
    assert judged(compiler, source, "E0308", Edit("main.rs", 7, 7, '"x"', "3")) == Verdict.ADVANCED
    spoiled = (Edit("main.rs", 2, 2, "drop(s)", "drop(s); drop(s)"), Edit("main.rs", 7, 7, '"x"', "3"))
    assert judged(compiler, source, "E0308", *spoiled) == Verdict.BROKEN


def test_a_type_that_cannot_be_inferred_was_hidden_by_a_type_error_of_the_same_body(compiler: Compiler) -> None:
    source = 'fn main() {\n    let n: u8 = "3";\n    let m = "4".parse().unwrap();\n    println!("{n} {m}");\n}\n'
    assert judged(compiler, source, "E0308", Edit("main.rs", 2, 2, '"3"', "3")) == Verdict.ADVANCED
    other = source + "\nfn other() {\n    let m: u8 = Default::default();\n    drop(m);\n}\n"
    spoiled = (Edit("main.rs", 2, 2, '"3"', "3"), Edit("main.rs", 8, 8, "let m: u8", "let m"))
    assert judged(compiler, other, "E0308", *spoiled) == Verdict.BROKEN


def test_a_type_that_cannot_be_inferred_in_a_line_that_the_repair_wrote_was_not_hidden(compiler: Compiler) -> None:
    source = "fn add(a: i32, b: i64) -> i64 {\n    a + b\n}\n\nfn main() {\n    add(1, 2);\n}\n"
    assert judged(compiler, source, "E0308", Edit("main.rs", 2, 2, "a +", "i64::from(a) +")) == Verdict.FIXED
    assert judged(compiler, source, "E0308", Edit("main.rs", 2, 2, "a +", "a.into() +")) == Verdict.BROKEN


def test_a_type_that_could_not_be_inferred_hides_type_errors_of_the_same_body(compiler: Compiler) -> None:
    source = (
        "fn main() {\n    let parts = \"a,b\".split(',').collect();\n    let n = parts.len();\n"
        '    let first: u8 = parts[0];\n    println!("{n} {first}");\n}\n'
    )
    assert judged(compiler, source, "E0282", Edit("main.rs", 2, 2, "parts", "parts: Vec<_>")) == Verdict.ADVANCED
    other = source + "\nfn other() {\n    let m: u8 = u8::MAX;\n    drop(m);\n}\n"
    spoiled = (Edit("main.rs", 2, 2, "parts", "parts: Vec<_>"), Edit("main.rs", 9, 9, "m: u8", "m: i8"))
    assert judged(compiler, other, "E0282", *spoiled) == Verdict.BROKEN


ELEMENTS = """\
fn main() {
    let mut names = Vec::new();
    let mut sizes = Vec::new();
    let n = names.len() + sizes.len();
    names.clear();
    sizes.clear();
    println!("{n}");
}
"""


def test_a_second_type_of_the_function_that_cannot_be_inferred_is_another_error_in_the_same_words(
    compiler: Compiler,
) -> None:
    first = Edit("main.rs", 2, 2, "Vec", "Vec::<u8>")
    assert judged(compiler, ELEMENTS, "E0282", first) == Verdict.ADVANCED
    assert judged(compiler, ELEMENTS, "E0282", first, Edit("main.rs", 3, 3, "Vec", "Vec::<u8>")) == Verdict.FIXED
    # the same error in a line that the repair wrote is still there, wherever that is
    for edit in (Edit("main.rs", 2, 2, "names", "names /* */"), Edit("main.rs", 2, 1, "", "    // names")):
        assert judged(compiler, ELEMENTS, "E0282", edit) == Verdict.BROKEN
    other = ELEMENTS + "\nfn other() {\n    let m: Option<u8> = None;\n    drop(m);\n}\n"
    assert judged(compiler, other, "E0282", first, Edit("main.rs", 11, 11, ": Option<u8>", "")) == Verdict.BROKEN


def test_a_type_that_contains_itself_twice_is_mended_one_place_after_the_other(compiler: Compiler) -> None:
    source = "enum Tree {\n    Leaf(u8),\n    Node(Tree, u8, Tree),\n}\n\nfn main() {}\n"
    assert judged(compiler, source, "E0072", Edit("main.rs", 3, 3, "(Tree", "(Box<Tree>")) == Verdict.ADVANCED
    assert judged(compiler, source, "E0072", Edit("main.rs", 3, 3, "u8", "Box<u8>")) == Verdict.BROKEN
    assert judged(compiler, source, "E0072", Edit("main.rs", 2, 2, "u8", "Box<u8>")) == Verdict.BROKEN


def test_what_is_done_with_a_value_of_unknown_type_is_looked_at_once_it_is_known(compiler: Compiler) -> None:
    source = (
        'fn main() {\n    let text = String::from("a b");\n    let n: usize = text.lenn();\n'
        '    let words = text.split_whitespaces();\n    let all: u8 = words.count();\n    println!("{n} {all}");\n}\n'
    )
    known = Edit("main.rs", 4, 4, "split_whitespaces", "split_whitespace")
    judge = Judge(TaskProject(task(source), compiler))
    tree = task(source).tree
    errors = judge.check_many([tree])[0].errors
    assert len(errors) == 2
    ends = judge.verify(Situation(tree, errors, errors[1:]), [[known], [known, Edit("main.rs", 5, 5, "u8", "i8")]])
    assert [found.verdict for found in ends] == [Verdict.ADVANCED, Verdict.BROKEN]
    assert [error.primary.line_start for error in ends[0].fresh if error.primary] == [5]
    # of an error above it nothing was hidden
    assert judge.verify(Situation(tree, errors, errors[:1]), [[known]])[0].verdict == Verdict.BROKEN


def test_an_error_hidden_by_one_that_is_mended_besides_is_a_step_forward(compiler: Compiler) -> None:
    source = (
        "#[derive(Debug)]\nstruct Key(u8);\n\nfn one(a: &Key) -> Key {\n    a.clone()\n}\n\n"
        "fn two(a: &Key) -> (Key, String) {\n    let b: Key = a.clone();\n    let s = String::new();\n    drop(s);\n"
        '    (b, s)\n}\n\nfn main() {\n    println!("{:?} {:?}", one(&Key(1)), two(&Key(2)));\n}\n'
    )
    assert judged(compiler, source, "E0308", Edit("main.rs", 1, 1, "Debug", "Debug, Clone")) == Verdict.ADVANCED


def test_a_second_syntax_error_further_on_was_hidden_by_the_first(compiler: Compiler) -> None:
    source = "fn main() {\n    let a = (1;\n}\n\nfn other() {\n    let b = [1;\n}\n"
    given = task(source)
    judge = Judge(TaskProject(given, compiler))
    errors = judge.check_many([given.tree])[0].errors
    found = judge.verify(Situation(given.tree, errors, errors[:1]), [[Edit("main.rs", 2, 2, "1;", "1);")]])[0]
    assert found.verdict == Verdict.ADVANCED and found.remaining


@pytest.mark.parametrize(
    ("oracle", "verdict"),
    [
        (Oracle("run", "2\n"), Verdict.FIXED),
        (Oracle("run"), Verdict.FIXED),
        (Oracle("run", "3\n"), Verdict.BEHAVIOUR_CHANGED),
        (Oracle("run", "2\n", 1), Verdict.BEHAVIOUR_CHANGED),
        (Oracle("test"), Verdict.BEHAVIOUR_CHANGED),
    ],
)
def test_the_oracle_has_the_last_word(compiler: Compiler, oracle: Oracle, verdict: Verdict) -> None:
    main = 'fn main() {\n    let n = 1;\n    n += 1;\n    println!("{}", n);\n}\n'
    source = main + "\n#[test]\nfn fails() {\n    assert_eq!(1, 2);\n}\n"
    assert judged(compiler, source, "E0384", Edit("main.rs", 2, 2, "let n", "let mut n"), oracle=oracle) == verdict


def test_an_error_in_test_code_counts_where_tests_decide(compiler: Compiler) -> None:
    source = 'fn main() {}\n\n#[test]\nfn t() {\n    let n: i32 = "x";\n    assert_eq!(n, 3);\n}\n'
    edit = Edit("main.rs", 5, 5, '"x"', "3")
    assert judged(compiler, source, "E0308", edit, oracle=Oracle("test")) == Verdict.FIXED


def test_edits_that_do_not_fit_are_unparseable_and_cheats_are_never_compiled(compiler: Compiler) -> None:
    given = task(TWO)
    judge = Judge(TaskProject(given, compiler))
    errors = judge.check_many([given.tree])[0].errors
    compiles = judge.compiles
    situation = Situation(given.tree, errors, errors[:1])
    proposals = [None, [], [Edit("main.rs", 2, 2, "nowhere", "x")], [Edit("main.rs", 2, 2, '"x"', "todo!()")]]
    verdicts = [found.verdict for found in judge.verify(situation, proposals)]
    assert verdicts == [Verdict.UNPARSEABLE] * 3 + [Verdict.CHEATED]
    assert judge.compiles == compiles


def test_the_same_tree_is_compiled_once(compiler: Compiler) -> None:
    given = task(TWO)
    judge = Judge(TaskProject(given, compiler))
    errors = judge.check_many([given.tree])[0].errors
    edit = [Edit("main.rs", 2, 2, '"x"', "3")]
    judge.verify(Situation(given.tree, errors, errors[:1]), [edit, edit])
    judge.verify(Situation(given.tree, errors, errors[:1]), [edit])
    assert judge.compiles == 2


def test_a_whole_candidate_is_judged_for_a_task(compiler: Compiler) -> None:
    given = task(TWO, Oracle("run", "2 3\n"))
    right = SourceTree({"main.rs": TWO.replace("let n", "let mut n").replace('"x"', "3")})
    empty = SourceTree({"main.rs": "fn main() {}\n"})
    assert verify(given, given.tree, right, None, compiler).verdict == Verdict.FIXED
    assert verify(given, given.tree, empty, None, compiler).verdict == Verdict.CHEATED


def test_errors_are_known_to_their_phase(compiler: Compiler) -> None:
    def of(source: str) -> Phase:
        return phase(compiler.check(SourceTree({"main.rs": source})).errors[0])

    assert of("fn main() { let a = ; }") == Phase.PARSE
    assert of("fn main() { missing(); }") == Phase.RESOLVE
    assert of("fn main() { missing!(); }") == Phase.RESOLVE
    assert of("trait T { fn f(); } struct S; impl T for S {} fn main() {}") == Phase.ITEMS
    assert of("fn main() { let a: i32 = 0.5; }") == Phase.TYPES
    assert of('fn main() { let a = "1".parse().unwrap(); }') == Phase.INFERENCE
    assert of("fn f<'a, 'b>(a: &'a str, b: &'b str) -> &'a str { b } fn main() {}") == Phase.BORROWS
