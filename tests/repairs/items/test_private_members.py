"""A private field is opened to the crate, but where its owner has another way for others."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.repairs.lossy import loses
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit, SourceTree

OWNER = "pub struct É {\n    n: u8,\n}\n\nimpl É {\n    METHOD\n}\n"


def tree_of(use: str, method: str) -> SourceTree:
    files = {"main.rs": f"mod own;\n\n{use}\n\nfn main() {{}}\n", "own.rs": OWNER.replace("METHOD", method)}
    return SourceTree(files)


def ways(compiler: Compiler, use: str, method: str) -> list[str]:
    tree = tree_of(use, method)
    (error,) = compiler.check(tree).errors
    return [one.message for one in implied(error, tree)]


def opened(compiler: Compiler, use: str, method: str) -> bool:
    tree = tree_of(use, method)
    (error,) = compiler.check(tree).errors
    return not loses(error, [Edit("own.rs", 2, 2, "    n: u8,", "    pub n: u8,")], tree)


SET = "fn f(e: &mut own::É) {\n    e.n = 2;\n}"
MADE = "fn f() -> own::É {\n    own::É { n: 2 }\n}"
SHOWN = 'fn f(e: &own::É) -> String {\n    format!("{}", e.n)\n}'
READ = "fn f(e: &own::É) -> u8 {\n    e.n\n}"


@pytest.mark.parametrize(
    ("use", "method"),
    [
        (SET, "pub fn set_n(&mut self, n: u8) {\n        self.n = n % 9;\n    }"),
        (SET, "pub fn add(&mut self, n: u8) {\n        self.n += n % 9;\n    }"),
        (READ, "pub fn get_n(&self) -> u8 {\n        self.n\n    }"),
        (MADE, "pub fn new(n: u8) -> Option<Self> {\n        (n < 9).then_some(É { n })\n    }"),
        (MADE, "pub fn new(n: u8) -> Self {\n        assert!(n < 9);\n        É { n }\n    }"),
        (MADE, "pub fn new(n: u8) -> É {\n        É { n: n.min(9) }\n    }"),
        (MADE, "pub fn parse(t: &str) -> Result<É, ()> {\n        t.parse().map(|n| É { n }).map_err(|_| ())\n    }"),
    ],
)
def test_what_its_owner_guards_stays_private(compiler: Compiler, use: str, method: str) -> None:
    assert not any(way.startswith("open") for way in ways(compiler, use, method))


@pytest.mark.parametrize(
    ("use", "method", "refused"),
    [
        (SET, "pub fn set_n(&mut self, n: u8) {\n        self.n = n % 9;\n    }", True),
        (SET, "pub fn add(&mut self, n: u8) {\n        self.n += n % 9;\n    }", False),
        (READ, "pub fn get_n(&self) -> u8 {\n        self.n\n    }", False),
        (MADE, "pub fn new(n: u8) -> Option<Self> {\n        (n < 9).then_some(É { n })\n    }", True),
    ],
)
def test_nobody_goes_past_a_setter(compiler: Compiler, use: str, method: str, refused: bool) -> None:
    assert opened(compiler, use, method) != refused


ADDED = "fn f(e: &mut own::É) {\n    e.n += 2;\n}"
ADD = "pub fn add(&mut self, n: u8) -> Option<u8> { if n > 9 { return None; } self.n += n; Some(n) }"


@pytest.mark.parametrize(
    ("method", "refused"),
    [
        (ADD, True),
        (ADD.replace("self.n += n", "self.n = n"), False),
        (ADD.replace("&mut self", "mut self"), False),
        ("pub fn add(&mut self, n: u8) { self.n += n; }", False),
    ],
)
def test_nobody_goes_past_a_method_that_may_refuse(compiler: Compiler, method: str, refused: bool) -> None:
    assert opened(compiler, ADDED, method) != refused


@pytest.mark.parametrize(
    ("use", "method", "now"),
    [
        (SET, "pub fn set_n(&mut self, n: u8) {\n        self.n = n % 9;\n    }", "e.set_n(2);"),
        (SET, "pub fn set_n(&mut self, n: u8) -> &mut Self {\n        self.n = n;\n        self\n    }", "e.set_n(2);"),
        (ADDED, "pub fn add(&mut self, k: u8) {\n        self.n += k;\n    }", "e.add(2);"),
        (SET, "pub fn become_n(&mut self, k: u8) {\n        self.n = k;\n    }", "e.become_n(2);"),
        (READ, "pub fn get_n(&self) -> u8 {\n        self.n\n    }", "    e.get_n()\n"),
        (SHOWN, "pub fn get_n(&self) -> u8 {\n        self.n\n    }", '("{}", e.get_n())'),
    ],
)
def test_the_owner_s_way_is_taken(compiler: Compiler, use: str, method: str, now: str) -> None:
    tree = tree_of(use, method)
    (error,) = compiler.check(tree).errors
    (way,) = implied(error, tree)
    after = tree.apply(way.edits)
    assert now in after.files["main.rs"] and not compiler.check(after).errors


@pytest.mark.parametrize(
    ("use", "method"),
    [
        (SET, "pub fn set_n(&mut self, n: u8) -> Result<(), u8> {\n        self.n = n;\n        Err(n)\n    }"),
        (SET, "fn set_n(&mut self, n: u8) {\n        self.n = n;\n    }"),
        ("fn f(e: &mut own::É) {\n    e.n += 2;\n}", "pub fn set_n(&mut self, n: u8) {\n        self.n = n;\n    }"),
        (ADDED, "pub fn sub(&mut self, n: u8) {\n        self.n -= n;\n    }"),
        (ADDED, "pub fn add(&mut self, n: u8) {\n        self.n += n / 2;\n    }"),
    ],
)
def test_a_setter_that_may_refuse_or_is_private_or_another_change_is_no_way(
    compiler: Compiler, use: str, method: str
) -> None:
    assert not ways(compiler, use, method)


@pytest.mark.parametrize(
    ("use", "method"),
    [
        (READ, "pub fn add(&mut self, n: u8) {\n        self.n += n;\n    }"),
        (READ, "pub fn set_n(&mut self, n: u8) {\n        self.n = n;\n    }"),
        (MADE, "pub fn new(n: u8) -> Self {\n        É { n }\n    }"),
        (SET, "pub fn next(&self) -> Option<Self> {\n        None\n    }"),
    ],
)
def test_what_is_not_guarded_is_opened(compiler: Compiler, use: str, method: str) -> None:
    assert ways(compiler, use, method) == ["open `n` to the crate"]
    assert opened(compiler, use, method)


LIST = """\
pub struct É {
    n: Vec<u8>,
}

impl É {
    pub fn NAME(&self) -> KIND {
        GIVEN
    }
}
"""


@pytest.mark.parametrize(
    ("name", "use", "lost"),
    [
        ("get_n", "e.n.push(2);", True),
        ("n", "e.n.push(2);", True),
        ("n", "e.n[0] = 2;", True),
        ("n", "e.n.len();", False),
    ],
)
def test_what_is_changed_is_no_copy_of_it(compiler: Compiler, name: str, use: str, lost: bool) -> None:
    own = LIST.replace("NAME", name).replace("KIND", "Vec<u8>").replace("GIVEN", "self.n.clone()")
    main = f"mod own;\n\nfn f(e: &mut own::É) {{\n    {use}\n}}\n\nfn main() {{}}\n"
    tree = SourceTree({"main.rs": main, "own.rs": own})
    (error,) = compiler.check(tree).errors
    called = use.replace("e.n", f"e.{name}()")
    assert loses(error, [Edit("main.rs", 4, 4, f"    {use}", f"    {called}")], tree) == lost
    assert not any(called in edit.new for one in implied(error, tree) for edit in one.edits if lost)


def test_the_inner_part_of_a_method_stays_private(compiler: Compiler) -> None:
    method = "pub fn take(&self) -> u8 {\n        self.take_END()\n    }\n\n"
    method += "    fn take_END(&self) -> u8 {\n        self.n\n    }"
    for end, count in (("unchecked", 0), ("half", 1)):
        use = f"fn f(e: &own::É) -> u8 {{\n    e.take_{end}()\n}}"
        assert len(ways(compiler, use, method.replace("END", end))) == count
