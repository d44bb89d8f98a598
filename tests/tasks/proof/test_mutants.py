"""Wrong code beside a repair: near, in the code that the repair belongs to, and refused by an oracle that sees it."""

from sleepy_coder.breaker.syntax import Syntax
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.proof.mistakes import NEARBY, mistakes, nearby
from sleepy_coder.tasks.proof.mutants import mutants
from sleepy_coder.tasks.proof.prove import prove
from sleepy_coder.tasks.proof.trials import Kind
from sleepy_coder.tasks.task import Oracle, Task

LONGER = """\
fn longer<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.len() < other.len() { other } else { one }
}

fn main() {
    println!("{} {}", longer("ab", "c"), longer("d", "efg"));
}
"""
GRADE = """\
fn grade(points: u8) -> &'static str {
    match points {
        0..=49 => "failed",
        50..=255 => "passed",
    }
}

fn main() {
    println!("{}", grade(255));
}
"""


def made(broken: str, reference: str, stdout: str) -> Task:
    return Task(id="t", files={"main.rs": broken}, oracle=Oracle("run", stdout), reference={"main.rs": reference})


def test_mutants_stay_in_the_item_that_the_repair_changes_nearest_first() -> None:
    at = LONGER.encode().index(b"-> &'a str")
    found = dict(mutants(Syntax(LONGER.encode()), [(at, at + 10)]))
    assert next(iter(found)) == "the condition negated" and ">= for <" in found
    assert all(text.endswith(LONGER[LONGER.index("fn main") :]) for text in found.values())


def test_of_a_type_the_code_that_names_it_is_changed() -> None:
    text = "struct Wrapped<'a>(&'a str);\n\nfn unrelated() -> u8 {\n    3\n}\n\n"
    text += "impl Wrapped<'_> {\n    fn wide(&self) -> bool {\n        self.0.len() > 4\n    }\n}\n"
    found = [source for _, source in mutants(Syntax(text.encode()), [(15, 17)])]
    assert any("<= 4" in source for source in found) and not any("    4\n}" in source for source in found)


def test_a_repair_without_a_wrong_value_is_tried_with_something_wrong_beside_it(compiler: Compiler) -> None:
    task = made(LONGER.replace("-> &'a str", "-> &str"), LONGER, "ab efg\n")
    error = compiler.check(task.tree).errors[0]
    trees = [SourceTree(tree.files) for tree in mistakes(task.tree, SourceTree({"main.rs": LONGER}), error).values()]
    assert not any(compiler.check(tree).green for tree in trees), "a lifetime has no wrong value"
    proof = prove([task], compiler)
    assert proof.faults == () and proof.nearby == 1 and proof.told_apart["t"].endswith(NEARBY)
    again = prove([task], compiler, wrong_repairs=proof.told_apart)
    assert again.faults == () and again.told_apart == proof.told_apart and again.tried[Kind.MUTANT] == 1


def test_a_task_that_prints_nothing_of_what_was_repaired_is_found_out(compiler: Compiler) -> None:
    deaf = LONGER.replace('"{} {}", longer("ab", "c"), longer("d", "efg")', '"{}", longer("ab", "c").len() > 9')
    task = made(deaf.replace("-> &'a str", "-> &str"), deaf, "false\n")
    assert {fault.kind for fault in prove([task], compiler).faults} == {Kind.MUTANT}


def test_what_a_match_lacks_is_also_given_the_value_of_another_arm(compiler: Compiler) -> None:
    task = made(GRADE.replace("50..=255", "50..255"), GRADE, "passed\n")
    proof = prove([task], compiler)
    assert proof.faults == () and proof.told_apart == {"t": '"failed" for the rest'}
    deaf = GRADE.replace("grade(255)", "grade(60)")
    faults = prove([made(deaf.replace("50..=255", "50..255"), deaf, "passed\n")], compiler).faults
    assert any("for the rest" in fault.what for fault in faults)


def test_at_most_eight_and_none_twice() -> None:
    broken, reference = SourceTree({"main.rs": LONGER.replace("<'a>", "")}), SourceTree({"main.rs": LONGER})
    found = nearby(broken, reference)
    assert 0 < len(found) <= 8 and len({tree.digest for tree in found.values()}) == len(found)
