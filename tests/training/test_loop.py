"""The loop learns, repeats itself to the bit, and goes on from a checkpoint as if it had never stopped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from sleepy_coder.errors import ModelBroken, TrainingDiverged
from sleepy_coder.training.batches import Batch, TokenRow, batches, pad
from sleepy_coder.training.checkpoint import load_checkpoint, save_checkpoint
from sleepy_coder.training.loop import Schedule, StepReport, loss_sum, make_optimizer, train
from sleepy_coder.training.measure import fit

SCHEDULE = Schedule(1e-2, 12, warmup=2, weight_decay=0.05)


def data_of(rows: list[TokenRow], skip: int = 0) -> Iterator[Batch]:
    found = batches(rows, tokens_per_batch=400, longest=512, prompt_weight=0.1, padding=0, seed=5)
    for _ in range(skip):
        next(found)
    return found


def run(model: Any, rows: list[TokenRow]) -> list[float]:
    losses: list[float] = []
    train(model, list(model.parameters()), data_of(rows), SCHEDULE, on_step=lambda report: losses.append(report.loss))
    return losses


def weights(model: Any) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


def equal(left: dict[str, torch.Tensor], right: dict[str, torch.Tensor]) -> bool:
    return left.keys() == right.keys() and all(torch.equal(tensor, right[name]) for name, tensor in left.items())


def mean_loss(model: Any, batch: Batch) -> torch.Tensor:
    return loss_sum(model, batch) / batch.weights[:, 1:].sum()


def test_training_lowers_the_loss_and_two_trainings_are_equal_to_the_bit(
    new_model: Callable[..., Any], rows: list[TokenRow]
) -> None:
    first, second = new_model(), new_model()
    start = weights(first)
    losses, again = run(first, rows), run(second, rows)
    assert len(losses) == SCHEDULE.steps and losses == again
    assert equal(weights(first), weights(second)) and not equal(weights(first), start)
    assert sum(losses[-3:]) < 0.9 * sum(losses[:3])
    assert not first.training


def test_a_training_cut_and_resumed_ends_where_an_unbroken_one_does(
    new_model: Callable[..., Any], rows: list[TokenRow], tmp_path: Path
) -> None:
    unbroken = new_model()
    run(unbroken, rows)
    path = tmp_path / "deep" / "checkpoint.safetensors"
    cut = new_model()
    parameters = list(cut.parameters())
    optimizer = make_optimizer(parameters, SCHEDULE)
    assert load_checkpoint(path, parameters, optimizer) == 0
    done = train(cut, parameters, data_of(rows), SCHEDULE, optimizer=optimizer, on_step=lambda report: report.step == 5)
    save_checkpoint(path, parameters, optimizer, done)
    resumed = new_model(seed=9)
    parameters = list(resumed.parameters())
    optimizer = make_optimizer(parameters, SCHEDULE)
    step = load_checkpoint(path, parameters, optimizer)
    assert step == done == 5
    train(resumed, parameters, data_of(rows, step), SCHEDULE, optimizer=optimizer, first_step=step)
    assert equal(weights(resumed), weights(unbroken))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_checkpoint_that_does_not_fit_is_refused(new_model: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.safetensors"
    parameters = list(new_model().parameters())
    save_checkpoint(path, parameters[:-1], make_optimizer(parameters, SCHEDULE), 3)
    with pytest.raises(ModelBroken, match="start again"):
        load_checkpoint(path, parameters, make_optimizer(parameters, SCHEDULE))
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(ModelBroken, match="start again"):
        load_checkpoint(path, parameters, make_optimizer(parameters, SCHEDULE))


def test_moments_go_where_their_parameter_is_and_steps_stay_on_the_cpu(tmp_path: Path) -> None:
    path, (here, there) = tmp_path / "checkpoint.safetensors", (torch.device("cpu"), torch.device("meta"))
    parameter = torch.nn.Parameter(torch.ones(2, 2, device=here))
    optimizer = make_optimizer([parameter], SCHEDULE)
    parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    save_checkpoint(path, [parameter], optimizer, 1)
    moved = torch.nn.Parameter(torch.ones(2, 2, device=there))
    optimizer = make_optimizer([moved], SCHEDULE)
    assert load_checkpoint(path, [moved], optimizer) == 1
    devices = {name: moment.device for name, moment in optimizer.state[moved].items()}
    assert devices == {"step": here, "exp_avg": there, "exp_avg_sq": there}
    moved.grad = torch.ones_like(moved)
    optimizer.step()


@pytest.mark.parametrize("poisoned", [False, True])
def test_a_training_that_diverges_says_so_and_what_to_do(
    new_model: Callable[..., Any], rows: list[TokenRow], poisoned: bool
) -> None:
    model = new_model()
    parameters = list(model.parameters())
    seen: list[float] = []

    def on_step(report: StepReport) -> None:
        seen.append(report.loss)
        if poisoned and report.step == 3:
            with torch.no_grad():
                parameters[0].fill_(torch.inf)

    schedule = Schedule(1e-3, 3) if poisoned else Schedule(1e37, 12)
    with pytest.raises(TrainingDiverged, match=r"step \d+ .*; choose a lower learning rate"):
        train(model, parameters, data_of(rows), schedule, on_step=on_step)
    assert all(torch.tensor(seen).isfinite()), "a report was made of what cannot be stored"
    assert not model.training and all(parameter.grad is None for parameter in parameters)


def test_the_clock_cuts_after_a_step_and_steps_are_counted_on(
    new_model: Callable[..., Any], rows: list[TokenRow]
) -> None:
    model, reports = new_model(), list[StepReport]()

    def stop(report: StepReport) -> bool:
        reports.append(report)
        return len(reports) == 2

    done = train(model, list(model.parameters()), data_of(rows), SCHEDULE, first_step=7, on_step=stop)
    assert (done, [report.step for report in reports]) == (9, [8, 9])
    assert all(report.tokens > 0 and report.seconds > 0 for report in reports)


def test_the_rate_warms_up_and_falls_to_a_tenth() -> None:
    schedule = Schedule(1.0, 100, warmup=10)
    rates = [schedule.at(step) for step in range(101)]
    assert rates[0] == pytest.approx(0.1) and rates[9] == rates[10] == 1.0
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[100] == pytest.approx(0.1) and schedule.at(1000) == rates[100]


def test_the_loss_is_the_librarys_cross_entropy_over_weighted_tokens(
    new_model: Callable[..., Any], rows: list[TokenRow]
) -> None:
    model = new_model()
    batch = pad(rows[:3], prompt_weight=0.1, padding=0)
    with torch.no_grad():
        logits = model(input_ids=batch.ids, attention_mask=batch.attention).logits[:, :-1].float()
        each = torch.nn.functional.cross_entropy(logits.transpose(1, 2), batch.ids[:, 1:], reduction="none")
        expected = (each * batch.weights[:, 1:]).sum() / batch.weights[:, 1:].sum()
        assert torch.allclose(mean_loss(model, batch), expected, atol=1e-5)
        wider = pad(rows[:3], prompt_weight=0.1, padding=0, multiple=256)
        assert torch.allclose(mean_loss(model, wider), expected, atol=1e-5), "padding has no say"


def greedy(model: Any, row: TokenRow, end: int) -> tuple[int, ...]:
    ids = list(row.ids[: row.answer_start])
    with torch.inference_mode():
        while len(ids) < len(row.ids):
            ids.append(int(model(input_ids=torch.tensor([ids])).logits[0, -1].argmax()))
            if ids[-1] == end:
                break
    return tuple(ids)


def test_fit_is_what_greedy_decoding_gives_and_the_mean_loss_of_answer_tokens(
    new_model: Callable[..., Any], rows: list[TokenRow], tokenizer: Any
) -> None:
    model = new_model()
    schedule = Schedule(1e-2, 40, warmup=4)
    data = batches(rows[:8], tokens_per_batch=1000, longest=512, prompt_weight=0.0, padding=0, seed=1)
    train(model, list(model.parameters()), data, schedule)
    exact = [greedy(model, row, tokenizer.eos_token_id) == row.ids for row in rows]
    assert any(exact), "the model learned nothing, so that this test would show nothing"
    found = fit(model, rows, padding=0, rows_per_batch=5)
    assert found.exact_fraction == pytest.approx(sum(exact) / len(rows))
    total, tokens = 0.0, 0
    for row in rows:
        alone = pad([row], prompt_weight=0.0, padding=0)
        count = len(row.ids) - row.answer_start
        with torch.no_grad():
            total += float(mean_loss(model, alone)) * count
        tokens += count
    assert found.loss == pytest.approx(total / tokens, rel=1e-3)
    assert fit(model, rows, padding=0, rows_per_batch=1).loss == pytest.approx(found.loss, rel=1e-3)


class Small(torch.nn.Module):
    """A machine whose memory holds `most` rows at a time."""

    def __init__(self, model: Any, most: int) -> None:
        super().__init__()
        self.inner, self.most, self.refused = model, most, 0
        self.config, self.get_output_embeddings = model.config, model.get_output_embeddings

    def base_model(self, input_ids: torch.Tensor, **more: Any) -> Any:
        if len(input_ids) > self.most:
            self.refused += 1
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self.inner.base_model(input_ids=input_ids, **more)


def test_a_batch_that_memory_does_not_hold_is_halved_until_it_does_and_teaches_the_same(
    new_model: Callable[..., Any], rows: list[TokenRow]
) -> None:
    whole, halved = new_model(), new_model()
    batch = pad(rows[:8], prompt_weight=0.1, padding=0)
    small = Small(halved, most=2)
    losses: list[float] = []
    for model in (whole, small):
        done = train(
            model,
            list(model.parameters()),
            iter([batch] * 3),
            Schedule(1e-2, 3),
            on_step=lambda report: losses.append(report.loss),
        )
        assert done == 3
    assert small.refused == 2, "8 rows, then 4; from then on it is known that 2 fit"
    assert losses[:3] == pytest.approx(losses[3:], rel=1e-5)
    for name, tensor in whole.state_dict().items():
        assert torch.allclose(tensor, halved.state_dict()[name], atol=2e-4), name
    with pytest.raises(ModelBroken, match="out of memory on a single example"):
        train(Small(new_model(), most=0), list(whole.parameters()), iter([batch]), Schedule(1e-2, 1))


def test_gradient_checkpointing_changes_no_gradient(new_model: Callable[..., Any], rows: list[TokenRow]) -> None:
    plain, saving = new_model(), new_model()
    saving.activation_checkpointing_enable({"use_reentrant": False})
    assert run(plain, rows) == run(saving, rows)
    assert equal(weights(plain), weights(saving))
