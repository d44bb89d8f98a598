"""What the table allows."""

from sleepy_coder.tasks.policy import Act, acts


def test_an_error_without_a_code_is_known_by_its_message() -> None:
    assert acts(None, "extern blocks must be unsafe") == {Act.ADD_UNSAFE}
    assert acts("E0428") == {Act.DROP_ITEM}
    assert acts("E0308") == acts(None, "expected `;`") == frozenset()
