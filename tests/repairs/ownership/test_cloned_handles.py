"""Each round of a loop gives away a handle of its own, and a channel still ends."""

from collections.abc import Callable

import pytest

HEAD = "use std::sync::Arc;\nuse std::sync::mpsc::{Sender, channel};\nuse std::thread;\n\n"
SEND = "fn send(to: Sender<u8>, n: u8) {\n    to.send(n).unwrap();\n}\n\n"
MAIN = "fn main() {\n    let (é, from) = channel();\n    for n in 0..3 {\n"
SPAWN = (
    "        thread::spawn(move || {\n            é.send(n).unwrap();\n            é.send(n).unwrap();\n        });\n"
)
SUM = '    println!("{}", from.iter().sum::<u8>());\n'


@pytest.mark.parametrize(
    ("broken", "clone"),
    [
        (f"{SPAWN}    }}\n", f"        let é = é.clone();\n{SPAWN}    }}\n"),
        ("        send(é, n);\n    }\n", "        send(é.clone(), n);\n    }\n"),
        (
            "        n; thread::spawn(move || é.send(n));\n    }\n",
            "        n; let é = é.clone(); thread::spawn(move || é.send(n));\n    }\n",
        ),
    ],
)
def test_what_is_received_has_an_end(mended: Callable[[str], list[str]], broken: str, clone: str) -> None:
    head = HEAD + SEND + MAIN
    assert mended(f"{head}{broken}{SUM}}}\n")[0] == f"{head}{clone}    drop(é);\n{SUM}}}\n"


def test_who_receives_elsewhere_has_an_end_too(mended: Callable[[str], list[str]]) -> None:
    first = "    let sum = thread::spawn(move || from.iter().sum::<u8>());\n    for n"
    head, last = HEAD + MAIN.replace("    for n", first), '    println!("{:?}", sum.join());\n}\n'
    clone = f"        let é = é.clone();\n{SPAWN}"
    assert mended(f"{head}{SPAWN}    }} // é\n{last}")[0] == f"{head}{clone}    }} // é\n    drop(é);\n{last}"


def test_a_sender_that_is_named_again_or_whose_receiver_is_given_back_is_not_dropped(
    mended: Callable[[str], list[str]],
) -> None:
    again = f'{HEAD}{MAIN}{SPAWN}    }}\n    é.send(3).unwrap();\n    println!("{{:?}}", from.recv());\n}}\n'
    start = MAIN.replace("fn main()", "fn start() -> std::sync::mpsc::Receiver<u8>")
    back = f"{HEAD}{start}{SPAWN}    }}\n    from\n}}\n\nfn main() {{\n    start();\n}}\n"
    for broken in (again, back):
        assert mended(broken)[0] == broken.replace(SPAWN, f"        let é = é.clone();\n{SPAWN}")


def test_the_original_lives_as_long_as_the_outermost_loop(mended: Callable[[str], list[str]]) -> None:
    inner = f"        for n in 0..2 {{\n{SPAWN}        }}\n".replace("\n        t", "\n            t")
    broken = f"{HEAD}{MAIN.replace('for n', 'for _')}{inner}    }}\n{SUM}}}\n"
    assert "        }\n    }\n    drop(é);\n" in mended(broken)[0]


def test_a_count_is_cloned_by_its_name(mended: Callable[[str], list[str]]) -> None:
    show = '        thread::spawn(move || println!("{é} {n}"));\n'
    broken = f"{HEAD}fn main() {{\n    let é = Arc::new(String::new());\n    for n in 0..3 {{\n{show}    }}\n}}\n"
    assert mended(broken)[0] == broken.replace(show, f"        let é = Arc::clone(&é);\n{show}")


def test_what_is_no_handle_is_left_to_the_compiler(mended: Callable[[str], list[str]]) -> None:
    show = '        thread::spawn(move || println!("{é} {n}"));\n'
    broken = f"{HEAD}fn main() {{\n    let é = String::new();\n    for n in 0..3 {{\n{show}    }}\n}}\n"
    assert not any("let é = é.clone();" in text for text in mended(broken))
