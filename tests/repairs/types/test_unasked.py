"""What a local is bound to is asked there, unless something is cleaned up before the local is used."""

import pytest

from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

WORK = """\
fn work(file: &mut File, é: &str) -> Result<u8, std::num::ParseIntError> {
    let n = é.parse::<u8>();
    BETWEEN
    Ok(n + 1)
}

struct File;

impl File {
    fn close(&mut self) {}
}

fn main() {
    work(&mut File, "é").ok();
}
"""


@pytest.mark.parametrize(
    ("between", "old", "new"),
    [
        ('println!("é");', "<u8>();", "<u8>()?;"),
        ("file.close();", "Ok(n + 1)", "Ok(n? + 1)"),
    ],
)
def test_it_is_asked_where_no_cleanup_is_skipped(compiler: Compiler, between: str, old: str, new: str) -> None:
    text = WORK.replace("BETWEEN", between)
    tree = SourceTree({"main.rs": text})
    (error,) = compiler.check(tree).errors
    (one,) = foremost(error, tree)
    mended = tree.apply(one.edits)
    assert mended.files["main.rs"] == text.replace(old, new) and compiler.check(mended).green
