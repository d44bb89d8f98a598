"""A function that does its last thing instead of giving `Ok(())` gives it too, and no error is hidden by that."""

from collections.abc import Callable

import pytest

LONG = "".join(f'    println!("é {n}");\n' for n in range(20))
MAIN = "\nfn main() {\n    let _ = run(3);\n}\n"
SAVE = 'fn save(n: u8) -> Result<(), String> {\n    if n > 3 { Err("é".into()) } else { Ok(()) }\n}\n\n'
ENDS = {
    "what prints": ('    println!("{n}")\n}\n', '    println!("{n}");\n    Ok(())\n}\n'),
    "branches": (
        f'    if n > 1 {{\n{LONG}    }} else {{\n        println!("é");\n    }}\n}}\n',
        f'    if n > 1 {{\n{LONG}    }} else {{\n        println!("é");\n    }}\n    Ok(())\n}}\n',
    ),
    "a loop": (
        "    for k in 0..n {\n        save(k)?;\n    }\n}\n",
        "    for k in 0..n {\n        save(k)?;\n    }\n    Ok(())\n}\n",
    ),
    "an arm whose error is dropped": (
        '    match n {\n        0 => println!("é"),\n        _ => {\n            save(n); // é\n        }\n    }\n}\n',
        '    match n {\n        0 => println!("é"),\n        _ => {\n            save(n)?; // é\n        }\n    }\n'
        "    Ok(())\n}\n",
    ),
    "a branch that grows a list": (
        "    let mut v = vec![n];\n    if n > 1 {\n        v.push(1);\n    } else {\n        v.clear();\n    }\n}\n",
        "    let mut v = vec![n];\n    if n > 1 {\n        v.push(1);\n    } else {\n        v.clear();\n    }\n"
        "    Ok(())\n}\n",
    ),
}


@pytest.mark.parametrize("what", ENDS)
def test_the_end_is_given(mended: Callable[[str], list[str]], what: str) -> None:
    head = SAVE + "fn run(n: u8) -> Result<(), String> {\n"
    broken, whole = (head + body + MAIN for body in ENDS[what])
    assert set(mended(broken)) == {whole}


def test_a_closure_of_the_function_is_not_its_end(mended: Callable[[str], list[str]]) -> None:
    text = "fn run(n: u8) -> Result<(), String> {\n    let f = |k: u8| -> Result<(), String> {\n"
    text += '        println!("{k}")\n    };\n    f(n)?;\n    Ok(())\n}\n'
    assert not mended(text + MAIN)


EXIT = "    for k in 0..n {\n        if k > 3 {\n            return END;\n        }\n    }\n}\n"


@pytest.mark.parametrize("end", ["Ok(())", "save(k)"])
def test_where_what_went_well_is_returned_before_nobody_knows_the_end(
    mended: Callable[[str], list[str]], end: str
) -> None:
    for indent in ("    ", "\t"):
        body = EXIT.replace("END", end).replace("    ", indent)
        assert not mended(f"{SAVE}fn run(n: u8) -> Result<(), String> {{\n{body}{MAIN}")


def test_nothing_is_the_end_where_something_was_found_before_alone(mended: Callable[[str], list[str]]) -> None:
    body = EXIT.replace("END", "Some(())")
    text = f"fn run(n: u8) -> Option<()> {{\n{body}{MAIN}"
    assert set(mended(text)) == {text.replace("    }\n}\n\nfn main", "    }\n    None\n}\n\nfn main")}
