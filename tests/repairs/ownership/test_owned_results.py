"""A function that can only give back what it has made gives its owner; what others decide stays as it is."""

from collections.abc import Callable

import pytest

MAIN = "\nfn main() {}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'fn f(s: &str) -> &str {\n    let é = s.replace("a", "b");\n    é.trim()\n}\n',
            'fn f(s: &str) -> String {\n    let é = s.replace("a", "b");\n    é.trim().to_string()\n}\n',
        ),
        (
            'fn f(s: &str) -> &str {\n    if s.is_empty() {\n        return "none";\n    }\n'
            "    let low = s.to_lowercase();\n    &low\n}\n",
            'fn f(s: &str) -> String {\n    if s.is_empty() {\n        return "none".to_string();\n    }\n'
            "    let low = s.to_lowercase();\n    low\n}\n",
        ),
        (
            "fn f(s: &str, n: u8) -> &str {\n    let low = s.to_lowercase();\n    match n {\n        0 => s,\n"
            '        1 => low.as_str(),\n        _ => panic!("no"),\n    }\n}\n',
            "fn f(s: &str, n: u8) -> String {\n    let low = s.to_lowercase();\n    match n {\n"
            '        0 => s.to_string(),\n        1 => low,\n        _ => panic!("no"),\n    }\n}\n',
        ),
        (
            "fn f(s: &str) -> Option<&str> {\n    if s.is_empty() {\n        return None;\n    }\n"
            "    let é = s.to_lowercase();\n    é.split(' ').next()\n}\n",
            "fn f(s: &str) -> Option<String> {\n    if s.is_empty() {\n        return None;\n    }\n"
            "    let é = s.to_lowercase();\n    é.split(' ').next().map(str::to_string)\n}\n",
        ),
        (
            "fn f(s: &str) -> Option<&str> {\n    let é = s.to_lowercase();\n    Some(é.trim())\n}\n",
            "fn f(s: &str) -> Option<String> {\n    let é = s.to_lowercase();\n    Some(é.trim().to_string())\n}\n",
        ),
        (
            "fn f(v: &[u8]) -> &[u8] {\n    let mut all = v.to_vec();\n    all.sort();\n    &all[1..]\n}\n",
            "fn f(v: &[u8]) -> Vec<u8> {\n    let mut all = v.to_vec();\n    all.sort();\n    all[1..].to_vec()\n}\n",
        ),
    ],
)
def test_the_owner_is_given_back(mended: Callable[[str], list[str]], old: str, new: str) -> None:
    assert new + MAIN in mended(old + MAIN)


@pytest.mark.parametrize(
    "text",
    [
        "fn f(s: &str) -> &str {\n    &s[1..].to_string()\n}\n",
        "fn f(s: &str) -> &str {\n    let part = s[1..].to_string();\n    &part\n}\n",
        "fn f(s: &str) -> &str {\n    let part: String = s[1..].into();\n    &part\n}\n",
        "fn f(v: &[u8]) -> &[u8] {\n    v[1..].to_vec()\n}\n",
        "fn f(s: String) -> &str {\n    s.trim()\n}\n",
    ],
)
def test_where_a_copy_may_be_one_too_many_the_reference_stays(mended: Callable[[str], list[str]], text: str) -> None:
    assert not any("-> String" in one or "-> Vec" in one for one in mended(text + MAIN))


@pytest.mark.parametrize(
    "text",
    [
        "trait Name {\n    fn name(&self) -> &str;\n}\n\nstruct S;\n\nimpl Name for S {\n    fn name(&self) -> &str {\n"
        '        let made = format!("s");\n        made.trim()\n    }\n}\n',
        "fn all(v: &[u8]) -> Vec<&str> {\n    let f = |n: &u8| -> &str {\n        let s = n.to_string();\n"
        "        s.trim()\n    };\n    v.iter().map(f).collect()\n}\n",
    ],
)
def test_what_is_not_the_functions_own_to_say_is_left_alone(mended: Callable[[str], list[str]], text: str) -> None:
    assert not any("-> String" in one for one in mended(text + MAIN))
