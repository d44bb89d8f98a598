"""A struct that borrows gets its lifetime everywhere at once; what would only take what lives forever is not taken."""

from collections.abc import Callable

import pytest

from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree

ROW = """\
#[derive(Debug)]
struct Row {
    name: &str,
    size: usize,
}

impl Row {
    fn of(name: &str, size: usize) -> Self {
        Row { name, size }
    }

    fn read(name: &str) -> Option<Row> {
        Some(Row { name, size: 1 })
    }

    fn wide(&self) -> bool {
        self.size > 3
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}", self.name)
    }
}

fn main() {
    let name = String::from("a");
    let row = Row::of(&name, 1);
    println!("{row} {}", row.wide());
}
"""


def test_the_struct_its_implementations_and_constructors_name_it(mended: Callable[[str], list[str]]) -> None:
    wanted = ROW.replace("struct Row", "struct Row<'a>").replace("impl Row {", "impl<'a> Row<'a> {")
    wanted = (
        wanted.replace("Option<Row>", "Option<Row<'a>>")
        .replace("name: &str", "name: &'a str")
        .replace("for Row {", "for Row<'_> {")
    )
    assert wanted in mended(ROW)


@pytest.mark.parametrize(("value", "lost"), [("name", True), ('name: "a"', False)])
def test_only_literals_live_forever(compiler: Compiler, value: str, lost: bool) -> None:
    tree = SourceTree({"main.rs": ROW.replace("{ name, size", f"{{ {value}, size")})
    error = next(one for one in compiler.check(tree).errors if one.code == "E0106")
    assert loses(error, [Edit("main.rs", 3, 3, "&str", "&'static str")], tree) == lost


def test_a_parameter_takes_what_its_callers_have(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": "fn longer(a: &str, b: &str) -> &str {\n    a\n}\n\nfn main() {}\n"})
    (error,) = compiler.check(tree).errors
    assert loses(error, [Edit("main.rs", 1, 1, "a: &str", "a: &'static str")], tree)


def test_what_is_not_kept_may_end_sooner(mended: Callable[[str], list[str]]) -> None:
    text = ROW.replace("of(name: &str, size", "of(name: &str, unit: &str, size").replace(
        "(&name, 1)", '(&name, "m", 1)'
    )
    text = text.replace("Row { name, size }", "let size = size * unit.len();\n        Row { name, size }")
    assert "of(name: &'a str, unit: &str, size" in mended(text)[0]
