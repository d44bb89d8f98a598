"""What a model is trained to write first is what decoding admits first, whatever the tokenizer."""

from typing import Any

import pytest
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from sleepy_coder.embedded.location import model_folder
from sleepy_coder.lm.grammar import Grammar, GrammarState
from sleepy_coder.lm.prompt import Excerpt, ExcerptLine
from sleepy_coder.lm.vocabulary import Vocabulary
from sleepy_coder.training.example import Example, Origin
from sleepy_coder.training.token_rows import answer_ids, tokenize

ANSWERS = [
    "1<|above|>use a;",
    "12<|after|>n<|text|> as usize",
    "3<|lines|>4<|text|>    é\n\n    b<|and|>1<|above|>x",
]
TEMPLATE = (
    "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'user' %}{{ '[INST] ' + m['content'] + ' [/INST]' }}"
    "{% else %}{{ m['content'] + eos_token }}{% endif %}{% endfor %}"
)


def sentence_piece(kind: str, *, joined: bool) -> Any:
    """Llama 2's way; `joined` if the vocabulary has the space and a digit in one."""
    pieces = ["<unk>", "<s>", "</s>", *(f"<0x{i:02X}>" for i in range(256)), "▁", *map(chr, range(33, 127))]
    merges = [("▁", str(i)) for i in range(10)] if joined else []
    vocabulary = {piece: i for i, piece in enumerate([*pieces, *map("".join, merges)])}
    tokenizer = Tokenizer(models.BPE(vocabulary, merges, byte_fallback=True, unk_token="<unk>", fuse_unk=True))
    if kind == "prepend":
        tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    else:
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="first", split=False)
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token="</s>", bos_token="<s>", unk_token="<unk>", chat_template=TEMPLATE
    )


@pytest.mark.parametrize("joined", [False, True])
@pytest.mark.parametrize("kind", ["prepend", "metaspace"])
def test_every_token_of_an_answer_is_admitted_when_its_turn_comes(kind: str, joined: bool) -> None:
    tokenizer = sentence_piece(kind, joined=joined)
    shown = Excerpt((ExcerptLine(1, "main.rs", 1, "fn main() {}", True),))
    vocabulary = Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id)
    (row,) = tokenize(tokenizer, [Example((("user", "q"),), ANSWERS[0], Origin.DREAM, "s")])
    state = GrammarState(Grammar(shown))
    for token in row.ids[row.answer_start :]:
        assert vocabulary.mask(state.allowed())[token], vocabulary.pieces[token]
        state.advance(vocabulary.pieces[token] or b"")
    assert [vocabulary.text(ids) for ids in answer_ids(tokenizer, ANSWERS)] == ANSWERS


def test_answers_of_the_embedded_model_are_its_tokenizers_own() -> None:
    tokenizer = AutoTokenizer.from_pretrained(model_folder())
    assert answer_ids(tokenizer, ANSWERS) == tokenizer(ANSWERS, add_special_tokens=False)["input_ids"]
