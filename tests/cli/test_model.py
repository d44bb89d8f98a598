"""`model`, `export` and `import` as they are typed; each base model has a library of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sleepy_coder.adapters.peft_files import export_peft
from sleepy_coder.cli.main import main
from sleepy_coder.experiments.families import make_family
from sleepy_coder.lm.local import load
from sleepy_coder.paths import find_paths
from sleepy_coder.share.fold import fold

PROGRAM = 'fn main() { let x = vec![1]; println!("{}", x[0]); }'
Say = Callable[..., dict[str, object]]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SLEEPY_CODER_EMBEDDED")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, status: int = 0) -> dict[str, object]:
        assert main([*arguments, "--json"]) == status
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    return run


@pytest.fixture
def qwen(tmp_path: Path) -> Path:
    return make_family("qwen2", tmp_path / "qwen", [PROGRAM])


def adapter(folder: Path, model: Path) -> Path:
    import torch

    shapes = load(str(model)).attachment.shapes
    generator = torch.Generator().manual_seed(1)
    draw = {
        name: fold(
            torch.randn(one.outputs, 2, generator=generator), torch.randn(2, one.inputs, generator=generator), 0.1
        )
        for name, one in shapes.items()
    }
    export_peft(folder, draw)
    return folder


def test_show_says_what_it_is_and_what_it_needs_before_loading_it(say: Say, qwen: Path) -> None:
    found = say("model", "show", str(qwen))
    assert (found["family"], found["fits"], found["library"]) == ("qwen2", True, None)
    assert found["parameters"] == sum(one.numel() for one in load(str(qwen)).model.parameters())
    assert say("model", "show", "embedded")["skills"]


def test_use_is_remembered_and_keeps_the_other_settings(say: Say, qwen: Path) -> None:
    user = find_paths().user_file
    user.parent.mkdir(parents=True)
    user.write_text("attempts = 3\n")
    say("model", "use", str(qwen))
    say("model", "use", str(qwen))
    assert user.read_text() == f'model = "{qwen.resolve()}"\nattempts = 3\n'
    assert [row["model"] for row in say("model", "list")["models"] if row["used"]] == [str(qwen.resolve())]  # type: ignore[index]
    assert "no folder, and no Hugging Face id" in str(say("model", "use", "nonsense", status=2)["error"])
    assert "which model" in str(say("model", "use", "http://127.0.0.1:1/v1", status=2)["error"])


@pytest.mark.parametrize("command", ["use", "show"])
@pytest.mark.parametrize("name", ["", " "])
def test_no_name_is_no_model(command: str, name: str, say: Say) -> None:
    assert "no model is named" in str(say("model", command, name, status=2)["error"])
    assert not find_paths().user_file.exists()


def test_a_skill_goes_into_the_library_of_its_own_model_alone(say: Say, qwen: Path, tmp_path: Path) -> None:
    folder = adapter(tmp_path / "peft", qwen)
    found = say("import", str(folder), "--skill", "mine", "--signature", "E0308|x", "--model", str(qwen))
    assert found["skill"] == "mine" and float(str(found["error"])) < 1e-5
    rows = {str(row["model"]): row for row in say("model", "list")["models"]}  # type: ignore[attr-defined]
    assert rows[str(qwen)]["skills"] == ["mine"] and "mine" not in rows["embedded"]["skills"]
    assert "another model" in str(say("import", str(folder), "--skill", "mine", status=2)["error"])
    other = make_family("qwen2", tmp_path / "other", [PROGRAM], seed=9)
    assert say("model", "show", str(other))["skills"] == []


def test_wrong_calls_of_export_are_told_before_anything_is_loaded(say: Say, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    for arguments, words in (
        (["--format", "onnx", "out"], "choose from peft, merged, gguf"),
        (["--format", "merged", "--routed", "out"], "cannot be routed"),
        (["--format", "peft", "full"], "not an empty folder"),
        (["--format", "gguf", "--type", "int4", "out"], "unknown type"),
        (["--format", "peft", "--type", "float16", "out"], "holds float32"),
        (["--format", "peft", "out", "--model", "some/other"], "has no library yet"),
    ):
        assert words in str(say("export", *arguments, status=2)["error"])


def test_a_night_on_a_server_is_a_wrong_call(say: Say) -> None:
    assert "needs a model's weights" in str(say("night", "--model", "http://127.0.0.1:1/v1#m", status=2)["error"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "precision"),
    [
        ("peft", "float32"),
        ("gguf", "float32"),
        ("merged", "float32"),
        ("gguf", "float16"),
        ("gguf", "bfloat16"),
        ("merged", "bfloat16"),
    ],
)
def test_an_export_of_the_embedded_models_skill_is_at_parity(
    form: str, precision: str, say: Say, tmp_path: Path
) -> None:
    found = say("export", "--format", form, "--type", precision, "--skill", "E0614-deref", str(tmp_path / "out"))
    assert json.loads((tmp_path / "out" / "parity.json").read_text())["valid"] is True
    for one in found["certificates"]:  # type: ignore[attr-defined]
        rounded = one["rounding_difference"] > 1e-5  # what is less comes of the order of additions in float32
        assert rounded == (precision == "bfloat16"), "the package holds float16"
        assert one["tokens_equal"] == one["tokens_compared"] > 0 and one["fixed_by_original"] == one["fixed_by_export"]
