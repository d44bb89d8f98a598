from random import Random

from sleepy_coder.breaker.operators import definitions, generics, implementations, members
from sleepy_coder.breaker.operators.table import Sites
from sleepy_coder.breaker.syntax import Syntax


def _broken(operator: Sites, source: str) -> list[str]:
    return [made.apply(source.encode()).decode() for made in operator(Syntax(source.encode()), Random(1))]


COUNTER = """\
impl Iterator for Counter {
    type Item = u32;

    fn next(&mut self) -> Option<u32> { None }
}
"""


def test_an_associated_type_is_taken_only_where_a_signature_spells_it() -> None:
    (broken,) = _broken(members.associated_type, COUNTER)
    assert "type Item" not in broken and broken.startswith("impl Iterator for Counter {\n\n    fn")
    assert _broken(members.associated_type, COUNTER.replace("Option<u32>", "Option<Self::Item>")) == []
    assert _broken(members.associated_type, COUNTER.replace("Option<u32>", "Option<Myu32>")) == []


def test_a_parameter_that_the_body_reads_is_not_taken() -> None:
    source = "impl Op for Plus { fn run(&self, a: i32, b: i32) -> i32 { a } }"
    taken, added = _broken(members.parameter_count, source)
    assert taken == source.replace(", b: i32", "")
    assert added.startswith("impl Op for Plus { fn run(&self, a: i32, b: i32, ")


def test_only_a_method_that_does_not_use_self_loses_it() -> None:
    source = "impl Op for Plus { fn a(&self) -> u8 { 1 } fn b(&self) -> u8 { self.0 } }"
    assert _broken(members.self_removed, source) == [source.replace("a(&self)", "a()")]


def test_a_bound_is_removed_with_the_mark_that_it_needed() -> None:
    assert _broken(generics.other_bound, "fn f<T: A + B, U: C>(t: T, u: U) {}") == [
        "fn f<T: B, U: C>(t: T, u: U) {}",
        "fn f<T: A, U: C>(t: T, u: U) {}",
        "fn f<T: A + B, U>(t: T, u: U) {}",
    ]
    assert _broken(generics.other_bound, "fn f<T, U>(t: T)\nwhere\n    T: A,\n    U: B,\n{}\n") == [
        "fn f<T, U>(t: T)\nwhere\n    U: B,\n{}\n",
        "fn f<T, U>(t: T)\nwhere\n    T: A,\n{}\n",
    ]
    assert _broken(generics.other_bound, "fn f<T>(t: T)\nwhere\n    T: A,\n{}\n") == ["fn f<T>(t: T)\n{}\n"]


def test_the_bounds_of_arithmetic_are_apart_from_all_others() -> None:
    source = "fn f<T: std::ops::Add<Output = T> + PartialOrd>(t: T) {}"
    assert _broken(generics.arithmetic_bound, source) == ["fn f<T: PartialOrd>(t: T) {}"]
    assert _broken(generics.other_bound, source) == ["fn f<T: std::ops::Add<Output = T>>(t: T) {}"]


def test_a_copy_stands_where_an_answer_can_take_it_away_again() -> None:
    source = (
        "impl A {\n    fn a() {}\n\n    fn b() {}\n\n    fn long() {\n        1;\n        2;\n        3;\n    }\n}\n"
    )
    first, second = _broken(implementations.method_twice, source)
    assert first == source.replace("b() {}\n", "b() {}\n\n    fn a() {}\n")
    assert second.count("fn b") == 2 and second.endswith("    }\n\n    fn b() {}\n}\n")
    assert _broken(definitions.item_twice, "fn a() {\n    1;\n}\n\nfn main() {}\n") == []


def test_a_derive_joins_the_list_or_starts_one() -> None:
    impl = "impl Default for A { fn default() -> A { A } }\n"
    assert _broken(implementations.derived_too, f"struct A;\n{impl}") == [f"#[derive(Default)]\nstruct A;\n{impl}"]
    (joined,) = _broken(implementations.derived_too, f"#[derive(Debug)]\nstruct A;\n{impl}")
    assert joined.split("\n")[0] in ("#[derive(Debug, Default)]", "#[derive(Default, Debug)]")


def test_an_item_left_behind_where_it_is_imported_is_private_there() -> None:
    source = "mod m {\n    pub fn a() -> u8 {\n        1\n    }\n}\nuse m::a;\nfn b() {}\nfn main() {}\n"
    (broken,) = _broken(definitions.imported_and_defined, source)
    assert "\nfn a() -> u8 {\n    1\n}" in broken and broken.count("pub fn a") == 1


def test_a_box_is_removed_only_around_the_type_that_holds_it() -> None:
    source = "struct L { next: Option<Box<L>>, other: Box<M> }\nstruct M { l: Box<L> }\n"
    assert _broken(definitions.unboxed, source) == [source.replace("Option<Box<L>>", "Option<L>")]
