"""Examples as token ids, through the model's own chat template."""

from collections.abc import Sequence
from typing import Any

from sleepy_coder.lm.chat import Chat
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.example import Example


def tokenize(tokenizer: Any, examples: Sequence[Example]) -> list[TokenRow]:
    """Each example through the model's own chat template, exactly as at inference, and its answer behind it."""
    chat = Chat(tokenizer)
    prompts = [chat.prompt(example.chat) for example in examples]
    heads = tokenizer(prompts, add_special_tokens=False)["input_ids"]
    tails = tokenizer([e.answer for e in examples], add_special_tokens=False)["input_ids"]
    return [TokenRow((*head, *tail, chat.end), len(head)) for head, tail in zip(heads, tails, strict=True)]
