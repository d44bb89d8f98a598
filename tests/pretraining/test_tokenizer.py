"""Our tokenizer splits as Qwen2's does, loses nothing, and knows the marks as one token each."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import AutoTokenizer

from sleepy_coder.lm.answer import MARKS
from sleepy_coder.pretraining.tokenizer import END, PADDING, START, train_tokenizer


def pieces(tokenizer: Any, text: str) -> list[str]:
    """The split before any merge, as text."""
    table = tokenizer.backend_tokenizer.pre_tokenizer
    return [text[first:last] for _, (first, last) in table.pre_tokenize_str(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("let x = 10;", ["let", " x", " =", " ", "1", "0", ";"]),
        ("    sum += a[i];", ["   ", " sum", " +=", " a", "[i", "];"]),
        ("it's I'LL", ["it", "'s", " I", "'LL"]),
        ("a\n\n  b", ["a", "\n\n", " ", " b"]),
        ("x  ", ["x", "  "]),
        ("();\n}", ["();\n", "}"]),
        ("é漢字 ok", ["é漢字", " ok"]),
    ],
)
def test_text_is_split_by_the_pattern_of_qwen2(tokenizer: Any, text: str, expected: list[str]) -> None:
    assert pieces(tokenizer, text) == expected


def test_the_pattern_is_the_one_that_transformers_ships_for_qwen2(tokenizer: Any) -> None:
    qwen2 = pytest.importorskip("transformers.models.qwen2.tokenization_qwen2")
    ours = json.loads(tokenizer.backend_tokenizer.to_str())
    assert ours["pre_tokenizer"]["pretokenizers"][0]["pattern"] == {"Regex": qwen2.PRETOKENIZE_REGEX}
    assert ours["normalizer"] == {"type": "NFC"}


@settings(deadline=None)
@given(st.text())
def test_text_comes_back_whole(tokenizer: Any, text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    special = (*MARKS, START, END, PADDING)
    if not any(mark in text for mark in special):
        assert tokenizer.decode(tokenizer(text, add_special_tokens=False)["input_ids"]) == normal


@pytest.mark.parametrize("mark", [*MARKS, START, END, PADDING])
def test_each_mark_is_one_token_wherever_it_stands(tokenizer: Any, mark: str) -> None:
    ids = tokenizer(f"1{mark}é x{mark}{mark}", add_special_tokens=False)["input_ids"]
    assert ids.count(tokenizer.convert_tokens_to_ids(mark)) == 3
    assert tokenizer.decode(ids, skip_special_tokens=False) == f"1{mark}é x{mark}{mark}"


def test_marks_survive_where_special_tokens_are_skipped(tokenizer: Any) -> None:
    ids = tokenizer(f"1<|above|>x{END}")["input_ids"]
    assert tokenizer.decode(ids, skip_special_tokens=True) == "1<|above|>x"


def test_the_vocabulary_holds_every_byte_and_is_no_larger_than_asked(tokenizer: Any) -> None:
    assert len(tokenizer) <= 400
    small = train_tokenizer(["let x"], 400)
    every = bytes(range(256)).decode("latin-1")
    assert small.decode(small(every)["input_ids"]) == unicodedata.normalize("NFC", every)


def test_the_chat_leaves_the_system_part_out(tokenizer: Any) -> None:
    chat = [
        {"role": "system", "content": "SECRET"},
        {"role": "user", "content": "E0308 x"},
        {"role": "assistant", "content": "1<|above|>y"},
    ]
    asked = tokenizer.apply_chat_template(chat[:2], add_generation_prompt=True, tokenize=False)
    assert asked == "<|im_start|>user\nE0308 x<|im_end|>\n<|im_start|>assistant\n"
    told = tokenizer.apply_chat_template(chat, tokenize=False)
    assert told == f"{asked}1<|above|>y<|im_end|>\n"


def test_a_saved_tokenizer_is_the_same_when_loaded(tokenizer: Any, tmp_path: Path) -> None:
    tokenizer.save_pretrained(tmp_path)
    loaded = AutoTokenizer.from_pretrained(tmp_path)
    text = "1<|after|>é漢<|text|> as usize<|im_end|>  x"
    assert loaded(text)["input_ids"] == tokenizer(text)["input_ids"]
    assert loaded.chat_template == tokenizer.chat_template
    assert (loaded.eos_token, loaded.pad_token) == (END, PADDING)
