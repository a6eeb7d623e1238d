"""What is written is the mean of what the rounds have learned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims.scoring.pairs import read_pairs

torch = pytest.importorskip("torch", reason="needs torch, of the extra 'train'")
transformers = pytest.importorskip("transformers", reason="needs transformers, of 'train'")

PAIRS = [
    ("the dam will be closed in June", "the dam is to close in June", 1.0),
    ("the dam flooded forty farms", "forty farms were flooded by the dam", 0.9),
    ("the dam flooded forty farms", "fishing below the river Orr is banned", 0.0),
    ("the harbour is too shallow for ferries", "ferries cannot enter the harbour", 0.8),
    ("the harbour is too shallow for ferries", "the school was painted yellow", 0.1),
]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    rows = [
        {
            "id": str(number),
            "a": {"text": one, "source": "Ann Lee", "cue": "said"},
            "b": {"text": other, "source": "Bo Ek", "cue": "told us"},
            "label": "same" if likely >= 0.5 else "different",
            "likely": likely,
        }
        for number, (one, other, likely) in enumerate(PAIRS)
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    """A network of the encoder's form, small and without knowledge."""
    torch.manual_seed(1)
    settings = transformers.BertConfig(
        vocab_size=30522,
        hidden_size=8,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    folder = tmp_path / "encoder"
    transformers.BertModel(settings, add_pooling_layer=False).save_pretrained(folder)
    return folder


def written(pairs: Path, encoder: Path, *options: str) -> dict[str, Any]:
    from safetensors.torch import load_file

    from claims.training.fit_encoder import main

    out = encoder.with_name("-".join(["out", *options]))
    main([*map(str, (pairs, "--encoder", encoder, "--out", out)), "--layers", "1", *options])
    found: dict[str, Any] = load_file(out / "model.safetensors")
    return found


def after_each(pairs: Path, encoder: Path, rounds: int) -> list[dict[str, Any]]:
    """The weights after each round."""
    from claims.training.fit_encoder import Network, examples_of, learn

    network, examples = Network(encoder, 1), list(examples_of(read_pairs(pairs)))
    return [
        {name: value.clone() for name, value in network.encoder.state_dict().items()}
        for _ in learn(network, examples, 4e-5, rounds)
    ]


def differ(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """The layers whose weights are not the same."""
    assert one.keys() == other.keys()
    apart = [name for name in one if not torch.allclose(one[name], other[name], atol=1e-7)]
    return {".".join(name.split(".")[:3]) for name in apart}


def test_the_mean_of_the_rounds_from_one_on_is_written(pairs: Path, encoder: Path) -> None:
    first, second, third = after_each(pairs, encoder, 3)
    assert differ(first, third) == {"encoder.layer.1"}, "the upper layer alone learns"
    of_all = {name: (first[name] + second[name] + third[name]) / 3 for name in first}
    of_two = {name: (second[name] + third[name]) / 2 for name in first}
    assert differ(written(pairs, encoder, "--rounds", "3"), of_all) == set()
    assert differ(written(pairs, encoder, "--rounds", "3", "--mean-from", "2"), of_two) == set()
    assert differ(written(pairs, encoder, "--rounds", "3", "--mean-from", "3"), third) == set()


def test_a_mean_from_a_round_that_is_not_there_is_refused(
    pairs: Path, encoder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        written(pairs, encoder, "--rounds", "2", "--mean-from", "3")
    assert "--mean-from is a round, from 1 to 2" in capsys.readouterr().err
