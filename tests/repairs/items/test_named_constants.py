"""A value goes where its name says that it belongs, and nowhere else."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

PLAN = """\
pub const FIRST_SPEED: u32 = 3;
pub const FIRST_RANGE: u32 = 40;
pub const LAST_RANGE: u32 = 7;

pub struct Plan {
    pub speed: u32,
    pub range: u32,
}
"""
LITERALS = {
    "beside it in a list": (
        "use plan::{FIRST_SPEED, Plan};\n\nfn main() {\n    let _ = Plan {\n        speed: FIRST_SPEED,\n    };\n}\n",
        "use plan::{FIRST_RANGE, FIRST_SPEED, Plan};\n\nfn main() {\n    let _ = Plan {\n        speed: FIRST_SPEED,\n"
        "        range: FIRST_RANGE,\n    };\n}\n",
    ),
    "where one is imported alone": (
        "use plan::FIRST_SPEED;\n\nfn main() {\n    let _ = plan::Plan { speed: FIRST_SPEED };\n}\n",
        "use plan::{FIRST_RANGE, FIRST_SPEED};\n\nfn main() {\n"
        "    let _ = plan::Plan { speed: FIRST_SPEED, range: FIRST_RANGE };\n}\n",
    ),
    "by its path": (
        "fn main() {\n    let _ = plan::Plan { speed: plan::FIRST_SPEED };\n}\n",
        "fn main() {\n    let _ = plan::Plan { speed: plan::FIRST_SPEED, range: plan::FIRST_RANGE };\n}\n",
    ),
}


@pytest.mark.parametrize("name", LITERALS)
def test_a_field_that_was_added_is_the_constant_named_like_its_neighbours(compiler: Compiler, name: str) -> None:
    start = "#![allow(dead_code)]\nmod plan;\n"
    broken, mended = (SourceTree({"main.rs": start + text, "plan.rs": PLAN}) for text in LITERALS[name])
    (error,) = compiler.check(broken).errors
    ways = [dict(broken.apply(one.edits).files) for one in implied(error, broken)]
    assert ways == [dict(mended.files)] and compiler.check(mended).green


def test_a_constant_of_another_kind_of_name_is_not_given(compiler: Compiler) -> None:
    text = "mod plan;\nfn main() {\n    let _ = plan::Plan { range: plan::LAST_RANGE };\n}\n"
    tree = SourceTree({"main.rs": text, "plan.rs": PLAN})
    (error,) = compiler.check(tree).errors
    assert not implied(error, tree)
