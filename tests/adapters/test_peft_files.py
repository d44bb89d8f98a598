import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from torch import nn

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.peft_files import CONFIG, WEIGHTS, export_peft, import_peft
from sleepy_coder.errors import ModelBroken, UsageError
from sleepy_coder.share.fold import FoldedAdapter, fold
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise

# peft 0.21 asks transformers 5.23 for a property by its old name; nothing here can change that.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")

Logits = Callable[[], torch.Tensor]


def test_an_exported_skill_gives_peft_the_logits_of_the_side_path(
    model: nn.Module, library: SkillLibrary, tokens: torch.Tensor, logits: Logits, tmp_path: Path
) -> None:
    attachment = attach(model, library)
    attachment.select("skill-2")
    expected = logits()
    attachment.detach()
    rank = export_peft(tmp_path, library.folded("skill-2"), base_model="tiny")
    config = json.loads((tmp_path / CONFIG).read_text())
    assert config["r"] == config["lora_alpha"] == rank == 4
    loaded = PeftModel.from_pretrained(model, tmp_path)
    with torch.no_grad():
        torch.testing.assert_close(loaded(tokens).logits, expected, rtol=1e-4, atol=1e-5)


def test_matrices_of_different_rank_are_exported_at_one_rank(
    model: nn.Module, adapters: dict[str, FoldedAdapter], tokens: torch.Tensor, logits: Logits, tmp_path: Path
) -> None:
    mixed = {m: adapters["skill-0" if "layers.0" in m else "skill-2"][m] for m in adapters["skill-0"]}
    attachment = attach(model, initialise({"mixed": mixed}, tolerance=0.0).library)
    attachment.select("mixed")
    expected = logits()
    attachment.detach()
    assert export_peft(tmp_path, mixed) == 4
    with torch.no_grad():
        torch.testing.assert_close(
            PeftModel.from_pretrained(model, tmp_path)(tokens).logits, expected, rtol=1e-4, atol=1e-5
        )


@pytest.mark.parametrize("rank_stabilised", [False, True])
def test_a_peft_adapter_is_imported_with_its_ranks_and_scales(
    rank_stabilised: bool, model: nn.Module, tokens: torch.Tensor, logits: Logits, tmp_path: Path
) -> None:
    config = LoraConfig(
        r=4,
        lora_alpha=6,
        target_modules=["q_proj", "down_proj", "k_proj"],
        rank_pattern={"layers.0.self_attn.q_proj": 2},
        alpha_pattern={"down_proj": 20},
        use_rslora=rank_stabilised,
        init_lora_weights=False,
        task_type="CAUSAL_LM",
    )
    theirs = get_peft_model(model, config)
    with torch.no_grad():
        expected = theirs(tokens).logits
    theirs.save_pretrained(tmp_path)
    theirs.unload()
    folded = import_peft(tmp_path)
    assert folded["model.layers.0.self_attn.q_proj"].rank == 2
    attachment = attach(model, initialise({"theirs": folded}, tolerance=0.0).library)
    attachment.select("theirs")
    torch.testing.assert_close(logits(), expected, rtol=1e-4, atol=1e-4)


def written(folder: Path, **changes: Any) -> Path:
    export_peft(folder, {"model.layers.0.self_attn.q_proj": fold(torch.ones(4, 2), torch.ones(2, 3), 1.0)})
    config = json.loads((folder / CONFIG).read_text()) | changes
    (folder / CONFIG).write_text(json.dumps(config))
    return folder


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"use_dora": True}, "use_dora"),
        ({"bias": "lora_only"}, "bias"),
        ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
        ({"lora_bias": True}, "lora_bias"),
        ({"fan_in_fan_out": True}, "fan_in_fan_out"),
        ({"layer_replication": [[0, 2]]}, "layer_replication"),
        ({"peft_type": "IA3"}, "IA3"),
        ({"init_lora_weights": "pissa"}, "init_lora_weights"),
        ({"something_new": 1}, "something_new"),
        ({"lora_alpha": "four"}, "lora_alpha"),
        ({"alpha_pattern": {"(": 3}}, "alpha_pattern"),
    ],
)
def test_what_is_not_plain_lora_is_refused_by_name(changes: dict[str, Any], name: str, tmp_path: Path) -> None:
    assert import_peft(written(tmp_path)), "the same folder is fine without the change"
    with pytest.raises(UsageError, match=name):
        import_peft(written(tmp_path, **changes))


def test_dora_saved_by_peft_itself_is_refused(model: nn.Module, tmp_path: Path) -> None:
    get_peft_model(model, LoraConfig(r=2, target_modules=["q_proj"], use_dora=True)).save_pretrained(tmp_path)
    with pytest.raises(UsageError, match="use_dora"):
        import_peft(tmp_path)
    config = json.loads((tmp_path / CONFIG).read_text()) | {"use_dora": False}
    (tmp_path / CONFIG).write_text(json.dumps(config))
    with pytest.raises(UsageError, match="lora_magnitude_vector"):
        import_peft(tmp_path)


def test_folders_that_are_not_adapters_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        import_peft(tmp_path)
    (tmp_path / CONFIG).write_text("[1]")
    with pytest.raises(UsageError, match="not the configuration"):
        import_peft(tmp_path)
    (written(tmp_path) / WEIGHTS).rename(tmp_path / "adapter_model.bin")
    with pytest.raises(ModelBroken, match="pickles are refused"):
        import_peft(tmp_path)


def test_a_skill_that_changes_nothing_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="changes nothing"):
        export_peft(tmp_path, {"m": fold(torch.zeros(4, 2), torch.ones(2, 3), 1.0)})
