from random import Random

from sleepy_coder.breaker.batch import errors_of
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Program
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

AWKWARD = [
    "fn main() { let x = 1 }\n",
    "fn main() { let x = 1\n let y: u32 = x; }\n",
    "fn f(x: i32 -> i32 { x }\nfn main() { let z: u32 = \"a\"; }\n",
    "mod shop { pub struct Entry; fn hid() {} }\nfn main() { crate::shop::hid(); let _ = shop::Entry; }\n",
    "mod shop { pub struct Tidy { n: u8 } }\nfn main() { let t: shop::Tidy = 3; }\n",
    "mod mall { pub struct Tidy { n: u8 } }\nfn main() { let t: mall::Tidy = 3; println!(\"{}\", t.n); }\n",
    "#![allow(unused)]\nfn main() { let é = \"ü\"; nope(é); }\n",
    "trait Area { fn area(&self); }\nfn main() { 3.area(); }\n",
    "fn main() { 3.area(); let a: Tidy = 1; }\n",
    "use std::colections::HashMap;\nfn main() { let m: HashMap<u8, u8> = HashMap::new(); let n: u8 = \"\"; }\n",
    "fn main() { let f = |x: u8| x; let v: u8 = f; }\n",
    "struct Vault; impl std::ops::Mul<f64> for Vault { type Output = f64; fn mul(self, o: f64) -> f64 { o } }\nfn main() {}\n",
    "fn main() { let x = 2u32 * 1.5; }\n",
    "fn main() { let v = vec![1]; let w = v; println!(\"{:?} {:?}\", v, w); }",
    "fn main() { let s: u8 = \"\";\r\n let t: u8 = 'c';\r\n}\r\n",
    "fn m0() {}\nfn main() { m0(1); m1(); }\n",
    "fn main() {}\n",
]


def test_a_batch_says_of_each_program_what_rustc_says_of_it_alone(compiler: Compiler) -> None:
    trees = [SourceTree({"main.rs": text}) for text in AWKWARD]
    trees.append(SourceTree({"src/main.rs": "mod a;\nfn main() { a::f(1) }\n", "src/a.rs": "pub fn f() {}\n"}))
    trees.append(SourceTree({"main.rs": "fn main() { let async = 1; }\n"}, edition="2015"))
    trees.append(SourceTree({"lib.rs": "pub fn f() -> u8 { 'a' }\n"}, crate_type="lib"))
    alone = [result.errors for result in compiler.check_many(trees)]
    assert errors_of(trees, compiler) == alone
    assert sum(bool(errors) for errors in alone) >= 15


def test_breaks_of_every_family_read_the_same_alone(compiler: Compiler) -> None:
    rng = Random(4)
    templates = {template.family: template for template in load_templates("train")}
    broken = []
    for family in FAMILIES:
        program = Program(instantiate(templates[family.name], 1))
        trees = [program.broken_at(site) for site in rng.sample(sites := program.sites(family.name, rng), min(2, len(sites)))]
        broken += [tree for tree in trees if tree is not None]
    assert errors_of(broken, compiler) == [result.errors for result in compiler.check_many(broken)]


def test_more_programs_than_one_run_holds_keep_their_order(compiler: Compiler) -> None:
    trees = [SourceTree({"main.rs": f"fn main() {{ let x{n}: u8 = {'n' if n % 3 else n}; }}\n"}) for n in range(150)]
    told = errors_of(trees, compiler)
    assert [bool(errors) for errors in told] == [bool(n % 3) for n in range(150)]
