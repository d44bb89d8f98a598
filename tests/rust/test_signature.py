"""A signature keeps what decides the repair and forgets everything that the program's author chose."""

import re

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import Signature, signature
from sleepy_coder.rust.source import SourceTree

# each program declares its names in upper- or lower-case words of its own, listed first
PROGRAMS = {
    "value": ("count total", 'fn main() { let count = 1; let total = 2; println!("{}", coun + total); }'),
    "unknown value": ("count", 'fn main() { let count = 1; println!("{count}{}", zzz); }'),
    "method": ("Lamp glow", "struct Lamp; impl Lamp { fn glow(&self) {} }\nfn main() { Lamp.glo(); }"),
    "field": (
        "Lamp watts",
        'struct Lamp { watts: u8 }\nfn main() { let l = Lamp { watts: 1 }; println!("{}", l.wats); }',
    ),
    "literal": ("Lamp watts", "struct Lamp { watts: u8 }\nfn main() { let _l = Lamp { wats: 1 }; }"),
    "variant": ("Shape Circle Square", "enum Shape { Circle, Square }\nfn main() { let _s = Shape::Circl; }"),
    "pattern": (
        "Shape Circle Square",
        "enum Shape { Circle, Square }\nfn f(s: Shape) { match s { Shape::Circle => {} } }\nfn main() {}",
    ),
    "moved": (
        "Lamp lamp other",
        "struct Lamp { s: String }\nfn main() { let lamp = Lamp { s: String::new() }; "
        "let other = lamp; drop(lamp); drop(other); }",
    ),
    "types": ("Lamp shine", "struct Lamp;\nfn shine(_: Vec<Option<Lamp>>) {}\nfn main() { shine(Some(Lamp)); }"),
    "closure": ("twice", "fn main() { let twice = |x: i32| x * 2; let y: String = twice; }"),
    "trait": ("Lamp Glow", "trait Glow {}\nstruct Lamp;\nfn f<T: Glow>(_: T) {}\nfn main() { f(Lamp); }"),
    "display": ("Lamp", 'struct Lamp;\nfn main() { println!("{}", Lamp); }'),
    "module": (
        "lights Lamp make",
        "mod lights { pub struct Lamp; fn make() -> Lamp { Lamp } }\nfn main() { lights::make(); }",
    ),
    "lifetime": ("longest", "fn longest(x: &str, y: &str) -> &str { x }\nfn main() {}"),
    "nested": (
        "store items",
        "struct S { items: Vec<String> }\nstruct T { store: S }\n"
        "fn f(t: &T) { t.store.items.push(String::new()); }\nfn main() {}",
    ),
    "syntax": ("count", 'fn main() { let count = 1 println!("{}", count); }'),
}


def first_signature(compiler: Compiler, text: str) -> Signature:
    return signature(compiler.check(SourceTree({"main.rs": text})).errors[0])


def diagnostic_of(message: str, code: str | None = "E0000") -> Diagnostic:
    return Diagnostic(code, "error", message, (), (), "")


def test_a_missing_self_is_not_a_misspelling(compiler: Compiler) -> None:
    head = "struct S { total: i32 }\nimpl S { fn get(&self) -> i32 { %s } fn help(&self) -> i32 { 3 } }\nfn main() {}"
    field, method, typo = (first_signature(compiler, head % body) for body in ("total + 1", "help()", "self; totl"))
    assert field.shape == "cannot find value `_` in this scope / a field or method of `self`"
    assert method.shape == "cannot find function `_` in this scope / a field or method of `self`"
    assert typo.shape == "cannot find value `_` in this scope"


def test_what_moved_a_value_asks_for_different_repairs(compiler: Compiler) -> None:
    head = 'fn main() { let words = vec![String::new()]; %s println!("{words:?}"); }'
    moves = {
        "moved by a loop": "for word in words { drop(word); }",
        "moved into a closure": "let f = move || words.len(); f();",
        "value borrowed here after move": "drop(words);",
    }
    for said, body in moves.items():
        assert first_signature(compiler, head % body).shape == f"borrow of moved value: `_` / {said}"
    text = "struct S { name: Option<String> }\nfn f(s: &mut S) {}\nfn main() { let mut s = S { name: None };\n"
    part = text + "if let Some(name) = s.name { drop(name); }\nf(&mut s); }"
    assert first_signature(compiler, part).shape == "borrow of partially moved value: `_` / moved by a pattern"


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_renaming_everything_leaves_the_signature_alone(program: tuple[str, str], compiler: Compiler) -> None:
    names, text = program
    ending = "_with_an_ending_so_long_that_rustc_shortens_what_it_prints_about_types_and_values"
    renamed = text
    for name in names.split():
        new = f"{name[::-1].title()}{ending.title().replace('_', '')}" if name[0].isupper() else f"{name[::-1]}{ending}"
        renamed = re.sub(rf"\b{name}\b", new, renamed)
    assert renamed != text
    assert first_signature(compiler, renamed) == first_signature(compiler, text)


def test_the_kinds_that_decide_a_repair_stay(compiler: Compiler) -> None:
    shapes = {
        value: first_signature(compiler, f"fn f(x: {kind}) {{ let _y: {wanted} = x; }}\nfn main() {{}}").shape
        for value, (kind, wanted) in {
            "string": ("&str", "String"),
            "other string": ("&'static str", "String"),
            "option": ("i32", "Option<i32>"),
            "wider": ("u64", "Option<u64>"),
            "integer": ("i32", "u64"),
            "float": ("i32", "f64"),
            "reference": ("&mut Vec<u8>", "&Vec<bool>"),
        }.items()
    }
    assert shapes["string"] == "mismatched types / expected `String`, found `&str`"
    assert shapes["option"] == shapes["wider"] == "mismatched types / expected `Option<integer>`, found `integer`"
    assert shapes["integer"] == "mismatched types / expected `integer`, found `integer`"
    assert shapes["float"] == "mismatched types / expected `float`, found `integer`"
    assert shapes["reference"] == "mismatched types / expected `&Vec<bool>`, found `&mut Vec<integer>`"
    assert shapes["other string"] == shapes["string"]


@pytest.mark.parametrize(
    ("message", "shape"),
    [
        ("takes 2 arguments but 1 argument was supplied", "takes N argument but N argument was supplied"),
        ("cannot find value `x1` in this scope", "cannot find value `_` in this scope"),
        ("expected `{integer}`, found `f32`", "expected `integer`, found `float`"),
        ("missing fields `a`, `b` and 1 other field", "missing fields `_`"),
        ("found `std::collections::HashMap<Key, u8>`", "found `HashMap<_, integer>`"),
        ("found `[my::Thing; 3]` and `(char, &mut Own<'a>)`", "found `[_; N]` and `(char, &mut _<'_>)`"),
        ("found `{closure@src/main.rs:3:5: 3:8}`", "found `_`"),
        ("found `Box<dyn Fn(u8) -> Result<(), Own>>`", "found `Box<dyn Fn(integer) -> Result<(), _>>`"),
        ("pattern `Op::Add(_)` not covered", "pattern `_(_)` not covered"),
        ("literal `\"a \\\" b\"` and `'c'` and `-1.5e3`", "literal `_` and `N`"),
        ("an odd ` stays readable", "an odd ` stays readable"),
    ],
)  # fmt: skip
def test_quoted_code_is_normalised_and_prose_is_kept(message: str, shape: str) -> None:
    assert signature(diagnostic_of(message)).shape == shape


def test_a_missing_semicolon_is_one_kind_whatever_follows() -> None:
    found = {
        signature(diagnostic_of(f"expected `;`, found {token}", None)).key for token in ("`}`", "keyword `let`", "`x`")
    }
    assert found == {"parse|expected `;`, found `_`"}


def test_numbers_of_arguments_do_not_matter_and_codes_do(compiler: Compiler) -> None:
    one = first_signature(compiler, "fn f(a: u8) {}\nfn main() { f(1, 2); }")
    two = first_signature(compiler, "fn g(a: u8, b: u8) {}\nfn main() { g(1, 2, 3); }")
    assert one == two
    assert one.key.startswith("E0061|")
    assert signature(diagnostic_of("m", "E0001")) != signature(diagnostic_of("m", "E0002"))
