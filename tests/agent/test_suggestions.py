"""Stage 0: what rustc proposes is tried in order of its own trust, within a budget, and never on trust alone."""

from sleepy_coder.agent.order import root_causes_first
from sleepy_coder.agent.suggestions import ranked, search
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

NAMES = """\
fn main() {
    let count = 1;
    let counts = 2;
    let amount = 3;
    println!("{} {} {} {}", count, counts, amount, countt);
}
"""


def situation(compiler: Compiler, source: str, oracle: Oracle) -> tuple[Judge, Situation]:
    task = Task(id="t", files={"main.rs": source}, oracle=oracle)
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    return judge, Situation(task.tree, errors, errors[:1])


def test_the_oracle_chooses_among_several_suggestions_that_compile(compiler: Compiler) -> None:
    judge, start = situation(compiler, NAMES, Oracle("run", "1 2 3 1\n"))
    trials = search(judge, start, depth=3, checks=48)
    fixed = [trial for trial in trials if trial.verification.verdict == Verdict.FIXED]
    assert fixed and fixed[0].verification.after is not None
    assert "amount, count)" in fixed[0].verification.after.files["main.rs"]


def test_nothing_is_compiled_beyond_the_budget(compiler: Compiler) -> None:
    judge, start = situation(compiler, NAMES, Oracle("run", "no such output"))
    spent = judge.compiles
    trials = search(judge, start, depth=3, checks=1)
    assert judge.compiles - spent <= 1 and len(trials) == 1
    assert not any(trial.settles for trial in trials)


def test_machine_applicable_suggestions_come_first(compiler: Compiler) -> None:
    source = 'fn take(s: String) {}\n\nfn main() {\n    let s = "a";\n    take(s);\n    let n = 1;\n    n += 1;\n}\n'
    _, start = situation(compiler, source, Oracle("compile"))
    for error in start.errors:
        trust = [applicability.value for applicability, *_ in ranked(error, start.tree)]
        order = ["MachineApplicable", "MaybeIncorrect", "Unspecified", "HasPlaceholders"]
        assert trust == sorted(trust, key=order.index)


def test_root_causes_come_first(compiler: Compiler) -> None:
    source = "fn main() {\n    let n: i32 = 0.5;\n    missing();\n}\n"
    _, start = situation(compiler, source, Oracle("compile"))
    assert [error.code for error in root_causes_first(start.errors)] == ["E0425", "E0308"]
