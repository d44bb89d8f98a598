import math

from sleepy_coder.benchmarks.parameters import CONFIGS, RANK, K, count


def test_counts_follow_from_the_shapes_of_the_model() -> None:
    config = CONFIGS["qwen2.5-coder-1.5b"]
    hidden, wide = config["hidden_size"], config["intermediate_size"]
    narrow = hidden // config["num_attention_heads"] * config["num_key_value_heads"]
    lengths = [(hidden, hidden)] * 2 + [(narrow, hidden)] * 2 + [(wide, hidden)] * 2 + [(hidden, wide)]
    both = config["num_hidden_layers"] * sum(n + d for n, d in lengths)
    found = count(config)
    assert found["matrices"] == 7 * config["num_hidden_layers"]
    assert 1.5e9 < found["base"] < 1.6e9
    for p, line in found["p"].items():
        assert line["lora"] == RANK * both
        assert line["basis"] == K * both
        assert line["coefficients"] == int(p) * 2 * K * found["matrices"]
        assert line["core"] == K * K * found["matrices"]
        saved = line["lora"] - line["coefficients"]
        assert line["break_even_skills"] == math.ceil(line["basis"] / saved)
    assert found["p"]["1"]["times_smaller_than_lora"] >= 67
