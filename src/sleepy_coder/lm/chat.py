"""A tokenizer's chat template as this program needs it: where the answer starts, what ends it, and who may speak.

Templates differ in three ways that matter. Some refuse a system part (Gemma, older Mistral): the instructions then
open the user's message. Some end a turn with another token than the tokenizer's end-of-text (Gemma, Phi): an answer
ends with what the template writes behind one. Some tokenizers have nothing to pad with: the end token serves.
Only the template writes control tokens: their words in a message are broken by a space, lest a stranger's comment
close the user's turn.
"""

import re
from collections.abc import Sequence
from typing import Any

from jinja2 import TemplateError

from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.answer import MARKS

_PROBE = "sleepyprobe"


class Chat:
    """One tokenizer's way of talking. `end` ends an answer, `padding` fills batches; both are token ids."""

    def __init__(self, tokenizer: Any, name: str = "this model") -> None:
        """Raises ModelBroken for a tokenizer that no chat can be held with; `name` is how messages call the model."""
        if tokenizer.chat_template is None:
            raise ModelBroken(f"the tokenizer of {name} has no chat template; use an instruction-tuned model")
        if tokenizer.eos_token_id is None or getattr(tokenizer, "backend_tokenizer", None) is None:
            raise ModelBroken(f"the tokenizer of {name} has no end token or no tokenizer.json; use another model")
        self._tokenizer = tokenizer
        self._control = _control(tokenizer)
        self._takes_system = self._renders([_message("system"), _message("user")])
        if not self._takes_system and not self._renders([_message("user")]):
            raise ModelBroken(f"the chat template of {name} fails on a plain question; use another model")
        self.end = self._end()
        padding = tokenizer.pad_token_id
        self.padding = self.end if padding is None else int(padding)

    def prompt(self, messages: Sequence[dict[str, str]]) -> str:
        """The chat as text, up to where the answer starts."""
        chat = [{**message, "content": self._broken(message["content"])} for message in messages]
        if not self._takes_system and chat and chat[0]["role"] == "system":
            opening, first, *rest = chat
            chat = [{**first, "content": f"{opening['content']}\n\n{first['content']}"}, *rest]
        text: str = self._tokenizer.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
        return text

    def ids(self, messages: Sequence[dict[str, str]]) -> list[int]:
        """The same as token ids; the template writes every control token itself."""
        found: list[int] = self._tokenizer(self.prompt(messages), add_special_tokens=False)["input_ids"]
        return found

    def _broken(self, text: str) -> str:
        return self._control.sub(lambda found: f"{found[0][0]} {found[0][1:]}", text)

    def _renders(self, chat: list[dict[str, str]]) -> bool:
        try:
            text = self._tokenizer.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
        except TemplateError:  # what a template raises for a role that it does not take
            return False
        return _PROBE in text

    def _end(self) -> int:
        """The control token behind an answer, or the tokenizer's end-of-text where the template writes none."""
        eos = int(self._tokenizer.eos_token_id)
        try:
            chat = [_message("user"), {"role": "assistant", "content": 2 * _PROBE}]
            text = self._tokenizer.apply_chat_template(chat, tokenize=False)
        except TemplateError:
            return eos
        behind = text.rpartition(2 * _PROBE)[2].lstrip()
        added = self._tokenizer.added_tokens_decoder
        ends = {token.content: index for index, token in added.items() if token.content not in MARKS}
        return max(((len(t), i) for t, i in ends.items() if t and behind.startswith(t)), default=(0, eos))[1]


def _control(tokenizer: Any) -> re.Pattern[str]:
    """What the tokenizer takes for a control token wherever it stands, our marks excepted; nothing where there is none.

    Some do not call their turns special: what the template names counts too.
    """
    template = str(tokenizer.chat_template)
    words = {
        token.content
        for token in tokenizer.added_tokens_decoder.values()
        if (token.special or token.content in template) and len(token.content.strip()) > 1
    } - {*MARKS}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def _message(role: str) -> dict[str, str]:
    return {"role": role, "content": _PROBE}
