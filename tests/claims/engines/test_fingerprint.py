"""Whether two machines, or two runs, have the same code and weights."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

from claims.engines import fingerprint as module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tagger").mkdir()
    (tmp_path / "tagger" / "weights.bin").write_bytes(b"12")
    (tmp_path / "claim.py").write_text("x = 1\n")
    monkeypatch.setattr(module, "_ROOT", tmp_path)
    return tmp_path


def fresh() -> str:
    return module.fingerprint.__wrapped__()


def test_other_weights_or_code_are_told(package: Path) -> None:
    before = fresh()
    assert fresh() == before
    (package / "tagger" / "weights.bin").write_bytes(b"21")
    weights = fresh()
    (package / "claim.py").write_text("x = 2\n")
    assert len({before, weights, fresh()}) == 3


def test_what_only_training_reads_is_no_difference(package: Path) -> None:
    before = fresh()
    for folder in ("training", "__pycache__"):
        (package / folder).mkdir()
        (package / folder / "more.py").write_text("y = 1\n")
    assert fresh() == before


def rules() -> str:
    return module.rules_version.__wrapped__()


def test_another_rule_or_word_is_another_version_of_the_rules(package: Path) -> None:
    before = rules()
    assert rules() == before
    words = package / "language" / "words" / "verbs.txt"
    words.parent.mkdir(parents=True)
    words.write_text("say\n")
    said = rules()
    words.write_text("tell\n")
    assert len({before, said, rules()}) == 3


def test_what_finds_no_claims_in_a_text_is_none_of_the_rules(package: Path) -> None:
    before = rules()
    for name in ("comparison/words.py", "tagger/__pycache__/tagger.py", "tagger/network.onnx"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("z = 1\n")
    assert rules() == before


def test_the_rules_are_all_that_extraction_imports() -> None:
    graph = grimp.build_graph("claims")
    imported = graph.find_upstream_modules("claims.extraction", as_package=True)
    parts = {name.split(".")[1] for name in imported}
    # They say in which process claims are found, not which.
    assert parts - {"processes"} <= {name.removesuffix(".py") for name in module.FINDING}
