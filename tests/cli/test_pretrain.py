from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]  # the fixture `call`: status, out, err


def test_an_unknown_config_names_those_there_are(call: Call, home: Path) -> None:
    said = call("pretrain", "--config", "nope")
    assert said.status == 2
    assert "embedded" in said.err and "tiny" in said.err
    assert not home.exists()


def test_a_config_with_an_unknown_key_names_it(call: Call, tmp_path: Path) -> None:
    config = tmp_path / "own.toml"
    config.write_text('name = "own"\nseed = 1\npairs = 10\npears = 10\n')
    said = call("pretrain", "--config", config)
    assert said.status == 2 and "pears" in said.err
