"""A causal model cut in two, body and head, so that logits are made only where they are wanted."""

from typing import Any

from torch import Tensor

from sleepy_coder.errors import ModelBroken


def hidden_states(model: Any, ids: Tensor, attention: Tensor, positions: Tensor | None = None) -> Tensor:
    """(rows, width, features): what the head reads.

    positions: of rows that hold several texts, each from 0; transformers then lets every text see itself alone.
    """
    given = {"attention_mask": attention} if positions is None else {"position_ids": positions}
    states: Tensor = model.base_model(input_ids=ids, use_cache=False, **given).last_hidden_state
    return states


def logits_of(model: Any, hidden: Tensor) -> Tensor:
    """float32 logits of any hidden states (…, features), soft-capped where the model's are (Gemma 2)."""
    logits: Tensor = model.get_output_embeddings()(hidden).float()
    cap = getattr(model.config.get_text_config(), "final_logit_softcapping", None)
    return logits if cap is None else cap * (logits / cap).tanh()


def check_head(model: Any, name: str) -> None:
    """Raises ModelBroken for a model whose logits `logits_of` would not make: its loss would be another one."""
    for scale in ("logit_scale", "logits_scaling"):
        if getattr(model.config.get_text_config(), scale, 1.0) not in (None, 1.0):
            raise ModelBroken(f"{name} scales its logits by {scale}, which is not supported; use another model")
    if model.get_output_embeddings() is None:
        raise ModelBroken(f"{name} has no output layer, so it cannot write; use a causal language model")
