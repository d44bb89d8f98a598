"""Decoding is repeatable, obeys the grammar, and keeps each context to itself."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import torch

import sleepy_coder.lm.decode
from sleepy_coder.errors import ModelBroken
from sleepy_coder.lm.answer import MARKS, parse_answer
from sleepy_coder.lm.decode import _placed, _Row
from sleepy_coder.lm.grammar import FREE, Allowed
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.model import Candidate, ModelIdentity
from sleepy_coder.lm.prompt import RepairContext, excerpt, messages
from sleepy_coder.lm.vocabulary import Vocabulary
from sleepy_coder.rust.source import SourceTree


@pytest.fixture(scope="module")
def model(new_model: Callable[..., Any], tokenizer: Any) -> LocalModel:
    torch.set_num_threads(1)
    return LocalModel(new_model(), tokenizer, ModelIdentity("tiny", "0" * 64))


@pytest.fixture(scope="module")
def contexts(error: Callable[..., Any], program: SourceTree) -> list[RepairContext]:
    other = SourceTree({"main.rs": "fn main() {\n    let é = 1;\n    f(&é, é)\n}\n"})
    return [error(program, [6]), error(other, [3], message="no function `f`", label=None), error(program, [13])]


def propose(model: LocalModel, contexts: list[RepairContext], **more: Any) -> list[list[Candidate]]:
    arguments: dict[str, Any] = {"attempts": 3, "seed": 1, "skills": [None] * len(contexts)} | more
    return model.propose(contexts, **arguments)


def texts(found: list[Candidate]) -> list[str]:
    return [candidate.text for candidate in found]


def test_the_same_question_gets_the_same_answers(model: LocalModel, contexts: list[RepairContext]) -> None:
    assert propose(model, contexts) == propose(model, contexts)


def test_answers_do_not_depend_on_what_else_is_in_the_batch(model: LocalModel, contexts: list[RepairContext]) -> None:
    together = propose(model, contexts)
    backwards = propose(model, contexts[::-1])[::-1]
    for context, first, second in zip(contexts, together, backwards, strict=True):
        alone = propose(model, [context])[0]
        assert texts(alone) == texts(first) == texts(second)
        for one, other in zip(alone, first, strict=True):
            assert one.log_probability == pytest.approx(other.log_probability, abs=1e-3)


def test_other_seeds_sample_other_answers_and_without_temperature_the_first_is_that_of_one_attempt(
    model: LocalModel, contexts: list[RepairContext]
) -> None:
    alone, likeliest = propose(model, contexts, attempts=1), propose(model, contexts, seed=2)
    assert [one[0].text for one in alone] == [one[0].text for one in likeliest]
    first, second = (propose(model, contexts, seed=seed, temperature=0.8) for seed in (1, 2))
    for one, two in zip(first, second, strict=True):
        assert texts(one) != texts(two)
        assert len(set(texts(one))) == 3


def test_a_beam_of_one_takes_the_likeliest_admitted_token_at_each_step_and_counts_by_all_tokens(
    model: LocalModel, contexts: list[RepairContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sleepy_coder.lm.grammar import Grammar, GrammarState

    monkeypatch.setattr(sleepy_coder.lm.decode, "LEAST_WIDTH", 1)
    context = contexts[0]
    shown = excerpt(context)
    ids = model.chat.ids(messages(context, shown))
    vocabulary = Vocabulary(model.tokenizer, len(model.tokenizer), model.chat.end)
    state, chosen, total = GrammarState(Grammar(shown)), [], 0.0
    with torch.inference_mode():
        for _ in range(96):
            logits = model.model(input_ids=torch.tensor([[*ids, *chosen]])).logits[0, -1, : vocabulary.size].float()
            known = torch.log_softmax(logits, 0)
            token = int(known.masked_fill(~vocabulary.mask(state.allowed()), -torch.inf).argmax())
            total += float(known[token])
            if token == vocabulary.end:
                break
            chosen.append(token)
            state.advance(vocabulary.pieces[token] or b"")
    found = propose(model, [context], attempts=1)[0][0]
    assert found.text == model.tokenizer.decode(chosen)
    assert found.tokens == len(chosen)
    assert found.log_probability == pytest.approx(total, abs=1e-2)


def test_an_answer_that_ended_by_itself_is_parsed(model: LocalModel, contexts: list[RepairContext]) -> None:
    """Under the grammar even a random model names places that exist."""
    ended = 0
    for context, found in zip(contexts, propose(model, contexts, attempts=8), strict=True):
        for candidate in found:
            if candidate.edits is not None:
                ended += 1
                assert candidate.edits == parse_answer(candidate.text, excerpt(context))
                context.tree.apply(candidate.edits)
    assert ended > 0


def test_an_error_that_shows_no_line_gets_empty_answers_and_spares_its_neighbours(
    model: LocalModel, contexts: list[RepairContext], error: Callable[..., Any], program: SourceTree
) -> None:
    nowhere = error(program, [])
    found = propose(model, [contexts[0], nowhere])
    assert texts(found[0]) == texts(propose(model, contexts[:1])[0])
    assert [(one.text, one.edits) for one in found[1]] == [("", None)] * 3


def test_pieces_of_the_vocabulary_are_the_bytes_that_tokens_stand_for(tokenizer: Any) -> None:
    vocabulary = Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id)
    text = 'let é漢 = "a\tb";\r\n    x[0..n]'
    ids = tokenizer(text)["input_ids"]
    assert b"".join(vocabulary.pieces[i] or b"" for i in ids) == text.encode()
    for mark in MARKS:
        assert vocabulary.pieces[tokenizer.convert_tokens_to_ids(mark)] == mark.encode()
    assert vocabulary.pieces[tokenizer.eos_token_id] is None


def test_free_text_admits_no_mark_but_the_joining_one_and_the_end(tokenizer: Any) -> None:
    vocabulary = Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id)
    mask = vocabulary.mask(FREE)
    admitted = {mark for mark in MARKS if mask[tokenizer.convert_tokens_to_ids(mark)]}
    assert admitted == {"<|and|>"}
    assert mask[tokenizer.eos_token_id] and not mask[tokenizer.pad_token_id]
    assert not mask[tokenizer.convert_tokens_to_ids("<|im_start|>")]


def test_a_literal_may_be_written_in_any_of_its_beginnings(tokenizer: Any) -> None:
    vocabulary = Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id)
    mask = vocabulary.mask(Allowed(frozenset({b"sum", b"<|text|>"})))
    admitted = {vocabulary.pieces[i] for i in mask.nonzero().flatten().tolist()}
    assert {b"s", b"<|text|>", b"<"} <= admitted <= {b"s", b"su", b"sum", b"<|text|>", b"<", b"<|", b"<|t"}


def test_a_vocabulary_without_the_bytes_is_a_broken_model(tokenizer: Any) -> None:
    with pytest.raises(ModelBroken, match="choose another model"):
        Vocabulary(tokenizer, len(tokenizer), tokenizer.eos_token_id).mask(Allowed(frozenset()))


def test_sentence_pieces_are_bytes_too(tokenizer: Any) -> None:
    backend = SimpleNamespace(to_str=lambda: json.dumps({"decoder": {"type": "Metaspace"}}))
    known = {"</s>": 0, "▁let": 1, "<0x0A>": 2, "é": 3, "beyond": 9}
    pieces = SimpleNamespace(
        eos_token_id=0,
        all_special_tokens=("</s>",),
        added_tokens_decoder={},
        backend_tokenizer=backend,
        get_vocab=lambda: known,
    )
    assert Vocabulary(pieces, 4, 0).pieces[1:] == [b" let", b"\n", "é".encode()]


def test_rows_stay_with_their_parents_and_their_prompts_where_there_is_room() -> None:
    # row 1 of prompt 0 has ended, both rows of prompt 1 go on, and row 4 of prompt 2 has two children
    steps = [(0, 0, 0), (3, 1, 0), (2, 1, 1), (4, 2, 0), (4, 2, 1)]
    rows = [_Row(parent, prompt, rank, 7) for parent, prompt, rank in steps]
    placed = _placed(rows, [0, 0, 1, 1, 2])
    assert sorted(placed) == sorted(rows)
    assert [row.parent for row in placed] == [0, 4, 2, 3, 4]


def test_a_row_beyond_the_batch_takes_the_place_of_one_that_ended() -> None:
    rows = [_Row(1, 1, 0, 7), _Row(3, 2, 0, 7)]
    assert [row.parent for row in _placed(rows, [0, 1, 2, 2])] == [3, 1]
    assert _placed([], [0, 1]) == []
