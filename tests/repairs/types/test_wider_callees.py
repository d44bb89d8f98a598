"""What a function gives becomes as wide as what everybody makes of it."""

from collections.abc import Callable

TEXT = """\
struct Shop {
    total: u64,
}

impl Shop {
    fn part(&self, n: u16) -> u32 {
        let mut sum = 7;
        for k in 0..n {
            BODY
        }
        sum
    }
}

fn main() {
    let mut shop = Shop { total: 5 };
    shop.total += shop.part(3);
    println!("{}", shop.total);
}
"""


def test_the_result_is_widened(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("BODY", "sum = sum * 10 + 3;")
    assert text.replace("-> u32", "-> u64") in mended(text)


def test_not_where_the_size_is_counted_on(mended: Callable[[str], list[str]]) -> None:
    text = TEXT.replace("BODY", "sum = u32::wrapping_mul(sum, 31);")
    for one in (text, TEXT.replace("BODY", "sum = sum << 5;")):
        assert not any("-> u64" in found for found in mended(one))
