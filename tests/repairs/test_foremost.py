"""What comes before rustc's own suggestions mends the whole of the mistake, and stays away where it may be meant."""

import pytest

from sleepy_coder.agent.suggestions import likelier, search
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

NUMBER = "fn number(s: &str) -> Result<u32, String> {\n    s.parse().map_err(|_| s.to_string())\n}\n\n"
ITEM = "struct Item {\n    price: u32,\n}\n\nfn item(n: u32) -> Option<Item> {\n    Some(Item { price: n })\n}\n\n"
MAIN = "\nfn main() {}\n"
TEXT = "struct Text<'é> {\n    text: &'é str,\n}\n\n"

MENDED = {
    "a Result that is passed on, and assigned what it holds": (
        NUMBER + "fn sum(words: &[&str]) -> Result<u32, String> {\n    let mut é = number(words[0]);\n"
        "    for word in words {\n        é = u32::max(é, number(word)?);\n    }\n    Ok(é)\n}\n",
        ("let mut é = number(words[0]);", "let mut é = number(words[0])?;"),
    ),
    "an Option whose field is read twice, over several lines": (
        ITEM + "fn cost(n: u32) -> Option<u32> {\n    let one = item(\n        n,\n    );\n"
        "    if one.price > 9 {\n        return None;\n    }\n    Some(one.price)\n}\n",
        ("        n,\n    );", "        n,\n    )?;"),
    ),
    "a Result whose method is called": (
        NUMBER + "fn square(s: &str) -> Result<u32, String> {\n    let n = number(s);\n    Ok(n.pow(2))\n}\n",
        ("let n = number(s);", "let n = number(s)?;"),
    ),
    "a Result that is lent": (
        NUMBER + "fn lent(s: &str) -> Result<u32, String> {\n    let n = number(s);\n    let m: &u32 = &n;\n"
        "    Ok(*m)\n}\n",
        ("let n = number(s);", "let n = number(s)?;"),
    ),
    "a Result that is added to, and one that is added": (
        NUMBER + "fn more(s: &str) -> Result<u32, String> {\n    let mut n = number(s);\n    n += 1;\n"
        "    Ok(1 + n)\n}\n",
        ("let mut n = number(s);", "let mut n = number(s)?;"),
    ),
    "a Result whose field a macro reads": (
        ITEM + "fn say(n: u32) -> Option<String> {\n    let one = item(n);\n"
        '    Some(format!("{} {}", n, one.price))\n}\n',
        ("let one = item(n);", "let one = item(n)?;"),
    ),
    "a Result that a text shows": (
        NUMBER + 'fn say(s: &str) -> Result<String, String> {\n    let n = number(s);\n    Ok(format!("{n:>3}"))\n}\n',
        ("let n = number(s);", "let n = number(s)?;"),
    ),
    "a Result that is indexed": (
        "fn all() -> Result<Vec<u8>, String> {\n    Ok(vec![1])\n}\n\n"
        "fn one() -> Result<u8, String> {\n    let all = all();\n    Ok(all[0])\n}\n",
        ("let all = all();", "let all = all()?;"),
    ),
    "an Option that is followed": (
        "fn one(all: &[u8]) -> Option<u8> {\n    let first = all.first();\n    Some(*first + 1)\n}\n",
        ("let first = all.first();", "let first = all.first()?;"),
    ),
    "a Result that a closure uses": (
        NUMBER + "fn more(s: &str) -> Result<u32, String> {\n    let n = number(s);\n    let add = |m: u32| n + m;\n"
        "    Ok(add(1))\n}\n",
        ("let n = number(s);", "let n = number(s)?;"),
    ),
    "a Result that is taken apart, over several lines": (
        "fn two(s: &str) -> Result<(u8, u8), String> {\n    let (é, n) = s\n        .split_once(',')\n"
        "        .ok_or(String::new());\n    Ok((é.parse().unwrap_or(0), n.parse().unwrap_or(1)))\n}\n",
        ("String::new());", "String::new())?;"),
    ),
    "an iterator that is indexed": (
        "fn last(é: &str) -> char {\n    let chars = é.chars();\n    let n = chars.len();\n    chars[n - 1]\n}\n",
        ("let chars = é.chars();", "let chars: Vec<char> = é.chars().collect();"),
    ),
    "an iterator that is sorted": (
        "fn sorted(v: &[u8]) -> Vec<u8> {\n    let mut é = v.iter().map(|n| n * 2);\n    é.sort();\n    é\n}\n",
        ("let mut é = v.iter().map(|n| n * 2);", "let mut é: Vec<_> = v.iter().map(|n| n * 2).collect();"),
    ),
    "an iterator that is lent as a list and indexed": (
        "fn all(_: &[String]) {}\n\nfn one(é: &str) -> String {\n    let mut parts = é\n        .split(',')\n"
        "        .map(str::to_string);\n    all(&parts);\n    parts.sort();\n    parts[0].clone()\n}\n",
        (
            "let mut parts = é\n        .split(',')\n        .map(str::to_string);",
            "let mut parts: Vec<_> = é\n        .split(',')\n        .map(str::to_string)\n        .collect();",
        ),
    ),
    "a sum of floats that begins with an integer": (
        "fn sum(v: &[f64]) -> f64 {\n    let mut é = 0;\n    for x in v {\n        é += x * 2.0;\n    }\n    é\n}\n",
        ("let mut é = 0;", "let mut é = 0.0;"),
    ),
    "a sum of float literals that begins with an integer": (
        "fn sum() -> u32 {\n    let mut é = 0;\n    for x in [1.5, 2.5] {\n        é += x;\n    }\n"
        '    println!("{é:?}");\n    1\n}\n',
        ("let mut é = 0;", "let mut é = 0.0;"),
    ),
    "an integer that is shown": (
        'fn half(x: f64) -> f64 {\n    x / 2.0\n}\n\nfn shown() {\n    let é = 3;\n    println!("{:?}", é);\n'
        '    println!("{}", half(é));\n}\n',
        ("half(é)", "half(f64::from(é))"),
    ),
    "a factor": (
        "fn twice(x: f64) -> f64 {\n    let é = 2;\n    é * x\n}\n",
        ("let é = 2;", "let é = 2.0;"),
    ),
    "a loop that takes what is lent": (
        "struct P {\n    é: Vec<u32>,\n}\n\nfn sum(p: &P) -> u32 {\n    let mut n = 0;\n    for x in p.é {\n"
        "        n += x;\n    }\n    n\n}\n",
        ("in p.é", "in &p.é"),
    ),
    "fields that a pattern leaves out": (
        "struct P {\n    x: u8,\n    é: u8,\n    y: u8,\n}\n\nfn x(p: P) -> u8 {\n    let P { x } = p;\n    x\n}\n",
        ("let P { x }", "let P { x, .. }"),
    ),
    "an implementation without its type's lifetime": (
        TEXT + "impl Text {\n    fn all(&self) -> &'é str {\n        self.text\n    }\n}\n",
        ("impl Text {", "impl<'é> Text<'é> {"),
    ),
    "an implementation of a trait without its type's lifetime": (
        TEXT + "impl Iterator for Text {\n    type Item = &'é str;\n\n    fn next(&mut self) -> Option<&'é str> {\n"
        "        None\n    }\n}\n",
        ("impl Iterator for Text {", "impl<'é> Iterator for Text<'é> {"),
    ),
    "an implementation with other parameters": (
        "struct Held<'a, 'b: 'a, T: Clone> {\n    left: &'a T,\n    right: &'b T,\n}\n\n"
        "impl<T: Clone> Held<T> {\n    fn both(&self) -> (&'a T, &'b T) {\n        (self.left, self.right)\n    }\n}\n",
        ("impl<T: Clone> Held<T> {", "impl<'a, 'b, T: Clone> Held<'a, 'b, T> {"),
    ),
    "an implementation that declares the lifetime alone": (
        TEXT + "impl<'é> Text {\n    fn all(&self) -> &'é str {\n        self.text\n    }\n}\n",
        ("impl<'é> Text {", "impl<'é> Text<'é> {"),
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_one_edit_mends_all_that_follows_from_the_mistake(compiler: Compiler, name: str) -> None:
    text, (old, new) = MENDED[name]
    broken = SourceTree({"main.rs": text + MAIN})
    mended = SourceTree({"main.rs": text.replace(old, new) + MAIN})
    errors = compiler.check(broken).errors
    ways = [broken.apply(one.edits).files["main.rs"] for error in errors for one in foremost(error, broken)]
    assert len(ways) >= len(errors) and set(ways) == {mended.files["main.rs"]} and compiler.check(mended).green


def test_it_comes_before_what_rustc_suggests_alone_and_among_others(compiler: Compiler) -> None:
    text, (old, new) = MENDED["a Result whose method is called"]
    task = Task(id="t", files={"main.rs": text + MAIN}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    fixed = [trial.edits for trial in trials if trial.verification.verdict == Verdict.FIXED]
    firsts = [fixed[0], likelier(errors[0], task.tree)[0][1]]
    assert len(fixed) > 1 and all(
        task.tree.apply(one).files["main.rs"] == text.replace(old, new) + MAIN for one in firsts
    )


def test_the_local_may_be_bound_far_above_its_use(compiler: Compiler) -> None:
    between = "".join(f"    let n{number} = {number};\n" for number in range(20))
    text = (
        f"{NUMBER}fn far(s: &str) -> Result<u32, String> {{\n    let n = number(s);\n{between}    Ok(n + n19)\n}}\n"
        + MAIN
    )
    task = Task(id="t", files={"main.rs": text}, oracle=Oracle("compile"))
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([task.tree])[0].errors
    trials = search(judge, Situation(task.tree, errors, errors), depth=1, checks=12)
    asked = task.tree.apply(trials[0].edits).files["main.rs"]
    assert trials[0].settles and "let n = number(s)?;" in asked


LEFT = {
    "it is asked for its cases": "let n = number(s);\n    if n.is_err() {\n        return Ok(0);\n    }\n    Ok(n + 1)",
    "it is matched": "let n = number(s);\n    match n {\n        Ok(_) => Ok(n + 1),\n        _ => Ok(0),\n    }",
    "it is matched by if": "let n = number(s);\n    if let Ok(m) = &n {\n        return Ok(*m);\n    }\n    Ok(n + 1)",
    "it is asked behind": "let n = number(s);\n    let m = n + 1;\n    Ok(m + n?)",
    "it is asked in a macro": "let n = number(s);\n    assert!(n.is_ok());\n    Ok(n + 1)",
    "its cases are shown": 'let n = number(s);\n    println!("{:?}", n);\n    Ok(n + 1)',
    "its cases are shown by its name": 'let n = number(s);\n    println!("{n:?}");\n    Ok(n + 1)',
    "its type is written": "let n: Result<u32, String> = number(s);\n    Ok(n + 1)",
    "its name is taken again": "let n = number(s);\n    let m = n + 1;\n    let n = 2;\n    Ok(m + n)",
    "a closure binds it": "let add = || {\n        let n = number(s);\n        n + 1\n    };\n    Ok(add())",
    "a pattern binds it": "let (n, m) = (number(s), 1);\n    Ok(n + m)",
}


@pytest.mark.parametrize("name", LEFT)
def test_a_local_that_may_be_meant_as_a_result_is_left(compiler: Compiler, name: str) -> None:
    tree = SourceTree({"main.rs": f"{NUMBER}fn of(s: &str) -> Result<u32, String> {{\n    {LEFT[name]}\n}}\n{MAIN}"})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)


@pytest.mark.parametrize(
    "text",
    [
        NUMBER + "fn of(s: &str) -> Option<u32> {\n    let n = number(s);\n    Some(n + 1)\n}\n",
        NUMBER + "fn of(s: &str) -> u32 {\n    let n = number(s);\n    n + 1\n}\n",
        "fn of(n: Option<u32>) -> Option<u32> {\n    Some(n + 1)\n}\n",  # a parameter
        "fn of(s: &str) -> u8 {\n    let (_a, _b) = s.split_once(',');\n    1\n}\n",  # it returns no Option
        "fn of(s: &str) -> usize {\n    let n = s.chars();\n    n.len()\n}\n",  # their number may be wanted alone
        "fn of(n: std::str::Chars) -> char {\n    n[0]\n}\n",
        "fn of(n: i32, x: f64) -> f64 {\n    n * x\n}\n",  # no literal
        'fn of(x: f64) -> f64 {\n    let n = 2;\n    println!("{n:?}");\n    n * x\n}\n',  # `2`, not `2.0`
        "fn of(x: f64) -> f64 {\n    let n: i32 = 2;\n    n * x\n}\n",
        TEXT + "impl Text {\n    fn all(&self) -> &str {\n        self.text\n    }\n}\n",  # `Text<'_>` it is
        TEXT + "impl Text<'é> {\n    fn all(&self) -> &'é str {\n        self.text\n    }\n}\n",  # rustc mends it
        TEXT + "impl Text {\n    fn of<'é>(&self, s: &'é str) -> &'é str {\n        s\n    }\n}\n",  # a method's own
    ],
)
def test_what_rustc_mends_and_what_no_question_mark_mends_is_left(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": text + MAIN})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
