"""A private field is opened to the crate, but where its owner has another way for others."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

OWNER = "pub struct É {\n    n: u8,\n}\n\nimpl É {\n    METHOD\n}\n"


def ways(compiler: Compiler, use: str, method: str) -> list[str]:
    files = {"main.rs": f"mod own;\n\n{use}\n\nfn main() {{}}\n", "own.rs": OWNER.replace("METHOD", method)}
    tree = SourceTree(files)
    (error,) = compiler.check(tree).errors
    return [one.message for one in implied(error, tree)]


SET = "fn f(e: &mut own::É) {\n    e.n = 2;\n}"
MADE = "fn f() -> own::É {\n    own::É { n: 2 }\n}"
READ = "fn f(e: &own::É) -> u8 {\n    e.n\n}"


@pytest.mark.parametrize(
    ("use", "method"),
    [
        (SET, "pub fn set_n(&mut self, n: u8) {\n        self.n = n % 9;\n    }"),
        (SET, "pub fn add(&mut self, n: u8) {\n        self.n += n % 9;\n    }"),
        (READ, "pub fn get_n(&self) -> u8 {\n        self.n\n    }"),
        (MADE, "pub fn new(n: u8) -> Option<Self> {\n        (n < 9).then_some(É { n })\n    }"),
        (MADE, "pub fn parse(t: &str) -> Result<É, ()> {\n        t.parse().map(|n| É { n }).map_err(|_| ())\n    }"),
    ],
)
def test_what_its_owner_guards_stays_private(compiler: Compiler, use: str, method: str) -> None:
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
