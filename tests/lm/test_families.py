"""The families that people use: their shapes, their ways of cutting text and of talking, with random weights."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from sleepy_coder.errors import ModelBroken
from sleepy_coder.experiments.families import FAMILIES, make_family
from sleepy_coder.lm.chat import Chat
from sleepy_coder.lm.decode import LEAST_WIDTH
from sleepy_coder.lm.head import hidden_states, logits_of
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.rust.source import SourceTree

ENDS = {
    **dict.fromkeys(("qwen2", "qwen3"), "<|im_end|>"),
    **dict.fromkeys(("gemma", "gemma2"), "<end_of_turn>"),
    "llama": "<|eot_id|>",
    "mistral": "</s>",
    "phi3": "<|end|>",
    "phi": "<|endoftext|>",
}


@pytest.fixture(scope="module", params=sorted(FAMILIES))
def family(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, program: SourceTree) -> LocalModel:
    folder = tmp_path_factory.mktemp(request.param)
    return load(str(make_family(request.param, folder / request.param, [*program.files.values()])))


def test_an_answer_ends_as_the_family_ends_a_turn_and_padding_is_always_there(family: LocalModel) -> None:
    assert family.tokenizer.convert_ids_to_tokens(family.chat.end) == ENDS[Path(family.identity.id).name]
    assert isinstance(family.chat.padding, int)


def test_instructions_reach_every_family_and_control_tokens_are_written_once(family: LocalModel) -> None:
    chat = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "let  x = é;\n2 }"}]
    text = family.tokenizer.decode(family.chat.ids(chat))
    assert "Be brief." in text and "let  x = é;\n2 }" in text
    begin = family.tokenizer.bos_token
    assert begin is None or text.count(begin) == 1 or begin not in family.tokenizer.chat_template
    assert family.chat.ids(chat) == family.chat.ids(chat)


def test_answers_follow_the_format_whatever_the_tokenizer(
    family: LocalModel, error: Callable[..., Any], program: SourceTree
) -> None:
    answers = family.propose([error(program, [6])], attempts=4, seed=1, skills=[None])[0]
    heads = [one.text.partition("<|")[0] for one in answers]
    assert all(head.isdigit() for head in heads), [one.text[:20] for one in answers]
    assert any(one.edits for one in answers)


def test_a_batch_of_unequal_prompts_answers_as_each_alone(
    family: LocalModel, error: Callable[..., Any], program: SourceTree
) -> None:
    contexts = [error(program, [6]), error(program, [3, 12], secondary=[("main.rs", 9)], message="a longer message")]
    together = family.propose(contexts, attempts=1, seed=0, skills=[None, None])
    alone = [family.propose([context], attempts=1, seed=0, skills=[None])[0] for context in contexts]
    assert [one[0].text for one in together] == [one[0].text for one in alone]


def test_body_and_head_make_the_models_own_logits(family: LocalModel) -> None:
    ids = torch.arange(3, 20)[None]
    with torch.no_grad():
        expected = family.model(ids).logits.float()
        found = logits_of(family.model, hidden_states(family.model, ids, torch.ones_like(ids)))
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)


def test_a_batch_that_memory_does_not_hold_is_halved(
    family: LocalModel, error: Callable[..., Any], program: SourceTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    contexts = [error(program, [6], message=word) for word in ("one", "two", "three", "four")]
    expected = family.propose(contexts, attempts=1, seed=0, skills=[None] * 4)
    sizes: list[int] = []
    own = family.model.forward

    def forward(input_ids: torch.Tensor, **more: Any) -> Any:
        sizes.append(len(input_ids))
        if len(input_ids) > LEAST_WIDTH:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return own(input_ids=input_ids, **more)

    monkeypatch.setattr(family, "_rows_per_batch", 4 * LEAST_WIDTH)
    monkeypatch.setattr(family.model, "forward", forward)
    found = family.propose(contexts, attempts=1, seed=0, skills=[None] * 4)
    assert [one[0].text for one in found] == [one[0].text for one in expected]
    refused = [size for size in sizes if size > LEAST_WIDTH]
    assert len(refused) == 2 and refused[0] > refused[1], "four errors at once, two, then one at a time"
    monkeypatch.setattr(family.model, "forward", lambda **more: (_ for _ in ()).throw(torch.OutOfMemoryError("out")))
    with pytest.raises(ModelBroken, match="a single answer"):
        family.propose(contexts, attempts=1, seed=0, skills=[None] * 4)


def test_a_template_that_takes_no_question_is_refused(tokenizer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokenizer, "chat_template", "{{ raise_exception('no') }}")
    with pytest.raises(ModelBroken, match="chat template"):
        Chat(tokenizer)
