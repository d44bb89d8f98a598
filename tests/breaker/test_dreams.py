from sleepy_coder.breaker.dreams import dream
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import Signature, signature
from sleepy_coder.rust.source import SourceTree

DAY = """\
fn main() {
    let names = vec![String::from("ada"), String::from("bob")];
    let count = names.len();
    for name in count { println!("{name}"); }
}
"""
OWNERS = """\
struct Garden { beds: u32, rows: usize }

impl Garden {
    fn plots(&self) -> u32 {
        let mut plots = 0;
        for bed in 0..self.beds { plots += bed; }
        for row in 0..self.rows { plots += row as u32; }
        plots
    }

    fn doubled(&self) -> u32 {
        let mut beds = self.beds;
        beds *= 2;
        beds
    }
}

fn main() {
    println!("{}", Garden { beds: 3, rows: 4 }.plots() + Garden { beds: 1, rows: 0 }.doubled());
}
"""


def _failed(compiler: Compiler) -> Signature:
    (error,) = compiler.check(SourceTree({"main.rs": DAY})).errors
    return signature(error)


def test_dreams_reproduce_the_days_signature_in_the_owners_code(compiler: Compiler) -> None:
    target = _failed(compiler)
    made = dream({target}, [SourceTree({"main.rs": OWNERS})], 1, 4, compiler)
    assert len(made) == 4 == len({pair.broken.digest for pair in made})
    assert {signature(pair.diagnostic) for pair in made} == {target}
    # the first ones break the code as it stands, the others copies with new names
    assert sum("Garden" in pair.green.files["main.rs"] for pair in made) in (1, 2)


def test_dreams_are_spread_over_their_targets(compiler: Compiler) -> None:
    range_error = _failed(compiler)
    (error,) = compiler.check(SourceTree({"main.rs": 'fn main() { let n = 1; n += 1; println!("{n}"); }\n'})).errors
    twice = signature(error)
    made = dream({range_error, twice}, [SourceTree({"main.rs": OWNERS})], 2, 4, compiler)
    reported = [signature(pair.diagnostic) for pair in made]
    assert reported.count(range_error) == reported.count(twice) == 2


def test_nothing_is_dreamt_of_what_no_operator_makes(compiler: Compiler) -> None:
    assert dream({Signature("E0999", "never")}, [SourceTree({"main.rs": OWNERS})], 1, 3, compiler) == []
