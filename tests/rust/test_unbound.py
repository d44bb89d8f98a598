"""Which variables a part of a function uses although nothing binds them."""

import pytest

from sleepy_coder.rust.items import parse
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.unbound import unbound
from sleepy_coder.rust.walk import walk

HEAD = "// use a, b, c;\nuse std::mem::swap;\nstatic seen: u8 = 1;\nfn known() {}\nfn é(p: u8, (q, _): (u8, u8)) "


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("p + q + a", ["a"]),
        ("let b = a; b + c", ["a", "c"]),
        ("let a = a + 1;", ["a"]),
        ("{ let a = 1; } a", ["a"]),
        ("let Some(a) = p else { return b; }; a", ["b"]),
        ("if let Some(a) = b && a > c { a + d } else { e }", ["b", "c", "d", "e"]),
        ("while let Some(a) = next() { a; } a", ["a"]),
        ("for (i, a) in b { i + a } i", ["b", "i"]),
        ("match p { A(a) if a > b => a, B { c, d: e } | C(c, e) => c + e, f @ 1..=2 => f, _ => a }", ["b", "a"]),
        ("let f = |a, &(b, _)| a + b + c; f(a)", ["c", "a"]),
        ("known; seen; swap; S { a, b: p }; p.c; d::e; f::<u8>(); 'g: loop { break 'g }", ["a"]),
        ('println!("{a} {p:?} {{b}} {c}", c = d, e.f, known());', ["a", "d", "e"]),
        ('println!("{}", p.map(|a| a + b)); assert!(matches!(p, A(a) if a > 1));', ["b"]),
        ("a(b)?.c(&d as u8)", ["b", "d"]),
    ],
)
def test_names_that_nothing_binds(body: str, names: list[str]) -> None:
    tree = SourceTree({"main.rs": f"{HEAD}{{ {body} }}\n"})
    function = [one for one in walk(parse(tree.files["main.rs"])) if one.type == "function_item"][-1]
    block = function.child_by_field_name("body")
    assert block is not None and unbound([block], tree) == names
