"""Files that failed are remembered until they do no longer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from db.ingest.failures import Failures, failed_files


def kept(engine: Engine, tried: list[Path], failed: dict[str, str]) -> list[str]:
    failures = Failures()
    for path in tried:
        failures.tried(str(path))
        for name, reason in failed.items():
            if name.startswith(str(path)):
                failures.add(name, reason)
    failures.keep(engine)
    return failed_files(engine)


def test_what_fails_is_kept_until_it_is_read(archive: Engine, tmp_path: Path) -> None:
    one, box = tmp_path / "one.pdf", tmp_path / "box.zip"
    failed = {str(one): "it is damaged", f"{box}#a.pdf": "it is locked", f"{box}#b.pdf": "empty"}
    assert kept(archive, [one, box], failed) == [str(box), str(one)]
    assert kept(archive, [one], {}) == [str(box)]
    assert kept(archive, [box], {f"{box}#b.pdf": "empty"}) == [str(box)]
    assert kept(archive, [box], {}) == []
