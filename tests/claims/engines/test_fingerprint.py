"""Whether two machines have the same code and weights."""

from __future__ import annotations

from pathlib import Path

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
