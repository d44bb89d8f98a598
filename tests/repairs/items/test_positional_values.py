"""What is given by its place gets the name of the field that is there."""

from collections.abc import Callable

import pytest

VARIANT = "enum Step {\n    Turn { by: i32, fast: bool },\n}\n\nfn f(by: i32, fast: bool) -> Step {\n    VALUE\n}\n"
STRUCT = "struct Size {\n    width: u8,\n    height: u8,\n}\nMORE\nfn f(height: u8, side: u8) -> Size {\n    VALUE\n}\n"
MAIN = "\nfn main() {}\n"


@pytest.mark.parametrize(
    ("text", "value", "wanted"),
    [
        (VARIANT, "Step::Turn(by + 1, !fast)", "Step::Turn { by: by + 1, fast: !fast }"),
        (VARIANT, "Step::Turn(by, fast)", "Step::Turn { by, fast }"),
        (STRUCT, "Size(3, 4 + height)", "Size { width: 3, height: 4 + height }"),
    ],
)
def test_each_value_is_its_fields(mended: Callable[[str], list[str]], text: str, value: str, wanted: str) -> None:
    text = text.replace("MORE", "") + MAIN
    assert text.replace("VALUE", wanted) in mended(text.replace("VALUE", value))


MAKER = (
    "impl Size {\n    fn new(width: u8, height: u8) -> Self {\n        Size { width: width.max(1), height }\n    }\n}\n"
)


PLAIN = MAKER.replace("width: width.max(1)", "width")


@pytest.mark.parametrize(("more", "value"), [("", "Size(height, 4)"), (MAKER, "Size(0, 4)")])
def test_neither_anothers_name_nor_what_has_a_maker(mended: Callable[[str], list[str]], more: str, value: str) -> None:
    found = mended(STRUCT.replace("MORE", more).replace("VALUE", value) + MAIN)
    assert not any("Size { width: height" in one or "Size { width: 0" in one for one in found)


@pytest.mark.parametrize(
    ("maker", "wanted"),
    [
        (PLAIN, "Size { width: side / 2, height: 4 }"),
        (PLAIN.replace("  Size {", "  Self {"), "Size { width: side / 2, height: 4 }"),
        (MAKER, "Size::new(side / 2, 4)"),
        (MAKER.replace("height: u8", "h: u8").replace("height }", "height: h }"), "Size::new(side / 2, 4)"),
        (MAKER.replace("new", "at_least") + PLAIN, "Size { width: side / 2, height: 4 }"),
    ],
)
def test_new_is_called_unless_it_says_the_same(mended: Callable[[str], list[str]], maker: str, wanted: str) -> None:
    text = STRUCT.replace("MORE", maker) + MAIN
    assert mended(text.replace("VALUE", "Size(side / 2, 4)"))[0] == text.replace("VALUE", wanted)


@pytest.mark.parametrize(
    ("more", "place", "value"),
    [
        (MAKER.replace("Size {", "Size("), "width: width.max(1), height }", "width.max(1), height)"),  # `new` itself
        (MAKER.replace("new", "at_least"), "VALUE", "Size(side / 2, 4)"),
        (MAKER, "VALUE", "Size(height, 4)"),
        (PLAIN.replace("width: u8, height: u8", "height: u8, width: u8"), "VALUE", "Size(side / 2, 4)"),
    ],
)
def test_no_function_calls_itself_and_none_but_new_is_meant(
    mended: Callable[[str], list[str]], more: str, place: str, value: str
) -> None:
    text = (STRUCT.replace("MORE", more) + MAIN).replace(place, value).replace("VALUE", "todo!()")
    assert not any("Size::" in one for one in mended(text))


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ("", "Size(height / 2, 4)"),
        ("", "Size(side.max(height), 4)"),
        ("", "Size(side, side + 1)"),  # neither of the two is told
        ("", "Size(hight, 4)"),
        (MAKER, "Size(side, side + 1)"),
        (MAKER.replace("width: u8", "tenths: u8").replace("width.max(1)", "tenths / 10"), "Size(20, height)"),
    ],
)
def test_what_may_be_another_fields_stays(mended: Callable[[str], list[str]], more: str, value: str) -> None:
    text = STRUCT.replace("MORE", more).replace("side: u8)", "side: u8, hight: u8)") + MAIN
    found = mended(text.replace("VALUE", value))
    assert not any("Size { width: " in one.split("fn f(")[1] or "Size::new" in one for one in found)
