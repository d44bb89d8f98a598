"""Random-weight models of the families that people use, small enough to go through a day and a night in seconds.

Shapes come from transformers' own configurations, tokenizers are trained here, and chat templates are written from
each family's public description. No published weights, tokenizer or template was at hand, so nothing here says that a
published model works: it says that its shape, its way of cutting text and its way of talking do. UNVERIFIED stands for
that in results and docs.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedTokenizerFast

from sleepy_coder.pretraining.tokenizer import QWEN2_PATTERN, START

UNVERIFIED = "written from the family's public description; no published model was at hand"

_LLAMA3_PATTERN = QWEN2_PATTERN.replace(r"|\p{N}|", r"|\p{N}{1,3}|")

_CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
_LLAMA3 = (
    "{{ bos_token }}{% for m in messages %}{{ '<|start_header_id|>' + m['role'] + '<|end_header_id|>\n\n' + "
    "m['content'] | trim + '<|eot_id|>' }}{% endfor %}{% if add_generation_prompt %}"
    "{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif %}"
)
_MISTRAL = (  # version 1 of its templates, which knows no system part
    "{{ bos_token }}{% for m in messages %}{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('roles must alternate user/assistant') }}{% endif %}"
    "{% if m['role'] == 'user' %}{{ '[INST] ' + m['content'] + ' [/INST]' }}"
    "{% else %}{{ ' ' + m['content'] + eos_token }}{% endif %}{% endfor %}"
)
_GEMMA = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}"
    "{{ raise_exception('System role not supported') }}{% endif %}"
    "{% for m in messages %}{{ '<start_of_turn>' + ('model' if m['role'] == 'assistant' else m['role']) + '\n' + "
    "m['content'] | trim + '<end_of_turn>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}"
)
_PHI3 = (
    "{% for m in messages %}{{ '<|' + m['role'] + '|>\n' + m['content'] + '<|end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif %}"
)
_PHI = (
    "{% for m in messages %}{{ ('Output: ' if m['role'] == 'assistant' else 'Instruct: ') + m['content'] + "
    "('<|endoftext|>' if m['role'] == 'assistant' else '\n') }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'Output: ' }}{% endif %}"
)


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of model: transformers' name, how text is cut, the template with its tokens, and odd configuration."""

    kind: str
    cut: Callable[[], Tokenizer]
    template: str
    end_of_text: str
    begin: str | None = None
    control: tuple[str, ...] = ()
    more: tuple[tuple[str, Any], ...] = ()


def _byte_level(pattern: str) -> Callable[[], Tokenizer]:
    def make() -> Tokenizer:
        tokenizer = Tokenizer(models.BPE())
        split = pre_tokenizers.Split(Regex(pattern), behavior="isolated")
        level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, level])
        tokenizer.decoder = decoders.ByteLevel()
        return tokenizer

    return make


def _sentence_piece() -> Tokenizer:
    """As Gemma's tokenizer.json has it: spaces are ▁, what the vocabulary lacks is written in bytes."""
    tokenizer = Tokenizer(models.BPE(byte_fallback=True, unk_token="<unk>"))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"\n|[^\n▁]*▁|[^\n▁]+"), behavior="isolated")
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return tokenizer


_IM = ("<|im_start|>", "<|im_end|>")
_HEADS = ("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>")
_TURNS = ("<start_of_turn>", "<end_of_turn>")
_SIDES = ("<|system|>", "<|user|>", "<|assistant|>", "<|end|>")

FAMILIES: dict[str, Family] = {
    "qwen2": Family("qwen2", _byte_level(QWEN2_PATTERN), _CHATML, "<|im_end|>", control=("<|endoftext|>", START)),
    "qwen3": Family(
        "qwen3", _byte_level(QWEN2_PATTERN), _CHATML, "<|endoftext|>", control=_IM, more=(("head_dim", 16),)
    ),
    "llama": Family("llama", _byte_level(_LLAMA3_PATTERN), _LLAMA3, "<|eot_id|>", "<|begin_of_text|>", _HEADS[:2]),
    "mistral": Family("mistral", _sentence_piece, _MISTRAL, "</s>", "<s>"),
    "gemma": Family("gemma", _sentence_piece, _GEMMA, "<eos>", "<bos>", _TURNS, (("head_dim", 16),)),
    "gemma2": Family("gemma2", _sentence_piece, _GEMMA, "<eos>", "<bos>", _TURNS, (("head_dim", 16),)),
    "phi3": Family("phi3", _sentence_piece, _PHI3, "<|endoftext|>", "<s>", _SIDES),
    "phi": Family("phi", _byte_level(QWEN2_PATTERN), _PHI, "<|endoftext|>"),
}


def make_family(
    name: str, folder: Path, texts: Iterable[str], *, seed: int = 0, tokens: int = 600, features: int = 32
) -> Path:
    """A model folder as transformers writes it: two layers, random weights fixed by `seed`."""
    family = FAMILIES[name]
    tokenizer = _tokenizer(family, texts, tokens)
    torch.manual_seed(seed)
    config = AutoConfig.for_model(
        family.kind,
        vocab_size=len(tokenizer),
        hidden_size=features,
        intermediate_size=2 * features,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=4096,
        initializer_range=0.1,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=None,
        **dict(family.more),
    )
    AutoModelForCausalLM.from_config(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _tokenizer(family: Family, texts: Iterable[str], tokens: int) -> Any:
    tokenizer = family.cut()
    alphabet = pre_tokenizers.ByteLevel.alphabet() if "ByteLevel" in str(tokenizer.decoder) else []
    trainer = trainers.BpeTrainer(
        vocab_size=tokens,
        initial_alphabet=alphabet,
        special_tokens=[] if alphabet else ["<unk>", *(f"<0x{byte:02X}>" for byte in range(256))],
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    if not alphabet:
        tokenizer = _with_plain_bytes(tokenizer)
    unknown = None if alphabet else "<unk>"
    control = dict.fromkeys((*family.control, *filter(None, (family.begin, family.end_of_text, unknown))))
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in control])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=family.end_of_text,
        bos_token=family.begin,
        unk_token=unknown,
        chat_template=family.template,
        clean_up_tokenization_spaces=False,
    )


def _with_plain_bytes(trained: Tokenizer) -> Tokenizer:
    """The same tokenizer with its byte tokens as ordinary ones: text that says `<0x0A>` is not a newline."""
    state = models.BPE(
        vocab=trained.get_vocab(with_added_tokens=False),
        merges=_merges(trained),
        byte_fallback=True,
        unk_token="<unk>",
        fuse_unk=True,
    )
    plain = Tokenizer(state)
    plain.normalizer, plain.pre_tokenizer, plain.decoder = trained.normalizer, trained.pre_tokenizer, trained.decoder
    return plain


def _merges(trained: Tokenizer) -> list[tuple[str, str]]:
    return [tuple(pair) for pair in json.loads(trained.to_str())["model"]["merges"]]
