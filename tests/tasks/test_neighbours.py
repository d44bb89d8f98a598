"""The nearest training repair, copied to another program with its names."""

from dataclasses import replace
from time import process_time

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.neighbours import Neighbours

MUT = 'fn main() {\n    let count = 1;\n    count += 1;\n    println!("{}", count);\n}\n'
OTHER = "fn main() {\n    let all = vec![1, 2];\n    let sum = 0;\n    for n in all {\n        sum += n;\n    }\n"
OTHER += '    println!("{sum}");\n}\n'
MOVED = 'fn main() {\n    let a = String::new();\n    let b = a;\n    println!("{}{}", a, b);\n}\n'


def pair(broken: str, green: str, compiler: Compiler) -> Pair:
    tree = SourceTree({"main.rs": broken})
    return Pair("mine", "t", 0, SourceTree({"main.rs": green}), tree, compiler.check(tree).errors[0])


def test_a_repair_near_the_flagged_place_is_copied_with_the_other_programs_names(compiler: Compiler) -> None:
    typo = MUT.replace("let count", "let mut count").replace("count += 1", "cuont += 1")
    known = Neighbours([pair(typo, typo.replace("cuont", "count"), compiler)])
    broken = SourceTree({"main.rs": OTHER.replace("let sum", "let mut sum").replace("sum += n", "smu += n")})
    error = compiler.check(broken).errors[0]
    near = known.nearest(broken, error)
    assert near is not None
    copied = near.copied(broken, error)
    assert copied is not None and compiler.check(copied).green


def test_a_code_that_no_training_repair_has_gets_no_neighbour(compiler: Compiler) -> None:
    known = Neighbours([pair(MUT, MUT.replace("let count", "let mut count"), compiler)])
    moved = SourceTree({"main.rs": MOVED})
    assert known.nearest(moved, compiler.check(moved).errors[0]) is None


def test_what_lies_far_from_a_repair_costs_little_and_changes_nothing(compiler: Compiler) -> None:
    typo = MUT.replace("let count", "let mut count").replace("count += 1", "cuont += 1")
    near = pair(typo, typo.replace("cuont", "count"), compiler)
    filler = "fn other(n: u8) -> u8 {\n    n + 1\n}\n\n" * 2000
    far = replace(
        near,
        broken=SourceTree({"main.rs": near.broken.files["main.rs"] + filler}),
        green=SourceTree({"main.rs": near.green.files["main.rs"] + filler}),
    )
    began = process_time()
    long = Neighbours().add(far)
    assert process_time() - began < 5, "all of a long file was matched"
    assert long == Neighbours().add(near) and long is not None
