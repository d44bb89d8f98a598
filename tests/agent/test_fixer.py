"""The staged fixer on real rustc, with a scripted model where one is needed."""

from collections.abc import Mapping, Sequence

from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.outcome import Outcome
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.waves import run
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Verdict

MUT_MISSING = 'fn main() {\n    let total = 1;\n    total += 2;\n    println!("{}", total);\n}\n'
UNBOXED = """\
enum List {
    End,
    More(u8, List),
}

fn one() -> List {
    List::More(1, Box::new(List::End))
}

fn two() -> List {
    List::More(2, Box::new(one()))
}

fn main() {
    if let List::More(n, _) = two() {
        println!("{n}");
    }
}
"""
INDEX = 'fn main() {\n    let v = vec![10, 20];\n    let i: i128 = 1;\n    println!("{}", v[i]);\n}\n'
MUT_PART = "pub fn two() -> i32 {\n    let b = 1;\n    b += 1;\n    b\n}\n"
HIDDEN_BORROW = """\
fn shout(word: String) -> String {
    word.to_uppercase()
}

fn main() {
    let word = String::from("ab");
    let loud = shout(&word);
    println!("{} {}", word, loud);
}
"""


def no_model() -> LanguageModel:
    raise AssertionError("no model may be loaded")


def work(
    compiler: Compiler,
    source: str | Mapping[str, str],
    *,
    stdout: str | None = None,
    stages: Sequence[int] = (0, 1, 2),
    model: ScriptedModel | None = None,
    skill: str | None = None,
    attempts: int = 8,
    last_attempts: int = 0,
) -> Outcome:
    files = {"main.rs": source} if isinstance(source, str) else dict(source)
    oracle = Oracle("compile") if stdout is None else Oracle("run", stdout)
    project = TaskProject(Task(id="t", files=files, oracle=oracle), compiler)
    plan = Plan(stages=tuple(stages), attempts=attempts, last_attempts=last_attempts)
    fixing = fix(project, plan, FixedRouter(skill))
    return run([fixing], no_model if model is None else lambda: model)[0]


def source_of(outcome: Outcome) -> str:
    assert outcome.after is not None
    return outcome.after.files["main.rs"]


def test_a_suggestion_mends_without_any_model(compiler: Compiler) -> None:
    outcome = work(compiler, MUT_MISSING, stdout="3\n")
    assert outcome.verdict == Verdict.FIXED and outcome.stage == 0
    assert "let mut total" in source_of(outcome)
    assert [mended.error.diagnostic.code for mended in outcome.mended] == ["E0384"]


def test_errors_in_two_files_are_mended_at_once(compiler: Compiler) -> None:
    files = {
        "main.rs": 'mod part;\nfn main() {\n    let a = 1;\n    a += part::two();\n    println!("{}", a);\n}\n',
        "part.rs": MUT_PART,
    }
    outcome = work(compiler, files, stdout="3\n", stages=[0])
    assert outcome.fixed and len(outcome.mended) == 2
    assert {attempt.after.digest for attempt in outcome.attempts if attempt.after} == {outcome.after.digest}  # type: ignore[union-attr]


def test_what_may_follow_from_a_root_cause_is_not_tried_before_it_is_mended(compiler: Compiler) -> None:
    outcome = work(compiler, UNBOXED, stdout="2\n", stages=[0])
    assert outcome.fixed and source_of(outcome) == UNBOXED.replace("More(u8, List)", "More(u8, Box<List>)")
    assert len(outcome.errors) > 2 and {one.error.diagnostic.code for one in outcome.attempts} == {"E0072"}


def test_a_missing_self_comes_before_the_lifetime_that_goes_along_with_it(compiler: Compiler) -> None:
    source = """\
struct Parser {
    tokens: Vec<String>,
}

impl Parser {
    fn peek() -> Option<&String> {
        self.tokens.last()
    }
}

fn main() {
    println!("{:?}", Parser { tokens: Vec::new() }.peek());
}
"""
    outcome = work(compiler, source, stages=[0])
    assert outcome.fixed and source_of(outcome) == source.replace("peek()", "peek(&self)", 1)
    assert [mended.error.diagnostic.code for mended in outcome.mended] == ["E0424", "E0106"]


def test_what_a_macro_takes_is_not_imported_for_a_call_without_its_mark(compiler: Compiler) -> None:
    source = """\
pub enum Op {
    Store(u8),
}

macro_rules! unary {
    ($arg:expr, $name:ident) => {
        Op::$name($arg)
    };
}

fn main() {
    let Op::Store(n) = unary(7, Store);
    println!("{n}");
}
"""
    outcome = work(compiler, source, stages=[0])
    assert outcome.fixed and source_of(outcome) == source.replace("unary(7", "unary!(7")
    assert [mended.error.diagnostic.code for mended in outcome.mended] == ["E0423", "E0425"]


def test_the_specialist_answers_what_the_compiler_has_no_suggestion_for(compiler: Compiler) -> None:
    model = ScriptedModel({}, {"index": {"E0277": ["9<|after|>x<|text|>y", "4<|after|>i<|text|> as usize"]}})
    outcome = work(compiler, INDEX, stdout="20\n", model=model, skill="index")
    assert outcome.fixed and outcome.stage == 1 and outcome.mended[0].skill == "index"
    verdicts = [attempt.verdict for attempt in outcome.attempts if attempt.stage == 1]
    assert verdicts == [Verdict.UNPARSEABLE, Verdict.FIXED]
    assert all(attempt.prompt_digest for attempt in outcome.attempts if attempt.stage == 1)


def test_the_base_model_has_its_turn_when_the_specialist_fails_and_when_the_router_abstains(compiler: Compiler) -> None:
    right = {"E0277": ["4<|after|>i<|text|> as usize"]}
    model = ScriptedModel(right, {"index": {"E0277": ["4<|after|>i<|text|> as u8"]}})
    outcome = work(compiler, INDEX, model=model, skill="index")
    assert outcome.fixed and outcome.stage == 2
    assert [skill for skill, _ in model.asked] == ["index", None]
    abstaining = ScriptedModel(right)
    assert work(compiler, INDEX, model=abstaining).stage == 2
    assert [skill for skill, _ in abstaining.asked] == [None]


def test_an_answer_that_may_cut_a_number_gives_way_to_one_that_does_not(compiler: Compiler) -> None:
    source = 'fn low(n: u64) -> u32 {\n    n\n}\n\nfn main() {\n    println!("{}", low(7));\n}\n'
    answers = ["2<|after|>n<|text|> as u32", "2<|after|>n<|text|>.try_into().unwrap()"]
    outcome = work(compiler, source, stages=[2], model=ScriptedModel({"E0308": answers}))
    assert outcome.fixed and "n.try_into().unwrap()" in source_of(outcome)
    assert not work(compiler, source, stages=[2], model=ScriptedModel({"E0308": answers[:1]})).fixed


def test_an_answer_whose_change_is_lost_with_a_clone_is_not_taken(compiler: Compiler) -> None:
    source = (
        "fn add(mut v: Vec<u32>, n: u32) {\n    v.push(n);\n}\n\nfn main() {\n    let v = vec![1];\n    add(v, 2);\n"
        '    println!("{v:?}");\n}\n'
    )
    model = ScriptedModel({"E0382": ["6<|after|>v<|text|>.clone()"]})
    outcome = work(compiler, source, stages=[0, 2], model=model)
    assert model.asked and not outcome.mended
    kept = source.replace("mut v", "v").replace("v.push(n)", "drop((v, n))")
    assert "add(v.clone(), 2)" in source_of(work(compiler, kept, stages=[2], model=model))


def test_where_an_oracle_judges_models_are_asked_once_more_for_more_and_nothing_is_judged_twice(
    compiler: Compiler,
) -> None:
    wrong = [f"4<|after|>i<|text|> as u{bits}" for bits in (8, 16, 32)]
    answers = {"E0277": [*wrong, "4<|after|>i<|text|> as usize"]}
    model = ScriptedModel(answers)
    outcome = work(compiler, INDEX, stdout="20\n", model=model, attempts=2, last_attempts=4)
    assert outcome.fixed and outcome.stage == 2 and len(model.asked) == 2
    assert [attempt.text for attempt in outcome.attempts if attempt.stage == 2] == answers["E0277"]
    for without in (
        work(compiler, INDEX, model=ScriptedModel(answers), attempts=2, last_attempts=4),
        work(compiler, INDEX, stdout="20\n", model=ScriptedModel(answers), attempts=2),
    ):
        assert not without.fixed and len([one for one in without.attempts if one.stage == 2]) == 2


DEFAULT = """\
#[derive(Debug, Default)]
enum Mode {
    OTHERS
    Fast,
}

fn main() {
    println!("{:?} {:?}", Mode::default(), Mode::Fast);
}
"""


def test_which_variant_is_the_default_only_the_output_tells(compiler: Compiler) -> None:
    source = DEFAULT.replace("OTHERS", "Off,")
    doubtful = work(compiler, source, stages=[0])
    assert not doubtful.fixed and "only tests could tell" in doubtful.evidence
    assert work(compiler, source, stages=[0], stdout="Fast Fast\n").fixed
    assert work(compiler, DEFAULT.replace("OTHERS", "Wide(u8),"), stages=[0]).fixed


PARSED = """\
fn main() {
    let n = "7".parse().unwrap();
    println!("{n}");
}
"""


def test_of_two_types_that_both_compile_none_is_taken_unless_the_output_tells(compiler: Compiler) -> None:
    say = "2<|after|>parse<|text|>::<{}>"
    model = ScriptedModel({"E0284": [say.format("i64"), say.format("f32"), "2<|after|>n<|text|>: i64"]})
    doubtful = work(compiler, PARSED, model=model)
    assert not doubtful.fixed and doubtful.evidence.startswith("2 repairs mend it, and only tests could tell")
    assert '`let n = "7".parse::<i64>().unwrap();` or' in doubtful.evidence
    assert not any(attempt.verdict == Verdict.FIXED for attempt in doubtful.attempts)
    assert work(compiler, PARSED, model=model, stdout="7\n").fixed
    agreed = ScriptedModel({"E0284": [say.format("i64"), "2<|after|>n<|text|>: i64"]})
    assert work(compiler, PARSED, model=agreed).fixed


def test_what_a_type_holds_is_not_guessed_unless_the_body_tells(compiler: Compiler) -> None:
    source = 'fn list() -> Vec {{\n    {}\n}}\n\nfn main() {{\n    println!("{{}}", list().len());\n}}\n'
    either, bytes_ = source.format("Vec::new()"), source.format("vec![1u8]")
    say = "1<|after|>Vec<|text|><{}>"
    model = ScriptedModel({"E0107": [say.format("u8"), say.format("i64")]})
    doubtful = work(compiler, either, model=model)
    assert not doubtful.fixed and "repairs mend it" in doubtful.evidence and "Vec<u8>" in doubtful.evidence
    assert work(compiler, either, model=model, stdout="0\n").fixed
    assert "Vec<u8>" in source_of(work(compiler, bytes_, model=model))
    own = "pub struct Own<T>(pub Vec<T>);\n\nimpl<T> Own {\n    pub fn of(_: T) {}\n}\n\nfn main() {}\n"
    assert "impl<T> Own<T> {" in source_of(work(compiler, own, stages=[0]))
    wrong = work(compiler, bytes_, model=ScriptedModel({"E0107": [say.format("u16"), say.format("i64")]}))
    assert [error.diagnostic.code for error in wrong.remaining] == ["E0107"]


def test_of_arguments_of_one_type_none_is_taken_out_unless_the_output_tells(compiler: Compiler) -> None:
    add = "fn add(a: u8, b: u8) -> u8 {{\n    a + 2 * b\n}}\n\nfn main() {{\n    let n = add({});\n"
    add += '    println!("{{n}}");\n}}\n'
    doubtful = work(compiler, add.format("1, 2, 3"), stages=[0])
    assert not doubtful.fixed and doubtful.evidence.startswith("3 repairs mend it") and "add(2, 3)" in doubtful.evidence
    shown = add.replace("let n = add({});", "let n = 0;").replace('{{n}}"', '{{n}} {{}}", add({})')
    assert not work(compiler, shown.format("1, 2, 3"), stages=[0]).fixed, "a macro's words hide no call"
    assert "add(2, 3)" in source_of(work(compiler, add.format("1, 2, 3"), stages=[0], stdout="8\n"))
    assert "add(1, 3)" in source_of(work(compiler, add.format('1, "2", 3'), stages=[0]))


def test_of_orders_of_arguments_none_is_taken_unless_the_output_tells(compiler: Compiler) -> None:
    send = 'fn send(from: &str, to: &str, cents: u64) {\n    println!("{from} {to} {cents}");\n}\n\n'
    send += 'fn main() {\n    let (a, b) = ("a", "b");\n    send(CALL);\n}\n'
    doubtful = work(compiler, send.replace("CALL", "7, a, b"), stages=[0])
    assert not doubtful.fixed and doubtful.evidence.startswith("2 repairs mend it")
    assert "send(a, b, 7)" in doubtful.evidence and "send(b, a, 7)" in doubtful.evidence
    assert "send(a, b, 7)" in source_of(work(compiler, send.replace("CALL", "7, a, b"), stages=[0], stdout="a b 7\n"))
    other = send.replace("to: &str", "to: bool").replace('"b");', "true);")
    assert "send(a, b, 7)" in source_of(work(compiler, other.replace("CALL", "b, a, 7"), stages=[0]))


def test_which_of_two_comes_first_is_not_guessed_unless_the_output_tells(compiler: Compiler) -> None:
    source = "fn main() {\n    let mut all: Vec<KIND> = vec![LIST];\n    all.sort_by(|a, b| a < b);\n"
    source += '    println!("{all:?}");\n}\n'
    floats = source.replace("KIND", "f64").replace("LIST", "1.0, 3.0, 2.0")
    doubtful = work(compiler, floats, stages=[0])
    assert not doubtful.fixed and doubtful.evidence.startswith("2 repairs mend it")
    assert "a.total_cmp(b)" in source_of(work(compiler, floats, stages=[0], stdout="[1.0, 2.0, 3.0]\n"))
    assert "b.total_cmp(a)" in source_of(work(compiler, floats, stages=[0], stdout="[3.0, 2.0, 1.0]\n"))
    texts = source.replace("KIND", "&str").replace("LIST", '"c", "aa"').replace("a < b", "a.len() < b.len()")
    assert "b.len().cmp(&a.len())" in source_of(work(compiler, texts, stages=[0], stdout='["aa", "c"]\n'))


def test_what_an_operand_is_is_not_guessed_unless_something_tells(compiler: Compiler) -> None:
    source = "#[derive(Clone, Copy)]\nstruct A {\n    x: u8,\n}\n\nstruct B {\n    x: u8,\n}\n\n"
    source += "impl PartialEq for A {\n    fn eq(&self, other: &B) -> bool {\n        self.x == other.x\n    }\n}\n\n"
    source += 'fn main() {\n    let (a, b) = (A { x: 1 }, B { x: 1 });\n    println!("{}", a.x + b.x);\n}\n'
    assert work(compiler, source, stages=[0]).evidence.startswith("2 repairs mend it")
    told = source.replace("B {\n    x", "B {\n    y").replace("B { x", "B { y").replace("other.x", "other.y")
    assert "impl PartialEq<B> for A" in source_of(work(compiler, told.replace("b.x", "b.y"), stages=[0]))
    used = source.replace("a.x + b.x", "u8::from(a == b)")
    assert "impl PartialEq<B> for A" in source_of(work(compiler, used, stages=[0]))


def test_what_is_done_with_the_parts_of_a_result_was_hidden_until_it_was_asked(compiler: Compiler) -> None:
    source = "fn sum(s: &str) -> Result<i64, String> {\n    let (a, b) = s.split_once('+').ok_or(String::new());\n"
    source += "    let (a, b) = (a.parse::<i64>()?, b.parse::<i64>()?);\n    Ok(a + b)\n}\n\n"
    source += 'fn main() {\n    println!("{:?}", sum("1+2"));\n}\n'
    text = source_of(work(compiler, source, stages=[0]))
    assert ".ok_or(String::new())?;" in text and text.count("map_err(|e| e.to_string())?") == 2


def test_which_trait_is_meant_where_a_type_stands_is_not_guessed(compiler: Compiler) -> None:
    source = "struct Round;\n\nfn keep<T: Round>(_: T) {}\n\nfn main() {\n    keep(1);\n}\n"
    say = "3<|replace|>Round<|text|>{}"
    either = ScriptedModel({"E0404": [say.format("Copy"), say.format("Default")]})
    assert not work(compiler, source, model=either).fixed
    one = ScriptedModel({"E0404": [say.format("Copy"), say.format("Iterator")]})
    assert work(compiler, source, model=one).fixed


def test_which_of_several_traits_has_the_method_is_not_guessed(compiler: Compiler) -> None:
    source = "trait Wild { fn size(&self) -> u32 { 1 } }\ntrait Tame { fn size(&self) -> OTHER; }\nstruct Cat;\n"
    source += "impl Wild for Cat {}\nimpl Tame for Cat { fn size(&self) -> OTHER { 2 } }\n"
    source += "fn weigh(cat: LENTCat) -> u32 {\n    cat.size()\n}\n\nfn main() {\n    weigh(LENTCat);\n}\n"
    for text in (source.replace("LENT", "&"), source.replace("LENT", "")):
        assert not work(compiler, text.replace("OTHER", "u32"), stages=[0]).fixed
        assert "Wild::size(" in source_of(work(compiler, text.replace("OTHER", "u64"), stages=[0]))


def test_a_text_without_its_end_is_closed_where_only_one_place_compiles(compiler: Compiler) -> None:
    source = 'fn main() {\n    println!("{}", "ab);\n    println!("{}", ["c", "d"].len());\n}\n'
    far = source[:-2] + "    let mut n = 0;\n" + "    n += 1;\n" * 40 + '    println!("{n}");\n}\n'
    prefixed = source[:-2] + '    println!("a\\n{}b, {}b", 1, 2);\n}\n'  # `b` before a quote, from the text's end on
    for text in (source, far, prefixed):
        closed = work(compiler, text, stages=[0])
        assert closed.fixed and '"ab");' in source_of(closed)
    either = work(compiler, 'fn main() {\n    let _ = ["ab, c];\n}\n', stages=[0])
    assert either.fixed and '["ab, c"]' in source_of(either)
    several = work(compiler, 'fn main() {\n    let c = 1;\n    println!("{c}", c = c, "ab, c);\n}\n', stages=[0])
    assert not several.fixed


def test_of_the_places_where_a_call_may_end_none_is_taken_unless_the_output_tells(compiler: Compiler) -> None:
    source = 'fn main() {\n    let n = 5_i32.max(2 + 1_i32.min(7);\n    println!("{n}");\n}\n'
    doubtful = work(compiler, source, stages=[0])
    assert not doubtful.fixed and "5_i32.max(2 + 1_i32).min(7);" in doubtful.evidence
    told = work(compiler, source, stages=[0], stdout="6\n")
    assert told.fixed and "5_i32.max(2) + 1_i32.min(7);" in source_of(told)
    lines = "".join(f"    n += {number};\n" for number in range(40))
    far = (
        "fn count() -> i32 {\n    let mut n = 0;\n" + lines + '    n\n\nfn main() {\n    println!("{}", count());\n}\n'
    )
    closed = work(compiler, far, stages=[0])
    assert closed.fixed and "    n\n}\n\nfn main" in source_of(closed)


SEATS = """\
struct Seat {
    row: u8,
    é: u8,
}

fn find(all: &[Seat], row: u8) -> Option<&Seat> {
    all.iter().find(|seat| seat.row == row)
}

fn main() {
    let all = [Seat { row: 1, é: 2 }, Seat { row: 3, é: 4 }];
    let mut sum = 0;
    for row in [1, 2, 3] {
        LET
        sum += seat.row + seat.é;
    }
    println!("{sum}");
}
"""


def test_what_a_round_does_without_its_value_only_the_output_tells(compiler: Compiler) -> None:
    source = SEATS.replace("LET", "let seat = find(&all, row);")
    doubtful = work(compiler, source, stages=[0])
    assert not doubtful.fixed and "only tests could tell" in doubtful.evidence
    told = work(compiler, source, stages=[0], stdout="10\n")
    skipped = "let Some(seat) = find(&all, row) else {\n            continue;\n        };"
    assert told.fixed and source_of(told) == SEATS.replace("LET", skipped)
    always = source.replace("[1, 2, 3]", "[1, 3]")
    assert work(compiler, always, stages=[0], stdout="10\n").fixed
    outside = source.replace("    for row in [1, 2, 3] {", "    let row = 3;\n    {").replace(
        "    }\n    p", "    };\n    p"
    )
    assert work(compiler, outside, stages=[0]).fixed


def test_nor_is_a_round_skipped_in_a_function_that_reports_failures(compiler: Compiler) -> None:
    source = SEATS.replace("LET", "let seat = find(&all, row);").replace(
        "fn main() {", "fn run() -> Result<(), String> {"
    )
    source = source.replace('    println!("{sum}");\n', '    println!("{sum}");\n    Ok(())\n')
    doubtful = work(compiler, f"{source}\nfn main() {{\n    let _ = run();\n}}\n", stages=[0])
    assert not doubtful.fixed and "only tests could tell" in doubtful.evidence


def test_what_is_left_open_does_not_undo_the_step_that_revealed_it(compiler: Compiler) -> None:
    source = 'fn main() {\n    let (a, a) = (1, 2);\n    println!("{a}");\n    println!("done);\n}\n'
    wrong, twice = '4<|after|>)<|text|>"', ["2<|after|>a,<|text|> _", "x"]
    outcome = work(compiler, source, model=ScriptedModel({"E0765": [wrong], "E0416": twice}))
    assert '"done");' in source_of(outcome) and [error.diagnostic.code for error in outcome.remaining] == ["E0416"]


def test_a_callees_type_parameter_is_not_taken_for_the_callers_unless_the_output_tells(
    compiler: Compiler,
) -> None:
    source = """\
fn size<T>() -> usize {
    std::mem::size_of::<T>()
}

fn of<T>(_: T) -> usize {
    size()
}

fn main() {
    println!("{}", of(1u8));
}
"""
    assert not work(compiler, source, stages=[0]).fixed
    assert work(compiler, source, stages=[0], stdout="1\n").fixed


def test_a_suggestion_that_changes_the_output_is_not_accepted(compiler: Compiler) -> None:
    source = 'fn main() {\n    let (count, counts, count_all) = (1, 2, 7);\n    println!("{}", countt);\n}\n'
    only = work(compiler, source, stdout="7\n", stages=[0])
    assert only.verdict == Verdict.BEHAVIOUR_CHANGED and only.after is None
    model = ScriptedModel({"E0425": ["3<|replace|>countt<|text|>count_all"]})
    assert work(compiler, source, stdout="7\n", model=model).stage == 2


def test_a_cheating_answer_is_refused_by_name_and_never_kept(compiler: Compiler) -> None:
    model = ScriptedModel({"E0277": ["4<|lines|>4<|text|>    todo!();", "3<|lines|>4<|text|>    let i = 1;"]})
    outcome = work(compiler, INDEX, model=model)
    assert outcome.verdict == Verdict.CHEATED and outcome.after is None
    assert "new-todo!" in outcome.attempts[-2].evidence and "statement-deleted" in outcome.attempts[-1].evidence


def test_a_suggestion_that_reveals_a_later_error_is_followed_to_the_end(compiler: Compiler) -> None:
    outcome = work(compiler, HIDDEN_BORROW, stdout="ab AB\n", stages=[0])
    assert outcome.fixed, [(a.text, a.verdict, a.evidence) for a in outcome.attempts]


def test_what_was_given_up_has_another_turn_once_what_stood_in_its_way_is_mended(compiler: Compiler) -> None:
    source = """\
pub trait Shout {
    fn shout(&self) -> u8;
}

pub struct Dog;

impl Shuot for Dog {
    pub fn shout(&self) -> u8 {
        3
    }
}

fn main() {
    println!("{}", Dog.shout());
}
"""
    outcome = work(compiler, source, stages=[0])
    assert outcome.fixed and source_of(outcome) == source.replace("Shuot", "Shout").replace("    pub fn", "    fn")
    said = [(one.error.diagnostic.code, one.verdict) for one in outcome.attempts]
    assert said == [("E0405", Verdict.CHEATED), ("E0449", Verdict.ADVANCED), ("E0405", Verdict.FIXED)]


def test_where_the_output_is_wrong_any_of_the_steps_is_taken_otherwise(compiler: Compiler) -> None:
    source = """\
fn low(n: u64) -> u8 {
    n
}

fn at(v: &[u8], i: u8) -> u8 {
    v[i]
}

fn twice(text: &str) -> usize {
    text.length() * 2
}

fn main() {
    println!("{} {} {}", low(20), at(&[4, 5], 1), twice("abc"));
}
"""
    answers = {
        "E0308": ["2<|after|>n<|text|>.min(9) as u8", "2<|after|>n<|text|> as u8"],
        "E0277": ["5<|after|>i<|text|> as usize"],
        "E0599": ["5<|replace|>length<|text|>len"],
    }
    outcome = work(compiler, source, stdout="20 5 6\n", stages=[2], model=ScriptedModel(answers))
    assert outcome.fixed and "    n as u8" in source_of(outcome)


def test_what_was_mended_is_reported_although_something_is_left(compiler: Compiler) -> None:
    two = {"main.rs": "mod part;\n" + INDEX.replace("v[i]", "v[i] + part::two()"), "part.rs": MUT_PART}
    outcome = work(compiler, two, stages=[0])
    assert outcome.verdict == Verdict.ADVANCED
    assert [reported.diagnostic.code for reported in outcome.remaining] == ["E0277"]
    assert outcome.after is not None and "let mut b" in outcome.after.files["part.rs"]


def test_a_green_program_is_fixed_without_an_attempt(compiler: Compiler) -> None:
    outcome = work(compiler, "fn main() {}\n")
    assert outcome.fixed and outcome.after is None and not outcome.attempts


def test_an_endless_program_is_a_verdict_and_not_a_hang(compiler: Compiler) -> None:
    quick = Compiler(compiler.toolchain, compiler.sandbox, type(compiler.limits)(wall_seconds=3.0))
    source = (
        "fn main() {\n    let n = 1;\n    n += 1;\n    while n > 0 {\n        std::thread::yield_now();\n    }\n}\n"
    )
    outcome = work(quick, source, stdout="", stages=[0])
    assert outcome.verdict == Verdict.TIMED_OUT


def test_many_fixers_share_one_batch_and_keep_their_order(compiler: Compiler) -> None:
    model = ScriptedModel({"E0277": ["4<|after|>i<|text|> as usize"]})
    tasks = [
        Task(id=str(n), files={"main.rs": INDEX.replace("20", str(n))}, oracle=Oracle("run", f"{n}\n"))
        for n in range(4)
    ]
    calls: list[int] = []
    propose = model.propose

    def counted(contexts, **rest):  # type: ignore[no-untyped-def]
        calls.append(len(contexts))
        return propose(contexts, **rest)

    model.propose = counted  # type: ignore[method-assign]
    outcomes = run([fix(TaskProject(task, compiler), Plan(), FixedRouter()) for task in tasks], lambda: model)
    assert [outcome.fixed for outcome in outcomes] == [True] * 4
    assert [outcome.before.files["main.rs"] for outcome in outcomes] == [task.files["main.rs"] for task in tasks]
    assert calls == [4]
