from collections import Counter
from collections.abc import Sequence
from random import Random

from sleepy_coder.breaker.batch import Asked, are_green, errors_of
from sleepy_coder.breaker.company import Company
from sleepy_coder.breaker.families import FAMILIES, Codes
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.breaker.pairs import Program
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import SourceTree

ANY: Codes = frozenset([None, "overflowing_literals", *(f"E{number:04}" for number in range(800))])

AWKWARD = [
    "fn main() { let x = 1 }\n",
    "fn main() { let x = 1\n let y: u32 = x; }\n",
    'fn f(x: i32 -> i32 { x }\nfn main() { let z: u32 = "a"; }\n',
    "mod shop { pub struct Entry; fn hid() {} }\nfn main() { crate::shop::hid(); let _ = shop::Entry; }\n",
    "mod shop { pub struct Tidy { n: u8 } }\nfn main() { let t: shop::Tidy = 3; }\n",
    'mod mall { pub struct Tidy { n: u8 } }\nfn main() { let t: mall::Tidy = 3; println!("{}", t.n); }\n',
    '#![allow(unused)]\nfn main() { let é = "ü"; nope(é); }\n',
    "trait Area { fn area(&self); }\nfn main() { 3.area(); }\n",
    "fn main() { 3.area(); let a: Tidy = 1; }\n",
    'use std::colections::HashMap;\nfn main() { let m: HashMap<u8, u8> = HashMap::new(); let n: u8 = ""; }\n',
    "fn main() { let f = |x: u8| x; let v: u8 = f; }\n",
    "struct Vault; impl std::ops::Not for Vault { type Output = f64; fn not(self) -> f64 { 1.5 } }\nfn main() {}\n",
    "fn main() { let x = 2u32 * 1.5; }\n",
    'fn main() { let v = vec![1]; let w = v; println!("{:?} {:?}", v, w); }',
    "fn main() { let s: u8 = \"\";\r\n let t: u8 = 'c';\r\n}\r\n",
    "fn m0() {}\nfn main() { m0(1); m1(); }\n",
    "mod shop { struct Den; pub fn f(d: Den) {} pub fn g() -> Den { Den } }\nfn main() { shop::f(shop::g()); }\n",
    "fn main() { let x: u8 = 300; }\n",
    "struct Den;\nimpl Nowhere for Den {}\nfn main() {}\n",
    "struct Den;\nimpl nowhere::Trait for Den {}\nfn main() {}\n",
    "fn main() {}\n",
]


def _alone(trees: list[SourceTree], compiler: Compiler) -> list[tuple[Diagnostic, ...]]:
    return [result.errors for result in compiler.check_many(trees)]


def _awkward() -> list[SourceTree]:
    trees = [SourceTree({"main.rs": text}) for text in AWKWARD]
    trees.append(SourceTree({"src/main.rs": "mod a;\nfn main() { a::f(1) }\n", "src/a.rs": "pub fn f() {}\n"}))
    trees.append(SourceTree({"main.rs": "fn main() { let async = 1; }\n"}, edition="2015"))
    trees.append(SourceTree({"lib.rs": "pub fn f() -> u8 { 'a' }\n"}, crate_type="lib"))
    return trees


def _sole(
    trees: list[SourceTree], compiler: Compiler, codes: Codes = ANY, companies: Sequence[Company] = ()
) -> list[Diagnostic | None]:
    def hopeful(errors: tuple[Diagnostic, ...]) -> bool:
        return len(errors) < 2 and all(error.code in codes for error in errors)

    asked = zip(trees, companies or [Company.BROKEN] * len(trees), strict=True)
    told = errors_of([Asked(tree, company, hopeful) for tree, company in asked], compiler)
    return [errors[0] if errors else None for errors in told]


def test_a_batch_says_of_each_program_what_rustc_says_of_it_alone(compiler: Compiler) -> None:
    trees = _awkward()
    alone = _alone(trees, compiler)
    late = [bool(errors) and errors[0].code in (None, "overflowing_literals") for errors in alone]
    told = _sole(trees, compiler)
    assert len([error for error in told if error]) >= 9
    for errors, error, excused in zip(alone, told, late, strict=True):
        assert error == (errors[0] if len(errors) == 1 else None) or (error is None and excused)


def test_errors_of_other_codes_do_not_count(compiler: Compiler) -> None:
    tree = SourceTree({"main.rs": "fn main() { let x: u8 = 'c'; }\n"})
    wanted = [_sole([tree], compiler, frozenset((code,)))[0] for code in ("E0308", "E0425")]
    assert [error and error.code for error in wanted] == ["E0308", None]


def test_green_is_what_compiles_alone(compiler: Compiler) -> None:
    trees = _awkward()
    alone = [errors == () for errors in _alone(trees, compiler)]
    assert are_green(trees, compiler) == alone
    assert 2 <= sum(alone) <= 6


def test_breaks_of_every_family_read_the_same_alone(compiler: Compiler) -> None:
    rng = Random(4)
    templates = {template.family: template for template in load_templates("train")}
    broken: list[SourceTree] = []
    companies: list[Company] = []
    for family in FAMILIES:
        program = Program(instantiate(templates[family.name], 1))
        sites = program.sites(family.name, rng)
        trees = [program.broken_at(site) for site in rng.sample(sites, min(2, len(sites)))]
        broken += [tree for tree in trees if tree is not None]
        companies += [OPERATORS[family.name].company] * (len(broken) - len(companies))
    told = _sole(broken, compiler, companies=companies)
    for error, errors in zip(told, _alone(broken, compiler), strict=True):
        late = errors and ("is private" in errors[0].message or (errors[0].code or "").islower())  # or a lint
        assert error == (errors[0] if len(errors) == 1 else None) or (error is None and late)
    assert len([error for error in told if error]) > len(FAMILIES)


NEXT = "type Item = u8; fn next(&mut self) -> Option<u8> { None }"
SPOILERS = [
    f"struct Pages<'a>(&'a u8);\nimpl Iterator for Pages<'a> {{ {NEXT} }}\nfn main() {{}}\n",
    "use std::shelves::Shelf;\nimpl From<u8> for Shelf { fn from(_: u8) -> Shelf { todo!() } }\nfn main() {}\n",
    "#[derive(Clone)]\nstruct Twin<T, T>(T);\nfn main() {}\n",
]
SPOILT = [
    "fn main() {\n    let v = vec![1];\n    let n: i32 = v.into_iter().map(|x| x + 1).sum();\n    drop((v, n));\n}\n",
    f"struct Lamps;\nimpl Iterator for Lamps {{ {NEXT.replace('&mut', '&')} }}\nfn main() {{}}\n",
    "fn main() {\n    let n = u64::from(1u32);\n    n = 2;\n}\n",
    "fn main() {\n    match 'a'.clone() {\n        'a' => {}\n    }\n}\n",
    "fn main() {\n    let v = vec![].clone();\n}\n",
    "fn f(v: Vec<u8>) {\n    drop((v.clone(), v));\n    drop(v);\n}\nfn main() {\n    let t: u8 = 'a';\n}\n",
]


def test_a_wrong_implementation_in_one_program_keeps_no_error_of_another_from_being_found(compiler: Compiler) -> None:
    trees = [SourceTree({"main.rs": text}) for text in SPOILERS + SPOILT]
    alone = _alone(trees, compiler)
    assert [len(errors) for errors in alone] == [1] * 8 + [2]
    assert _sole(trees, compiler) == [errors[0] if len(errors) == 1 else None for errors in alone]


class _Busy(Compiler):
    """A compiler on a machine that is busy when a program is checked for the first time, or always."""

    def __init__(self, compiler: Compiler, times: int) -> None:
        super().__init__(compiler.toolchain, compiler.sandbox)
        self.times = times
        self.checked: Counter[str] = Counter()

    def check(self, tree: SourceTree) -> CheckResult:
        self.checked[tree.digest] += 1
        late = self.checked[tree.digest] <= self.times
        return CheckResult((), 20.0, timed_out=True) if late else super().check(tree)


def test_programs_that_ran_out_of_time_are_checked_again_a_few_at_a_time_and_once_more_alone(
    compiler: Compiler,
) -> None:
    texts = ["fn main() { let x: u8 = 'x'; }\n", "fn main() { y; }\n", "#![allow(unused)]\nfn main() { z; }\n"]
    trees = [SourceTree({"main.rs": text}) for text in texts]
    assert [error and error.code for error in _sole(trees, _Busy(compiler, 1))] == ["E0308", "E0425", "E0425"]
    assert _sole(trees, never := _Busy(compiler, 99)) == [None] * 3
    assert [never.checked[tree.digest] for tree in trees] == [2, 2, 2]


def test_more_programs_than_one_run_holds_keep_their_order(compiler: Compiler) -> None:
    trees = [SourceTree({"main.rs": f"fn main() {{ let x{n}: u8 = {'x' if n % 3 else n}; }}\n"}) for n in range(150)]
    assert [error is not None for error in _sole(trees, compiler)] == [bool(n % 3) for n in range(150)]
    assert are_green(trees, compiler) == [not n % 3 for n in range(150)]
