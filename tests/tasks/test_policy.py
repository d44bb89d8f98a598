"""The table itself: complete in print, and quick to ask."""

from sleepy_coder.tasks.policy import EXCEPTIONS, FORBIDDEN_MARKS, Act, acts, policy_table


def test_the_table_is_printed_with_every_code_and_reason() -> None:
    table = policy_table()
    assert all(code in table and row.reason in table for row in EXCEPTIONS for code in row.codes)
    assert all(f"`{mark}`" in table for mark in FORBIDDEN_MARKS)


def test_an_error_without_a_code_is_known_by_its_message() -> None:
    assert acts(None, "extern blocks must be unsafe") == {Act.ADD_UNSAFE}
    assert acts("E0428") == {Act.DROP_ITEM}
    assert acts("E0308") == acts(None, "expected `;`") == frozenset()
