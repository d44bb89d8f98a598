"""What differs in size is boxed where it is held, and so is what is put there."""

import pytest

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = """\
trait Rule {
    fn cost(&self) -> u8;
}

struct É(u8);

impl Rule for É {
    fn cost(&self) -> u8 {
        self.0
    }
}

"""
BARE = """\
struct All {
    rules: Vec<dyn Rule>,
    first: Option<dyn Rule>,
}

impl All {
    fn new() -> All {
        All { rules: Vec::new(), first: None }
    }
"""
FAR = "\n" * 30
USES = """
    fn more(&mut self) -> u8 {
        self.rules.push(É(1));
        self.rules.push(Box::new(É(2)));
        self.rules.iter().map(|rule| rule.cost()).sum::<u8>() + self.first.as_ref().map_or(0, |rule| rule.cost())
    }
}

fn main() {
    println!("{}", All::new().more());
}
"""


def test_what_is_held_and_what_is_put_there_is_boxed(compiler: Compiler) -> None:
    text = HEAD + BARE + FAR + USES
    tree = SourceTree({"main.rs": text})
    found = [one for error in compiler.check(tree).errors for one in foremost(error, tree)]
    edits = tuple(dict.fromkeys(edit for one in found for edit in one.edits))
    mended = text.replace("<dyn Rule>", "<Box<dyn Rule>>").replace("push(É(1))", "push(Box::new(É(1)))")
    assert tree.apply(edits).files["main.rs"] == mended
    assert compiler.check(SourceTree({"main.rs": mended})).green


def test_what_is_listed_is_boxed_one_by_one(compiler: Compiler) -> None:
    text = (
        HEAD + "fn sum(rules: &[dyn Rule]) -> u8 {\n    rules.iter().map(|rule| rule.cost()).sum()\n}\n\n"
        "fn main() {\n    let rules: Vec<dyn Rule> = vec![\n        É(1), // one\n        Box::new(É(2)),\n"
        "        É(\n            3,\n        ),\n    ];\n    sum(&rules);\n}\n"
    )
    tree = SourceTree({"main.rs": text})
    found = [one for error in compiler.check(tree).errors for one in foremost(error, tree)]
    edits = tuple(dict.fromkeys(edit for one in found for edit in one.edits))
    mended = text.replace("[dyn Rule]", "[Box<dyn Rule>]").replace("Vec<dyn Rule>", "Vec<Box<dyn Rule>>")
    mended = mended.replace("        É(1)", "        Box::new(É(1))")
    mended = mended.replace("        É(\n            3,\n        )", "        Box::new(É(\n            3,\n        ))")
    assert tree.apply(edits).files["main.rs"] == mended and compiler.check(SourceTree({"main.rs": mended})).green


def test_a_local_and_a_function_value_are_boxed(compiler: Compiler) -> None:
    local = "    let mut v: Vec<dyn Fn(u8) -> u8 + Send> = Vec::new();\n    v.push(|é| é + 1);\n    v[0](2)\n"
    text = f"fn all() -> u8 {{\n{local}}}\n\nfn main() {{\n    all();\n}}\n"
    tree = SourceTree({"main.rs": text})
    first = next(one for error in compiler.check(tree).errors for one in foremost(error, tree))
    mended = text.replace("dyn Fn(u8) -> u8 + Send", "Box<dyn Fn(u8) -> u8 + Send>").replace(
        "|é| é + 1", "Box::new(|é| é + 1)"
    )
    assert tree.apply(first.edits).files["main.rs"] == mended and compiler.check(SourceTree({"main.rs": mended})).green


@pytest.mark.parametrize(
    "text",
    ["fn f(rule: dyn Rule) {}\n", "fn f(text: Vec<str>) {}\n", "struct S {\n    one: dyn Rule,\n    two: u8,\n}\n"],
)
def test_what_no_collection_holds_is_left_alone(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": f"{HEAD}{text}\nfn main() {{}}\n"})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)


def test_what_is_boxed_already_and_others_of_the_name_stay(compiler: Compiler) -> None:
    other = (
        '\nfn words() {\n    let mut rules = Vec::new();\n    rules.push("é");\n'
        '    for one in &rules {\n        println!("{one}");\n    }\n}\n'
    )
    text = (
        HEAD
        + BARE
        + (
            "    fn add(&mut self, rule: Box<dyn Rule>) {\n        self.rules.push(rule);\n"
            "        self.rules.push(É(1));\n    }\n}\n\n"
            "fn main() {\n    All::new().add(Box::new(É(1)));\n    words();\n}\n"
        )
    )
    tree = SourceTree({"main.rs": text + other})
    found = [one for error in compiler.check(tree).errors for one in foremost(error, tree)]
    edits = tuple(dict.fromkeys(edit for one in found for edit in one.edits))
    mended = text.replace("<dyn Rule>,\n", "<Box<dyn Rule>>,\n").replace("push(É(1))", "push(Box::new(É(1)))") + other
    assert tree.apply(edits).files["main.rs"] == mended


def test_where_nothing_is_held_nothing_is_proposed(compiler: Compiler) -> None:
    text = f"{HEAD}trait More {{}}\n\nimpl More for Vec<dyn Rule> {{}}\n\nfn main() {{}}\n"
    tree = SourceTree({"main.rs": text})
    errors = compiler.check(tree).errors
    assert errors and not any(foremost(error, tree) for error in errors)
