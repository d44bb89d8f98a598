from sleepy_coder.breaker.syntax import Break, Cut, Syntax, is_value_use


def test_cuts_of_one_break_refer_to_the_same_source() -> None:
    assert Break((Cut(0, 5), Cut(6, 7, b"yy"), Cut(8, 8, b"!"))).apply(b"Some(x);") == b"xyy;!"
    assert Break((Cut(0, 5), Cut(6, 7))).apply(b"Some(x);") == b"x;"
    assert Break((Cut(6, 7), Cut(0, 5))).apply(b"Some(x);") == b"x;"


def test_methods_are_found_with_and_without_a_turbofish() -> None:
    syntax = Syntax(b"fn f() { a.iter().map(|x| x.b()).collect::<Vec<_>>(); g(x); }")
    assert {method.name for method in syntax.methods()} == {"iter", "map", "b", "collect"}
    assert [syntax.text(method.receiver) for method in syntax.methods("iter")] == ["a"]


def test_a_value_use_is_no_binding_and_no_call() -> None:
    syntax = Syntax(b"fn f(a: u8) -> u8 { let b = a; g(b, 1 + b); b }")
    used = [syntax.text(node) for node in syntax.all("identifier") if is_value_use(node)]
    assert sorted(used) == ["a", "b", "b", "b"]
