"""A model folder that is not whole and safe is refused in one sentence, and loading makes no noise."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.library_files import write_library
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.share.merge import initialise


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, new_model: Callable[..., Any], tokenizer: Any) -> Path:
    folder = tmp_path_factory.mktemp("model")
    new_model().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return shutil.copytree(whole, tmp_path / "model")


def refusal(folder: Path) -> str:
    with pytest.raises(ModelBroken) as caught:
        load(str(folder))
    text = str(caught.value)
    assert "\n" not in text and len(text) < 600, "one sentence"
    return text


def test_loading_and_answering_is_silent(whole: Path) -> None:
    script = (
        "from sleepy_coder.lm.local import load\n"
        "import sys\n"
        "model = load(sys.argv[1])\n"
        "model.tokenizer('word ' * 3000)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(whole)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_saved_model_answers_as_before(
    whole: Path, new_model: Callable[..., Any], tokenizer: Any, error: Callable[..., Any], program: SourceTree
) -> None:
    fresh = LocalModel(new_model(), tokenizer, ModelIdentity("tiny", "0" * 64))
    context = error(program, [6])
    found = [model.propose([context], attempts=2, seed=1, skills=[None]) for model in (fresh, load(str(whole)))]
    assert found[0] == found[1]


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert name.rpartition("model.")[2] in refusal(folder)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_file_cut_short_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    refusal(folder)


def test_weights_with_a_tensor_missing_are_not_filled_with_random_numbers(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    tensors.pop("model.layers.1.mlp.up_proj.weight")
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    assert "up_proj" in refusal(folder)


def test_a_tensor_of_another_shape_is_refused(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    tensors["model.norm.weight"] = torch.ones(7)
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    refusal(folder)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "model.pth"])
def test_pickles_are_refused_by_name(folder: Path, name: str) -> None:
    (folder / "model.safetensors").unlink()
    torch.save({}, folder / name)
    assert re.search(rf"{name} is a pickle.*convert", refusal(folder))


@pytest.mark.parametrize(("kind", "known"), [("evil", False), ("qwen2", True)])
def test_code_of_the_models_own_is_never_run(kind: str, known: bool, folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    config |= {"auto_map": {"AutoConfig": "evil.Config", "AutoModelForCausalLM": "evil.Model"}, "model_type": kind}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "evil.py").write_text(f"open({str(folder / 'ran')!r}, 'w')")
    if known:  # as Phi-3's folders are: transformers has classes of its own
        assert load(str(folder)).model.config.model_type == kind
    else:
        assert "run code" in refusal(folder)
    assert not (folder / "ran").exists()


def test_the_tokenizer_of_another_model_is_refused(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "vocab_size": 100, "pad_token_id": None}))
    assert re.search(r"knows \d+ tokens and its weights 100: it is another model's", refusal(folder))


def test_gguf_files_are_sent_to_a_server_that_reads_them(folder: Path, tmp_path: Path) -> None:
    lone = tmp_path / "model.gguf"
    lone.touch()
    assert "GGUF file: let llama-server or Ollama serve it" in refusal(lone)
    assert "name the folder" in refusal(folder / "config.json")
    (folder / "config.json").rename(folder / "other.gguf")
    assert "holds GGUF files" in refusal(folder)


def test_a_tokenizer_without_a_chat_template_is_refused(folder: Path) -> None:
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config.pop("chat_template", None)
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    assert "chat template" in refusal(folder)


def test_a_folder_that_is_not_there_is_refused_without_asking_the_network(tmp_path: Path) -> None:
    assert "no model folder" in refusal(tmp_path / "nowhere")


def test_the_digest_knows_the_weights(whole: Path, folder: Path) -> None:
    assert load(str(folder)).identity.digest == load(str(whole)).identity.digest
    tensors = load_file(folder / "model.safetensors")
    tensors["model.norm.weight"][0] += 0.5
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    assert load(str(folder)).identity.digest != load(str(whole)).identity.digest


@pytest.fixture
def library(tmp_path: Path, new_model: Callable[..., Any]) -> Path:
    """One skill that changes answers."""
    attachment = attach(new_model())
    adapter = LoRAAdapter(attachment.shapes, rank=2, seed=1)
    with torch.no_grad():
        for name, tensor in adapter.tensors.items():
            if name.endswith(".B"):
                tensor.normal_(generator=torch.Generator().manual_seed(1))
    folder = tmp_path / "library"
    folder.mkdir()
    write_library(folder, initialise({"one": adapter.folded()}, tolerance=0.01).library)
    return folder


def test_a_library_of_another_base_model_is_refused(whole: Path, library: Path) -> None:
    model = load(str(whole))
    for digest, right in ((model.identity.digest, True), ("f" * 64, False)):
        (library / "library.json").write_text(json.dumps({"base_model": {"id": "x", "digest": digest}, "more": 1}))
        if right:
            model.load_library(library)
        else:
            with pytest.raises(ModelBroken, match="another model"):
                model.load_library(library)
    (library / "library.json").write_text("{")
    with pytest.raises(ModelBroken, match=r"library\.json"):
        model.load_library(library)


def test_skills_of_a_batch_do_not_touch_each_other_or_the_base(
    whole: Path, library: Path, error: Callable[..., Any], program: SourceTree
) -> None:
    model = load(str(whole))
    context = error(program, [6])
    base = model.propose([context], attempts=2, seed=1, skills=[None])[0]
    model.load_library(library)
    skill = model.propose([context], attempts=2, seed=1, skills=["one"])[0]
    mixed = model.propose([context, context], attempts=2, seed=1, skills=[None, "one"])
    assert [one.text for one in mixed[0]] == [one.text for one in base]
    assert [one.text for one in mixed[1]] == [one.text for one in skill]
    assert [one.text for one in base] != [one.text for one in skill]
    assert model.propose([context], attempts=2, seed=1, skills=[None])[0] == base
    with pytest.raises(KeyError):
        model.propose([context], attempts=1, seed=1, skills=["mistyped"])
