"""A function whose callers' closures change something asks for `FnMut`, and all its callers are served."""

from collections.abc import Callable

import pytest

MENDED = {
    "by value": (
        "fn each(v: &[u8], f: impl Fn(u8)) {\n    v.iter().for_each(|n| f(*n));\n}\n\n"
        'fn main() {\n    let mut sum = 0;\n    each(&[1], |n| sum += n);\n    each(&[1], |n| println!("{n}"));\n}\n',
        [("f: impl Fn(u8)", "mut f: impl FnMut(u8)")],
    ),
    "by a type parameter and a bound": (
        "fn each<F>(v: &[u8], f: F)\nwhere\n    F: Fn(u8),\n{\n    for n in v {\n        f(*n);\n    }\n}\n\n"
        "fn main() {\n    let mut all = vec![];\n    each(&[1], |n| all.push(n));\n}\n",
        [("f: F)", "mut f: F)"), ("F: Fn(u8)", "F: FnMut(u8)")],
    ),
    "lent, far away": (
        "fn down<F: Fn(u8)>(n: u8, f: &F) {\n    f(n);\n    if n > 0 {\n        down(n - 1, f);\n    }\n}\n"
        + "\n// far away\n" * 20
        + '\nfn main() {\n    let mut sum = 0;\n    down(3, &|n| sum += n);\n    let show = |n| println!("{n}");\n'
        "    down(2, &show);\n}\n",
        [
            ("F: Fn(u8)", "F: FnMut(u8)"),
            ("f: &F", "f: &mut F"),
            ("&|n|", "&mut |n|"),
            ("let show", "let mut show"),
            ("&show", "&mut show"),
        ],
    ),
    "lent to a method": (
        "struct V(Vec<u8>);\n\nimpl V {\n    fn each(&self, f: &dyn Fn(u8)) {\n"
        "        self.0.iter().for_each(|n| f(*n));\n    }\n}\n\n"
        "fn main() {\n    let mut sum = 0;\n    V(vec![]).each(&|n| sum += n);\n}\n",
        [("f: &dyn Fn(u8)", "f: &mut dyn FnMut(u8)"), ("&|n|", "&mut |n|")],
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_closure_may_change_what_it_captures(mended: Callable[[str], list[str]], name: str) -> None:
    broken, changes = MENDED[name]
    wanted = broken
    for old, new in changes:
        wanted = wanted.replace(old, new)
    assert wanted in mended(broken)


def test_what_is_given_to_another_of_that_name_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    broken = MENDED["lent to a method"][0].replace("fn each", "fn contains").replace(").each", ").contains")
    found = mended(broken.replace("let mut sum", "let n = 1;\n    vec![1].contains(&n);\n    let mut sum"))
    assert any("FnMut" in one for one in found)
    assert all("let n = 1;\n    vec![1].contains(&n);" in one for one in found)


def test_what_a_trait_asks_for_is_left_alone(mended: Callable[[str], list[str]]) -> None:
    text = (
        "trait Each {\n    fn each(&self, f: &dyn Fn(u8));\n}\n\n"
        "impl Each for u8 {\n    fn each(&self, f: &dyn Fn(u8)) {\n        f(*self);\n    }\n}\n\n"
        "fn main() {\n    let mut sum = 0;\n    1u8.each(&|n| sum += n);\n}\n"
    )
    assert not any("FnMut" in one for one in mended(text))


def test_what_is_lent_to_be_changed_already_asks_for_no_more(mended: Callable[[str], list[str]]) -> None:
    text = (
        "fn twice<G: Fn(u8)>(go: &mut G) {\n    go(1);\n    go(2);\n}\n\n"
        'fn main() {\n    let mut sum = 0;\n    twice(&mut |n| sum += n);\n    println!("{sum}");\n}\n'
    )
    assert text.replace("G: Fn(u8)", "G: FnMut(u8)") in mended(text)
