"""Cheats that compile are refused by name; honest repairs are not."""

from dataclasses import replace

import pytest

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.tasks.policy import FORBIDDEN_MARKS
from sleepy_coder.tasks.syntax import facts
from sleepy_coder.tasks.violations import violations

PROGRAM = """\
use std::fmt;

pub struct Point {
    pub x: i32,
}

fn double(value: i32) -> i32 {
    value * 2
}

fn main() {
    let point = Point { x: 3 };
    let word = "a";
    for step in 0..3 {
        println!("{}", double(step));
    }
    match point.x {
        3 => println!("three"),
        other => println!("{}", other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles() {
        assert_eq!(double(2), 4);
    }
}
"""


def tree(source: str) -> SourceTree:
    return SourceTree({"main.rs": source})


def names(before: str, after: str, error: Diagnostic | None = None) -> set[str]:
    """The rules broken by an error's repair; an error without a place judges everything but places."""
    old, new = tree(before), tree(after)
    edits = edits_between(old, new) if error and error.spans else ()
    return {violation.name for violation in violations(old, new, [error or placeless("E0308")], edits)}


def placeless(code: str | None) -> Diagnostic:
    return Diagnostic(code, "error", "mismatched types", (), (), "")


def error_at(line: int, text: str = "", code: str | None = "E0308", message: str = "mismatched types") -> Diagnostic:
    span = Span("main.rs", 0, 0, line, line, 1, 1, True, None, None, None, text, False)
    return Diagnostic(code, "error", message, (span,), (), "")


@pytest.mark.parametrize(
    ("new", "refused"),
    [
        ("sum = wide", True),
        ("self.sum = wide", False),
        ("sum = sum + wide", False),
        ("sum += u64::from(wide)", False),
        ("sum = sum.saturating_add(wide)", False),
    ],
)
def test_what_is_added_to_is_not_assigned_to(new: str, refused: bool) -> None:
    before = "fn f(wide: u32) -> u64 {\n    let mut sum = 0;\n    sum += wide;\n    sum\n}\n"
    assert ("statement-hollowed" in names(before, before.replace("sum += wide", new))) == refused


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('    let word = "a";\n', "", "statement-deleted"),
        ('    let word = "a";\n', '    // let word = "a";\n', "statement-deleted"),
        ('        println!("{}", double(step));\n', "        ();\n", "statement-hollowed"),
        ("    value * 2\n", "    todo!()\n", "new-todo!"),
        ("    value * 2\n", "    std::process::exit(0)\n", "new-process::"),
        ("    value * 2\n", "    loop {}\n", "new-loop {}"),
        ("    let point", "    return;\n    let point", "new-dead code"),
        ("    let point", "    #[allow(unused)]\n    let point", "new-#[allow]"),
        ("fn double", "#[cfg(any())]\nfn double", "new-#[cfg]"),
        ("    value * 2\n", "    unsafe { value * 2 }\n", "new-unsafe"),
        ("    let word", "    std::mem::forget(1);\n    let word", "new-forget"),
        ('        3 => println!("three"),\n', "", "match-arm-deleted"),
        ("pub struct", "struct", "public-item-removed"),
        ("    pub x", "    x", "public-item-removed"),
        ("    #[test]\n", "", "test-deleted"),
        ("    #[test]\n", "    #[test]\n    #[ignore]\n", "new-#[ignore]"),
    ],
)
def test_a_cheat_is_refused_by_name(old: str, new: str, expected: str) -> None:
    assert expected in names(PROGRAM, PROGRAM.replace(old, new, 1))


def test_an_emptied_main_and_a_deleted_function_are_refused() -> None:
    body = PROGRAM[PROGRAM.index("    let point") : PROGRAM.index("}\n\n#[cfg")]
    assert "statement-deleted" in names(PROGRAM, PROGRAM.replace(body, ""))
    function = PROGRAM[PROGRAM.index("fn double") : PROGRAM.index("fn main")]
    assert "function-deleted" in names(PROGRAM, PROGRAM.replace(function, ""))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("double(step)", "double(step as i32)"),
        ("use std::fmt;\n", "use std::fmt;\nuse std::collections::HashMap;\n"),
        ('let word = "a";', 'let mut word = "a".to_string();'),
        ("    for step", "    let limit = 3;\n    for step"),
        ("fn double(value: i32)", "fn twice(value: i32)"),
        ("pub struct", "#[derive(Debug)]\npub struct"),
        ("        other =>", "        rest =>"),
    ],
)
def test_an_honest_repair_breaks_no_rule(old: str, new: str) -> None:
    assert names(PROGRAM, PROGRAM.replace(old, new, 1)) == set()


def test_a_line_may_be_put_above_everything_whatever_follows() -> None:
    assert names(PROGRAM, "use std::collections::HashMap;\n" + PROGRAM) == set()


def test_statements_may_change_places() -> None:
    before = 'fn main() {\n    let mut v = vec![1];\n    let a = &v[0];\n    v.push(2);\n    println!("{}", a);\n}\n'
    after = 'fn main() {\n    let mut v = vec![1];\n    let a = &v[0];\n    println!("{}", a);\n    v.push(2);\n}\n'
    assert names(before, after, placeless("E0502")) == set()


def test_a_syntax_error_may_gain_punctuation_but_lose_no_word() -> None:
    broken = 'fn main() {\n    let a = 1\n    let b = a;\n    println!("{}", b);\n}\n'
    assert names(broken, broken.replace("= 1\n", "= 1;\n"), placeless(None)) == set()
    assert names(
        broken, broken.replace("    let a = 1\n", "    let a = 0;\n").replace("    let b = a;\n", ""), placeless(None)
    )
    assert names(broken, broken.replace("    let a = 1\n", "    // let a = 1\n"), placeless(None)) == {"words-deleted"}


def test_unsafe_is_free_where_the_error_demands_it_and_only_as_wide_as_needed() -> None:
    before = "unsafe fn f() -> i32 { 1 }\nfn main() {\n    let a = f();\n    let b = 2;\n}\n"
    error = error_at(3, code="E0133")
    spread = before.replace("fn main", "unsafe fn main")
    elsewhere = before.replace("let a = f();", "let a = unsafe { f() };").replace("= 2", "= unsafe { 2 }")
    assert "new-unsafe fn" in names(before, spread, error)
    assert "new-unsafe" in names(before, elsewhere, error)
    narrow = before.replace("let a = f();", "let a = unsafe { f() };")
    wide = before.replace(
        "    let a = f();\n    let b = 2;\n", "    unsafe {\n    let a = f();\n    let b = 2;\n    }\n"
    )
    assert names(before, narrow, error) == set()
    assert "new-unsafe" in names(before, narrow)
    assert "unsafe-too-wide" in names(before, wide, error)


def test_the_body_of_an_unsafe_function_may_be_unsafe_as_a_whole_and_no_other() -> None:
    body = "    let a = g();\n    let b = 2;\n    a + b\n"
    before = f"unsafe fn g() -> i32 {{ 1 }}\nunsafe fn f() -> i32 {{\n{body}}}\n"
    after = before.replace(body, f"    unsafe {{\n{body}    }}\n")
    error = error_at(3, code="E0133")
    assert names(before, after, error) == set()
    safe = [text.replace("unsafe fn f", "fn f") for text in (before, after)]
    assert "unsafe-too-wide" in names(*safe, error)
    part = before.replace(body, f"    unsafe {{\n{body}    }};\n    3\n")
    assert "unsafe-too-wide" in names(before, part, error)


def test_a_doubly_defined_function_may_go_but_no_other() -> None:
    before = "fn a() -> i32 { 1 }\nfn b() -> i32 { 2 }\nfn a() -> i32 { 3 }\nfn main() { a(); b(); }\n"
    flagged = error_at(3, code="E0428", message="the name `a` is defined multiple times")
    other = error_at(3, code="E0425", message="the name `a` is defined multiple times")
    assert names(before, before.replace("fn a() -> i32 { 3 }\n", ""), flagged) == set()
    assert "function-deleted" in names(before, before.replace("fn b() -> i32 { 2 }\n", ""), flagged)
    assert "function-deleted" in names(before, before.replace("fn a() -> i32 { 3 }\n", ""), other)


def test_a_function_that_captures_may_become_a_closure_and_a_local_constant_a_let() -> None:
    before = "fn f() {\n    const N: usize = 2;\n    let k = 1;\n    fn g() -> usize { k }\n    g();\n}\n"
    closure = before.replace("fn g() -> usize { k }", "let g = || -> usize { k };")
    assert names(before, closure, error_at(4, code="E0434")) == set()
    assert names(before, closure, error_at(4)) == {"function-deleted", "statement-deleted"}
    assert names(before, before.replace("const N", "let N"), error_at(4)) == set()
    assert names(before, before.replace("    const N: usize = 2;\n", ""), error_at(4)) == {"statement-deleted"}


def test_a_flagged_pub_may_go_but_its_function_and_another_pub_stay() -> None:
    before = "pub struct S;\nimpl Drop for S {\n    pub fn drop(&mut self) { f() }\n}\npub fn f() {}\n"
    flagged = error_at(3, code="E0449", message="visibility qualifiers are not permitted here")
    assert names(before, before.replace("pub fn drop", "fn drop"), flagged) == set()
    assert names(before, before.replace("pub fn drop", "fn drop"), error_at(3)) == {"public-item-removed"}
    assert names(before, before.replace("pub fn f", "fn f"), flagged) == {"public-item-removed"}
    assert "function-deleted" in names(before, before.replace("    pub fn drop(&mut self) { f() }\n", ""), flagged)


def test_the_type_of_a_flagged_impl_may_be_written_otherwise_and_its_members_stay() -> None:
    method = "    pub fn of(_: T) {}\n"
    before = f"pub struct Own<T>(T);\nimpl<T> Own {{\n{method}}}\nimpl<T> Other<T> {{\n{method}}}\n"
    after = before.replace("impl<T> Own {", "impl<T> Own<T> {")
    flagged = error_at(2, code="E0107", message="missing generics for struct `Own`")
    assert names(before, after, flagged) == set()
    assert names(before, after, error_at(2)) == {"public-item-removed"}
    assert names(before, after, error_at(3, code="E0107")) == {"public-item-removed"}, "not of its members"
    assert "public-item-removed" in names(before, after.replace(method, "    fn of(_: T) {}\n", 1), flagged)
    assert "public-item-removed" in names(before, after.replace("Other<T>", "Other<u8>"), flagged)
    twice = before + f"impl<T> Own {{\n{method.replace('of', 'by')}}}\n"
    assert names(twice, twice.replace("impl<T> Own {", "impl<T> Own<T> {", 1), flagged) == set()


def test_no_trait_is_derived_any_less_but_one_that_the_error_names() -> None:
    before = "#[derive(Clone, Eq, std::fmt::Debug, PartialEq)]\npub struct S(f32);\n"
    flagged = error_at(2, code="E0277", message="the trait bound `f32: Eq` is not satisfied")
    assert names(before, before.replace("Eq, std", "std"), flagged) == set()
    assert names(before, before.replace("Clone, ", ""), flagged) == {"derive-deleted"}
    assert names(before, "pub struct S(f32);\n", flagged) == {"derive-deleted"}
    split = before.replace("Clone, Eq, std::fmt::Debug, PartialEq", "Debug)]\n#[derive(PartialEq, Clone, Eq")
    assert names(before, split, flagged) == set()


def test_what_is_both_imported_and_defined_may_go_where_it_is_defined() -> None:
    before = "mod m { pub fn a() -> i32 { 1 } }\nuse m::a;\nfn a() -> i32 { 1 }\nfn main() { a(); }\n"
    flagged = error_at(3, code="E0255", message="the name `a` is defined multiple times")
    assert names(before, before.replace("\nfn a() -> i32 { 1 }", ""), flagged) == set()
    assert "function-deleted" in names(before, before.replace("pub fn a() -> i32 { 1 }", ""), flagged)


def test_an_edit_far_from_the_error_is_refused_but_the_use_block_and_named_definitions_are_near() -> None:
    filler = "".join(f"const C{n}: i32 = {n};\n" for n in range(40))
    before = "use std::fmt;\n" + filler + "struct Named { x: i32 }\n" + filler + "fn main() {\n    let a: i32 = 0;\n}\n"
    line = before[: before.index("fn main")].count("\n") + 2
    plain = error_at(line)
    naming = error_at(line, message="`Named` is wrong")
    far = before.replace("const C20: i32 = 20;", "const C20: i64 = 20;", 1)
    assert names(before, far, plain) == {"edit-far-from-error"}
    assert names(before, before.replace("use std::fmt;", "use std::fmt;\nuse std::rc::Rc;"), plain) == set()
    derived = before.replace("struct Named", "#[derive(Clone)]\nstruct Named")
    assert names(before, derived, naming) == set()
    assert names(before, derived, plain) == {"edit-far-from-error"}
    assert names(before, before.replace("let a: i32 = 0", "let a: i64 = 0"), plain) == set()


def test_a_long_literal_that_lacks_a_field_is_near_to_its_end() -> None:
    fields = "".join(f"        f{number}: {number},\n" for number in range(20))
    before = "fn main() {\n    let s = S {\n" + fields + "    };\n" + "    s.f();\n" * 14 + "}\n"
    flagged = error_at(2, code="E0063", message="missing field `g` in initializer of `S`")
    at_literal = replace(flagged, spans=(replace(flagged.spans[0], column_start=13, column_end=14),))
    ended = before.replace("    };\n", "        g: 1,\n    };\n")
    assert names(before, ended, at_literal) == set()
    assert names(before, ended, replace(at_literal, code="E0308")) == {"edit-far-from-error"}
    far = before.replace("    s.f();\n}", "    s.f();\n    s.f();\n}")
    assert names(before, far, at_literal) == {"edit-far-from-error"}


def test_a_test_that_the_error_does_not_touch_may_not_be_weakened() -> None:
    weaker = PROGRAM.replace("assert_eq!(double(2), 4)", "assert_eq!(double(2), double(2))")
    inside = PROGRAM[: PROGRAM.index("assert_eq")].count("\n") + 1
    assert "test-changed" in names(PROGRAM, weaker, error_at(inside - 9))
    assert "test-changed" not in names(PROGRAM, weaker, error_at(inside))


def test_nothing_is_near_an_error_in_another_package() -> None:
    outside = Diagnostic("E0308", "error", "mismatched types", (), (), "error[E0308]\n  --> ../other/src/lib.rs:3:5\n")
    before = tree("fn main() {\n    let a: i32 = 0;\n}\n")
    edits = edits_between(before, tree("fn main() {\n    let a: i64 = 0;\n}\n"))
    assert not violations(before, before.apply(edits), [placeless("E0601")], edits)
    (violation,) = violations(before, before.apply(edits), [outside], edits)
    assert violation.name == "edit-far-from-error"


def test_only_rust_sources_may_be_edited() -> None:
    before = SourceTree({"src/main.rs": "fn main() {}\n", "build.rs": "fn main() {}\n"})
    edit = Edit("build.rs", 1, 1, "{}", "{ }")
    found = violations(before, before.apply([edit]), [error_at(1)], [edit])
    assert "edit-outside-source" in {violation.name for violation in found}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("let n: i32 = f();", "let n: i32 = Default::default();", "statement-hollowed"),
        ("let n: i32 = f();", "let n: i32 = 0;", "statement-hollowed"),
        ("return f();", "return Default::default();", "statement-hollowed"),
        ("let n = f() + g;", "let n = f();", "statement-hollowed"),
        ("h(a, b - c.d());", "h(a, b);", "statement-hollowed"),
        ("if a && b { f(); }", "if a { f(); }", "statement-hollowed"),
        ("n = f(m + 2);", "n = f(m);", "statement-hollowed"),
        ("g(*a - *b);", "g( - *b);", "statement-hollowed"),
        ("g(*a - *b);", "g(-b);", "statement-hollowed"),
        ("g(a * b);", "g(*b);", "statement-hollowed"),
        ("g(a & b);", "g(&b);", "statement-hollowed"),
        ("n = f(-m);", "n = f(m);", "statement-hollowed"),
        ("n = a - -m;", "n = a - m;", "statement-hollowed"),
        ("n = -1;", "n = 1;", "statement-hollowed"),
        ("if !ready { f(); }", "if ready { f(); }", "statement-hollowed"),
        ("g(f());", "macro_rules! no { ($($t:tt)*) => {} } no! { g(f()); }", "new-macro_rules!"),
        ("g(f());", "stringify!(g(f()););", "new-stringify!"),
        ("g(f());", "if false { g(f()); }", "new-constant condition"),
        ("g(f());", "if true { return; } g(f());", "new-constant condition"),
        ("g(f());", "let _ = || { g(f()); };", "new-unused closure"),
        ("g(f());", "let _later = move || g(f());", "new-unused closure"),
        ("g(f());", "g(Box::leak(Box::new(f())));", "new-leak"),
        ("g(f());", "g(std::mem::ManuallyDrop::new(f()));", "new-ManuallyDrop"),
        ("g(f());", "std::panic::panic_any(g(f()));", "new-panic_any"),
        ("g(f());", "use std::{process as p}; g(f()); p::exit(0);", "new-process::"),
    ],
)
def test_what_runs_nothing_or_says_nothing_is_refused(old: str, new: str, rule: str) -> None:
    def text(body: str) -> str:
        return f"fn main() {{\n    {body}\n}}\n"

    assert rule in names(text(old), text(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('panic("no");', 'panic!("no");'),
        ("let best = null;", "let best = None;"),
        ("match n { 0 => Some(n), _ => NULL }", "match n { 0 => Some(n), _ => None }"),
        ("let n: i32 = totl;", "let n: i32 = total;"),
        ("let n: String;", "let n: String = String::new();"),
        ('let n: i32 = "5";', "let n: i32 = 5;"),
        ("let v = vec![3].as_slice();", "let owner = vec![3]; let v = owner.as_slice();"),
        ("let n = f();", "let n = unsafe { f() };"),
        ("let n = f() + g.h();", "let g = g.h(); let n = f() + g;"),
        ("let n = f(a + b);", "let b = a + b; let n = f(b);"),
        ("f(a, b + c);", "f(a, c + b);"),
        ("f(&a + &b);", "f(a + b);"),
        ("f(a + 0);", "f(a);"),
        ("if a && a { f(); }", "if a { f(); }"),
        ("if !!a { f(); }", "if !a { f(); }"),
        ("if !!a { f(); }", "if a { f(); }"),
        ("f(-m);", "let m = -m; f(m);"),
        ("f(-m);", "f(-i64::from(m));"),
        ("if !(a == b) { f(); }", "if a != b { f(); }"),
        ("let n = Rc::new(vec![1]);", "let n = Arc::new(vec![1]);"),
        ("let n = RefCell::new(1);", "let n = Mutex::new(1);"),
        ("if let Some(k) = totals.get(&1) { return k; }", "if totals.contains_key(&1) { return &totals[&1]; }"),
    ],
)
def test_a_value_may_be_given_misspelt_typed_anew_without_its_name_or_spread_over_statements(
    old: str, new: str
) -> None:
    assert not any("hollowed" in name for name in names(f"fn main() {{ {old} }}", f"fn main() {{ {new} }}"))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("item.unwrap().name = n;", "item.clone().unwrap().name = n;", True),
        ("rows[0].total += 1;", "rows.clone()[0].total += 1;", True),
        ("self.rows.push(r);", "self.rows.clone().push(r);", True),
        ("self.cell.borrow_mut().n = 1;", "self.cell.clone().borrow_mut().n = 1;", False),
        ("rows.push(r);", "rows.push(r.clone());", False),
        ("rows[key] = 1;", "rows[key.clone()] = 1;", False),
        ("sender.send(r).unwrap();", "sender.clone().send(r).unwrap();", False),
        ("let v = s.rows; v.push(1);", "let mut v = s.rows.clone(); v.push(1);", True),
        ("let v = s[0]; v.total += 1;", "let mut v = s[0].clone(); v.total += 1;", True),
        ("let v = s.rows; f(v.remove(0));", "let mut v = s.rows.clone(); f(v.remove(0));", True),
        ("let v = s.rows; v.sort(); f(&v);", "let mut v = s.rows.clone(); v.sort(); f(&v);", False),
        (
            'let v = s.rows; v.sort(); print!("{}", v[0]);',
            'let mut v = s.rows.clone(); v.sort(); print!("{}", v[0]);',
            False,
        ),
        ("let v = s.rows; while v.pop() != None {}", "let mut v = s.rows.clone(); while v.pop() != None {}", False),
        ("let v = s.rows; for r in t { v.push(r); }", "let mut v = s.rows.clone(); for r in t { v.push(r); }", True),
        ("let v = rows; v.push(1);", "let mut v = rows.clone(); v.push(1);", False),
    ],
)
def test_no_change_is_made_to_a_copy_that_nobody_holds(old: str, new: str, lost: bool) -> None:
    found = names(f"fn main() {{\n    {old}\n}}\n", f"fn main() {{\n    {new}\n}}\n")
    assert ("new-changed copy" in found) == lost


def test_a_field_or_variant_that_nothing_reads_may_not_go_and_a_hidden_function_is_gone() -> None:
    point = "struct P { x: i32, y: i32 }\nenum E { A, B }\nfn f() -> i32 { 1 }\nfn main() {}\n"
    assert "item-deleted" in names(point, point.replace(", y: i32", ""))
    assert "item-deleted" in names(point, point.replace("A, B", "A"))
    assert "new-#[test]" in names(point, point.replace("fn f", "#[test]\nfn f"))
    assert names(point, point.replace("x: i32", "left: i32")) == set()


@pytest.mark.parametrize(
    ("added", "mark"),
    [
        ('let _ = std::fs::remove_file("a");', "fs::"),
        ('let _ = std::net::TcpStream::connect("a");', "net::"),
        ("let _ = std::env::vars();", "env::"),
        ("let n = 1; /* \u202e */ let _ = n;", "hidden characters"),
    ],
)
def test_a_repair_reaches_for_nothing_of_the_machine_and_hides_nothing(added: str, mark: str) -> None:
    before, after = (facts(f"fn main() {{\n    let a = 1;\n    {text}\n}}\n") for text in ("", added))
    assert (after.marks - before.marks)[mark] == 1 and mark in FORBIDDEN_MARKS


def test_importing_what_is_used_already_is_no_reach() -> None:
    before, after = (facts(f'{use}fn main() {{\n    let _ = fs::read("a");\n}}\n') for use in ("", "use std::fs;\n"))
    assert not after.marks - before.marks


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("#![deny(unused)]\n", "", "attribute-deleted"),
        ("#![deny(unused)]", "#![warn(unused)]", "attribute-deleted"),
        ("#[must_use]\n", "", "attribute-deleted"),
        ("/// Adds.\n", "", "comment-deleted"),
        ("    // why\n", "", "comment-deleted"),
        ("sleep(3000,", "sleep(300,", "literal-changed"),
        ('"Grüße, {}"', '"Gre, {}"', "literal-changed"),
        ("assert_eq!(add(2), 4)", "assert_ne!(add(2), 4)", "assertion-deleted"),
        ("mod other;\n", "", "item-deleted"),
        ("save();", "let _ = save();", "new-discarded result"),
        ("save();", "_ = save();", "new-discarded result"),
        ("save();", "save().ok();", "new-discarded result"),
        ("save();", "drop(save());", "new-discarded result"),
        ("save();", "save();[0];", "new-unused value"),
        ("x + totl", "x; totl", "new-unused value"),
        ("x + totl", "x = x; totl", "new-unused value"),
        ("x + totl", "x = (x); totl", "new-unused value"),
    ],
)
def test_what_the_compiler_never_misses_is_kept_all_the_same(old: str, new: str, rule: str) -> None:
    source = """\
#![deny(unused)]
mod other;

/// Adds.
#[must_use]
fn add(x: i32) -> i32 {
    // why
    x + totl
}

#[test]
fn adds() {
    assert_eq!(add(2), 4);
    sleep(3000, println!("Grüße, {}", 1));
    save();
}
"""
    assert names(source, source.replace("totl", "total"), error_at(8, "totl")) == set()
    assert rule in names(source, source.replace(old, new).replace("totl", "total"), error_at(13, "add"))


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ('let n: u8 = "5";', "let n: u8 = 5;", '"5"'),
        ("let n: u8 = 256;", "let n: u8 = 255;", "256"),
        ("let x: f64 = 1;", "let x: f64 = 1.0;", "1"),
        ("f(1_000u64, n);", "f(1000, n.into());", "n"),
        ('println!("{} a", n);', 'println!("{n:?} a");', "n"),
        ("#[inlin]", "#[inline]", "inlin"),
        ("//! Late.", "/// Late.", "//! Late."),
    ],
)
def test_what_the_compiler_points_at_and_another_notation_may_change(old: str, new: str, text: str) -> None:
    before = f"fn main() {{\n    {old}\n    g();\n}}\n"
    assert not names(before, before.replace(old, new), error_at(2, text))


def test_a_sign_may_go_where_it_stands_before_what_has_none() -> None:
    before = "fn main() {\n    f(-text);\n}\n"
    after = before.replace("-text", "text")
    flagged = error_at(2, "-text", "E0600", "cannot apply unary operator `-` to type `String`")
    assert not names(before, after, flagged)
    assert names(before, after, error_at(2, "-text")) == {"statement-hollowed"}


@pytest.mark.parametrize(
    ("new", "rules"),
    [
        ("let n: u8 = 25;", {"literal-changed"}),
        ("let n: u8 = u8::MAX;", {"literal-changed"}),
        ("let n: u16 = 256;", set()),
        ("let n = 256u16;", set()),
    ],
)
def test_a_number_that_its_type_does_not_hold_stays(new: str, rules: set[str]) -> None:
    old = "let n: u8 = 256;"
    before = f"fn main() {{\n    {old}\n}}\n"
    assert names(before, before.replace(old, new), error_at(2, "256", "overflowing_literals")) == rules


def test_comments_of_a_doubly_defined_function_go_with_it() -> None:
    before = "fn a() {}\n// The second.\nfn a() {\n    // Empty.\n}\n"
    flagged = error_at(3, code="E0428", message="the name `a` is defined multiple times")
    assert names(before, before.replace("fn a() {\n    // Empty.\n}\n", ""), flagged) == set()


def test_only_the_flagged_import_may_lose_its_pub() -> None:
    before = "pub use a::B;\npub use a::C;\nfn main() {}\n"
    flagged = error_at(1, code="E0432", message="unresolved import `a::B`")
    assert names(before, before.replace("pub use a::B;\n", ""), flagged) == set()
    assert names(before, before.replace("pub use a::C;\n", ""), flagged) == {"public-item-removed"}


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ('save("x");\n    let n = "(";\n    drop(n);', "code-quoted"),
        ("if y { save(x); }\n    let n = ();\n    drop(n);", "control-added"),
        ("for _ in 0..0 { save(x); }\n    let n = ();\n    drop(n);", "control-added"),
    ],
)
def test_mending_syntax_makes_no_code_a_text_and_none_conditional(new: str, rule: str) -> None:
    before = "fn main() {\n    save(x;\n    let n = ();\n    drop(n);\n}\n"
    after = before.replace("save(x;\n    let n = ();\n    drop(n);", new)
    assert rule in names(before, after, placeless(None))


def test_a_choice_of_other_languages_gets_its_if_and_no_more() -> None:
    before = "fn main() {\n    let n = x ? 1 : 2;\n    save(n);\n}\n"
    chosen = before.replace("x ? 1 : 2", "if x { 1 } else { 2 }")
    assert "control-added" not in names(before, chosen, placeless(None))
    assert "control-added" in names(before, chosen.replace("save(n)", "if x { save(n) }"), placeless(None))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('println!("if {}, n);', 'println!("if {}", n);'),
        ('println!(for {}", n);', 'println!("for {}", n);'),
        ("retrun n;", "return n;"),
        ("let n = f(1;", "let n = f(1);"),
    ],
)
def test_mending_syntax_may_close_a_text_and_spell_a_word(old: str, new: str) -> None:
    flagged = error_at(2, "retrun", None)
    before = f"fn main() {{\n    {old}\n}}\n"
    assert names(before, before.replace(old, new), flagged) == set()


def test_what_a_damaged_file_hides_from_its_tree_is_no_new_mark() -> None:
    before = "#[cfg(unix)]\nmacro_rules! m {\n    ($t:ty => {\n        unsafe { f() }\n    };\n}\n\n"
    before += "#[allow(unused)]\nfn g() {}\n"
    mended = before.replace("($t:ty =>", "($t:ty) =>")
    assert names(before, mended, placeless(None)) == set()
    for worse in (mended.replace("fn g", "#[allow(dead_code)]\nfn g"), mended.replace("fn g", "unsafe fn g")):
        assert names(before, worse, placeless(None))
    spelt = before.replace("($t:ty =>", "($t:ty) =>").replace("fn g() {}", "fnn g() {}")
    mended = spelt.replace("fnn", "fn")
    assert names(spelt, mended, error_at(10, "fnn", None)) == set()
    for worse in ("#[allow(dead_code)] fn g", "unsafe fn g", "#[cfg_attr(unix, allow(x))] fn g"):
        assert names(spelt, mended.replace("fn g", worse), error_at(10, "fnn", None))
    looping = "fn main() {\n    loop {\n    f(;\n}\n"
    assert "new-loop {}" in names(looping, looping.replace("loop {\n    f(;", "loop {}\n    f();"), placeless(None))


def test_what_a_text_without_its_end_hides_is_no_new_mark() -> None:
    before = 'fn f() {\n    say("a);\n}\n\n#[cfg(unix)]\nfn g() {\n    let _ = say("b");\n    unsafe { h("c") }\n}\n'
    flagged = error_at(8, '")', "E0765")
    mended = before.replace('"a)', '"a")')
    assert names(before, mended, flagged) == set()
    assert "new-#[cfg]" in names(before, "#[cfg(unix)]\n" + mended, flagged)
    commented = "// #[allow(unused)]\n" + before
    assert "new-#[allow]" in names(commented, mended.replace("fn f", "#[allow(unused)]\nfn f"), flagged)


def test_a_missing_brace_is_put_where_the_indentation_says() -> None:
    unclosed = placeless(None)
    function = "fn a() {\n    f();\n\npub fn b() {\n    g();\n}\n"
    assert names(function, function.replace("f();\n", "f();\n}\n"), unclosed) == set()
    assert names(function, function + "}\n", unclosed) == {"wrongly-enclosed"}
    branch = "fn a() {\n    if x {\n        f();\n    g();\n}\n"
    assert names(branch, branch.replace("f();\n", "f();\n    }\n"), unclosed) == set()
    assert names(branch, branch + "}\n", unclosed) == {"wrongly-enclosed"}
    debugged = "fn a() {\n    if x {\n        f(;\ndbg!(x);\n    }\ndbg!(x);\n}\n"
    assert names(debugged, debugged.replace("f(;", "f();"), unclosed) == set()
    flat = "fn a() {\nf(;\nif x {\ng();\n}\n}\n"
    assert names(flat, flat.replace("f(;", "f();"), unclosed) == set()
