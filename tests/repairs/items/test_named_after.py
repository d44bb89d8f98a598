"""A missing method gives the name that all others give in one way, and none where that way is not clear."""

import pytest

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

MAIN = "\nfn main() {}\n"
TOOLS = """\
trait Tool {
    fn name(&self) -> &'static str;
    fn wear(&self, n: u32) -> u32;
}

struct Saw;
struct Axe;
struct LAST;

impl Tool for Saw {
    fn name(&self) -> &'static str {
        "saw"
    }

    fn wear(&self, n: u32) -> u32 {
        n * 2
    }
}

impl Tool for Axe {
    fn name(&self) -> &'static str {
        "axe"
    }

    fn wear(&self, n: u32) -> u32 {
        n + 1
    }
}

impl Tool for LAST {
NAME    fn wear(&self, n: u32) -> u32 {
        n
    }
}
"""
NAME = '    fn name(&self) -> &\'static str {\n        "TEXT"\n    }\n\n'


def ways(compiler: Compiler, text: str) -> list[str]:
    tree = SourceTree({"main.rs": text + MAIN})
    (error,) = compiler.check(tree).errors
    return [tree.apply(one.edits).files["main.rs"].removesuffix(MAIN) for one in implied(error, tree)]


@pytest.mark.parametrize(("last", "name", "text"), [("Saw", "", None), ("Rake", NAME, "rake"), ("BandSaw", "", None)])
def test_the_missing_method_gives_its_types_name(compiler: Compiler, last: str, name: str, text: str | None) -> None:
    if last == "Saw":  # one other shows no way
        only = TOOLS.replace('        "axe"', '        "hatchet"').replace("LAST", "Rake")
        assert not ways(compiler, only.replace("NAME", ""))
        return
    mended = TOOLS.replace("LAST", last).replace("NAME", name.replace("TEXT", text or ""))
    assert ways(compiler, TOOLS.replace("LAST", last).replace("NAME", "")) == ([mended] if text else [])


def test_tabs_stay_tabs(compiler: Compiler) -> None:
    tabs = TOOLS.replace("LAST", "Rake").replace("    ", "\t")
    name = NAME.replace("TEXT", "rake").replace("    ", "\t")
    assert ways(compiler, tabs.replace("NAME", "")) == [tabs.replace("NAME", name)]


def test_an_ending_is_no_name(compiler: Compiler) -> None:
    assert not ways(compiler, TOOLS.replace("LAST", "Rake").replace("NAME", "").replace("fn name", "fn file_suffix"))
