"""What is to be borrowed is borrowed without a copy, unless the copy is to be changed."""

import pytest

from sleepy_coder.agent.suggestions import ranked
from sleepy_coder.repairs.foremost import foremost
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

HEAD = """\
#![allow(dead_code)]
struct Log {
    é: Vec<u8>,
    name: String,
}

fn sum(all: &[u8]) -> usize {
    all.len()
}

fn grow(all: &mut Vec<u8>) {
    all.push(1);
}

"""
MENDED = {
    "a field": ("fn f(l: &Log) -> usize {\n    sum(l.é.clone())\n}", "l.é.clone()", "&l.é"),
    "a part that is returned": ("fn f(l: &[u8]) -> &[u8] {\n    l[1..].to_vec()\n}", "l[1..].to_vec()", "&l[1..]"),
    "a slice": ("fn f(l: &[u8]) -> &[u8] {\n    l.to_vec()\n}", "l.to_vec()", "l"),
    "a text": ("fn f(l: &Log) -> &str {\n    l.name.to_string()\n}", "l.name.to_string()", "&l.name"),
    "several": (
        "fn both(t: &str, all: &[u8]) -> usize {\n    t.len() + all.len()\n}\n\n"
        "fn f(l: &Log, t: &str) -> usize {\n    both(t.to_string(), l.é.clone())\n}",
        "t.to_string(), l.é.clone()",
        "t, &l.é",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_the_original_is_borrowed(compiler: Compiler, name: str) -> None:
    text, old, new = MENDED[name]
    broken, mended = (
        SourceTree({"main.rs": f"{HEAD}{one}\n\nfn main() {{}}\n"}) for one in (text, text.replace(old, new))
    )
    (error,) = compiler.check(broken).errors
    assert broken.apply(foremost(error, broken)[0].edits) == mended and compiler.check(mended).green


@pytest.mark.parametrize(
    "text",
    [
        "fn f(l: &mut Log) {\n    grow(l.é.clone());\n}",
        "fn f(l: &Log) -> usize {\n    sum(l.é.repeat(2))\n}",
        "fn f() -> &'static str {\n    String::new().clone()\n}",
    ],
)
def test_what_is_changed_or_made_is_not(compiler: Compiler, text: str) -> None:
    tree = SourceTree({"main.rs": f"{HEAD}{text}\n\nfn main() {{}}\n"})
    (error,) = compiler.check(tree).errors
    assert not foremost(error, tree)
    assert not any("&mut l.é.clone()" in edit.new for _, _, edits in ranked(error, tree) for edit in edits)
