"""A result tells how to repeat it and nothing about whose machine it was."""

import json
import platform
from pathlib import Path

from sleepy_coder.provenance import provenance


def test_the_record_is_json_with_every_promised_key() -> None:
    record = provenance(full=False, seeds=[3, 4], digests={"suite": "ab"}, rustc="rustc 1.95.0")
    assert record == json.loads(json.dumps(record))
    assert set(record) == {"command", "commit", "date", "machine", "seeds", "digests", "run"}
    assert (record["run"], record["seeds"], record["digests"]) == ("quick", [3, 4], {"suite": "ab"})
    assert record["machine"]["cores"] >= 1 and record["machine"]["memory_bytes"] > 0
    assert record["machine"]["rustc"] == "rustc 1.95.0"
    assert provenance(full=True)["run"] == "full"


def test_neither_host_nor_folders_are_recorded(tmp_path: Path) -> None:
    command = [str(tmp_path / "sleepy-coder"), "evaluate", f"--suite={tmp_path}/own.jsonl"]
    record = provenance(full=True, command=command)
    assert record["command"] == ["sleepy-coder", "evaluate", "--suite=own.jsonl"]
    assert provenance(full=True, command=["main.py", "demo", "main.py"])["command"] == [
        "sleepy-coder",
        "demo",
        "main.py",
    ]
    assert provenance(full=True, command=["tools/own.py", "x"])["command"] == ["tools/own.py", "x"]
    text = json.dumps(record)
    assert str(tmp_path.parent) not in text and str(Path.home()) + "/" not in text
    assert platform.node() not in record["machine"].values()
