"""Examples as token ids, through the model's own chat template."""

from collections.abc import Sequence
from typing import Any

from sleepy_coder.lm.chat import Chat
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.example import Example

_SPACES = ("▁", "Ġ")  # how a space is written in SentencePiece's tokens and in those of byte-level BPE
_LEAD = "="  # takes the space to itself, and is one token with no digit, with which every answer begins


def tokenize(tokenizer: Any, examples: Sequence[Example]) -> list[TokenRow]:
    """Each example through the model's own chat template, exactly as at inference, and its answer behind it."""
    chat = Chat(tokenizer)
    prompts = [chat.prompt(example.chat) for example in examples]
    heads = tokenizer(prompts, add_special_tokens=False)["input_ids"]
    tails = answer_ids(tokenizer, [example.answer for example in examples])
    return [TokenRow((*head, *tail, chat.end), len(head)) for head, tail in zip(heads, tails, strict=True)]


def answer_ids(tokenizer: Any, answers: Sequence[str]) -> list[list[int]]:
    """The answers as they stand behind a prompt: without the space that many tokenizers of the SentencePiece kind put
    before any text, and that the answer format does not admit.
    """

    def ids(texts: list[str]) -> list[list[int]]:
        found: list[list[int]] = tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
        return found

    found = ids(list(answers))
    spaced = [n for n, own in enumerate(found) if own and tokenizer.convert_ids_to_tokens(own[0])[0] in _SPACES]
    (lead,) = ids([_LEAD])
    for n, longer in zip(spaced, ids([_LEAD + answers[n] for n in spaced]), strict=True):
        if longer[: len(lead)] == lead:
            found[n] = longer[len(lead) :]
    return found
