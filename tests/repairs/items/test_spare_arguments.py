"""An argument too many is taken out where it stands, whatever the line ends are."""

from sleepy_coder.repairs.implied import implied
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree


def test_an_argument_on_lines_of_its_own_is_taken_out_whole(compiler: Compiler) -> None:
    head = "fn é(a: &str, b: u8) -> usize {\r\n    a.len() + usize::from(b)\r\n}\r\n\r\nfn main() {\r\n    é(\r\n"
    tree = SourceTree({"main.rs": head + '        "éé",\r\n        1,\r\n        2,\r\n    );\r\n}\r\n'})
    (error,) = compiler.check(tree).errors
    ways = [tree.apply(one.edits).files["main.rs"].removeprefix(head) for one in implied(error, tree)]
    end = "\r\n    );\r\n}\r\n"
    assert ways == [
        f"        1,\r\n        2,{end}",
        f'        "éé",\r\n        2,{end}',
        f'        "éé",\r\n        1,{end}',
    ]
