from random import Random

from sleepy_coder.breaker.operators.types import undeclared_lifetime
from sleepy_coder.breaker.syntax import Syntax


def test_a_lifetime_is_made_another_only_where_a_letter_is_free() -> None:
    for names, uses in ((["a", "b"], 2), (["a", "b", "c", "s", "t"], 0)):
        declared = ", ".join(f"'{name}" for name in names)
        parameters = ", ".join(f"{name}: &'{name} u8" for name in names)
        found = undeclared_lifetime(Syntax(f"fn f<{declared}>({parameters}) {{}}\n".encode()), Random(1))
        assert len(found) == 1 + uses, "the declaration, and each use"
