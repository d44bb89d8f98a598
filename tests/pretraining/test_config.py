"""A config says what is wrong with it, by name."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.pretraining.config import config_of, load_config, shipped_configs

WHOLE = 'name = "x"\nseed = 1\npairs = 10\n'


@pytest.mark.parametrize("name", shipped_configs())
def test_shipped_configs_are_found_by_name_and_make_whole_heads(name: str) -> None:
    config = load_config(name)
    shape = config.architecture
    assert config.name == name
    assert shape.width % shape.heads == 0 and shape.heads % shape.key_value_heads == 0
    assert config.longest <= shape.positions


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (WHOLE + "stepps = 3\n", "stepps"),
        (WHOLE + "[architecture]\nwidht = 3\n", "widht"),
        (WHOLE + 'steps = "many"\n', "steps"),
        (WHOLE + "steps = true\n", "steps"),
        (WHOLE + "architecture = 3\n", "architecture"),
        ('name = "x"\nseed = 1\n', "pairs"),
        ("name = ", "bad.toml"),
    ],
)
def test_the_message_names_the_key(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=named):
        load_config(str(path))


@pytest.mark.parametrize("name", ["no-such", "no-such.toml", "../configs/tiny\0"])
def test_a_config_that_is_not_there_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError):
        load_config(name)


def test_a_file_is_read_with_defaults_for_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(WHOLE)
    assert (load_config(str(path)).pairs, load_config(str(path)).rank) == (10, 8)


def test_a_config_survives_the_way_through_json() -> None:
    config = load_config("tiny")
    assert config_of(json.loads(json.dumps(asdict(config)))) == config
