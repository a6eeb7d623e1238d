"""The archive of the valley, with vectors as one machine made them.

What a processor rounds in another way moves likelihoods by a hundredth, which pictures show.
``python -m tests.tui.threads.valley`` records the vectors of other weights or other articles.
"""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from claims.comparison.meaning import vectors
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.vectors import Both
from db.archive import open_archive
from tests.db.archives import Desk
from tests.db.comparison.threaded import ARTICLES, article

RECORDED: Final = Path(__file__).with_name("vectors.json")
_KEY: Final = "{0} @{1}"


def fill(folder: Path) -> bytes:
    """Make the archive in a folder; its file."""
    engine = open_archive(str(folder / "claims.db"))
    (folder / "articles").mkdir()
    desk = Desk(engine, folder / "articles", compares=True)
    for day in ARTICLES:
        text, *claims = article(day)
        desk.prepare(text, *claims)
        desk.write(f"{day}.txt", text)
    # The report of the second day once more, as somebody else's.
    text, *claims = article(2)
    again = text.replace("Ines Calder", "Olaf Bergen").replace("May 2", "May 9")
    desk.prepare(again, *claims)
    desk.write("9.txt", again)
    desk.ingest()
    engine.dispose()
    return (folder / "claims.db").read_bytes()


def recorded(text: Text) -> Both:
    """The vectors of a text, as an archive keeps them."""
    whole, content = map(bytes.fromhex, _recorded()[_KEY.format(*text)])
    return whole, content


@cache
def _recorded() -> dict[str, list[str]]:
    return dict(json.loads(RECORDED.read_text("utf-8")))


def record() -> None:
    """Make the vectors anew, by the shipped encoder."""
    made: dict[str, list[str]] = {}
    encoded = vectors._both

    def kept(text: Text) -> Both:
        both = encoded(text)
        made[_KEY.format(*text)] = [each.hex() for each in both]
        return both

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(vectors, "_both", kept)
        fill(Path(folder))
    RECORDED.write_text(json.dumps(made, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    record()
