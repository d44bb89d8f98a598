"""Errors of the borrow checker that rustc reports at the end of a run of many programs, unless a program hides them.

An implementation of a trait whose head is wrong (an undeclared lifetime, a type that is not found, also by way of an
import or a derive), or that meets another one, spoils the trait for the whole crate: rustc then looks neither for wrong
patterns nor for wrong borrows in a body that names one of the trait's methods, nor at what others make of the trait
(tests/breaker/test_phases.py proves it). So there is one sentinel that names no method, which tells whether rustc came
to the borrow checker, and one for each trait of the library that programs implement.
"""

import re
from collections.abc import Collection

_RANGE = "std::ops::Range<u8>"
_OPERATORS = ("Add", "Sub", "Mul", "Div", "Rem", "BitAnd", "BitOr", "BitXor", "Shl", "Shr")
_FORMATS = ("Binary", "Debug", "Display", "LowerHex", "Octal", "UpperHex")

BORROW = "E0384"  # what every sentinel is but the one for `Drop`
_WRONG = "let once; once = 0; once = 1;"

# One method of each trait that has any; `Drop`'s cannot be named.
METHODS = (
    *(f"<u8 as std::fmt::{name}>::fmt" for name in _FORMATS),
    "<f64 as std::fmt::LowerExp>::fmt",
    *(f"<u8 as std::ops::{name}<u8>>::{name.lower()}" for name in _OPERATORS),
    *(f"<u8 as std::ops::{name}Assign<u8>>::{name.lower()}_assign" for name in _OPERATORS),
    "<i8 as std::ops::Neg>::neg",
    "<u8 as std::ops::Not>::not",
    "<u8 as Clone>::clone",
    "<u8 as Default>::default",
    "<u8 as Ord>::cmp",
    "<u8 as PartialEq<u8>>::eq",
    "<u8 as PartialOrd<u8>>::partial_cmp",
    "<u8 as std::hash::Hash>::hash::<std::collections::hash_map::DefaultHasher>",
    "<std::collections::hash_map::DefaultHasher as std::hash::Hasher>::finish",
    "<u16 as From<u8>>::from",
    "<u8 as Into<u16>>::into",
    "<u8 as std::convert::TryFrom<u16>>::try_from",
    "<u16 as std::convert::TryInto<u8>>::try_into",
    "<u8 as std::str::FromStr>::from_str",
    "<u8 as ToString>::to_string",
    "<str as ToOwned>::to_owned",
    "<str as AsRef<str>>::as_ref",
    "<Vec<u8> as AsMut<Vec<u8>>>::as_mut",
    "<String as std::borrow::Borrow<str>>::borrow",
    "<Box<u8> as std::borrow::BorrowMut<u8>>::borrow_mut",
    "<Box<u8> as std::ops::Deref>::deref",
    "<Box<u8> as std::ops::DerefMut>::deref_mut",
    "<Vec<u8> as std::ops::Index<usize>>::index",
    "<Vec<u8> as std::ops::IndexMut<usize>>::index_mut",
    f"<{_RANGE} as std::ops::RangeBounds<u8>>::start_bound",
    f"<{_RANGE} as Iterator>::next",
    f"<{_RANGE} as DoubleEndedIterator>::next_back",
    f"<{_RANGE} as ExactSizeIterator>::len",
    "<Vec<u8> as IntoIterator>::into_iter",
    "<Vec<u8> as std::iter::FromIterator<u8>>::from_iter::<Vec<u8>>",
    "<Vec<u8> as Extend<u8>>::extend::<Vec<u8>>",
    f"<u8 as std::iter::Sum<u8>>::sum::<{_RANGE}>",
    f"<u8 as std::iter::Product<u8>>::product::<{_RANGE}>",
    "<std::fmt::Error as std::error::Error>::source",
    "<String as std::fmt::Write>::write_str",
    "<std::io::Empty as std::io::Read>::read",
    "<std::io::Empty as std::io::BufRead>::fill_buf",
    "<Vec<u8> as std::io::Write>::flush",
    "<std::future::Ready<u8> as std::future::Future>::poll",
)
SENTINELS = (*(re.split(r"[<>]", method.split(" as ")[1])[0].rpartition("::")[2] for method in METHODS), "Drop")


def main_with(traits: Collection[str]) -> str:
    """The entry of a program with the sentinel and those of these traits, each on the same line whatever `traits` is.

    They are within `main`, so that nothing else can name them.
    """
    lines = ["fn main() {", f"fn sentinel() {{ {_WRONG} }}"]
    lines += [
        f"fn sentinel{number}() {{ {_WRONG} let _ = {method}; }}" if trait in traits else ""
        for number, (trait, method) in enumerate(zip(SENTINELS, METHODS, strict=False))
    ]
    lines.append("struct S; impl Drop for S { fn drop(&self) {} }" if "Drop" in traits else "")
    return "\n".join((*lines, "}", ""))


def spoilt_of(traits: Collection[str], reported: Collection[int]) -> frozenset[str]:
    """Those of the traits whose sentinel is on none of the lines of `main_with`, 1-based, that have an error."""
    return frozenset(trait for line, trait in enumerate(SENTINELS, 3) if trait in traits and line not in reported)
