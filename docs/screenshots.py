"""Draw the README's pictures from the fixtures: ``python docs/screenshots.py``."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from claims.extraction.pipeline import Extractor
from db.archive import open_archive
from db.ingest.ingest import ingest
from db.query.model import ClaimQuery
from tui.app import ClaimsApp

HERE = Path(__file__).parent


async def draw(archive: Path) -> None:
    """Browse one analyst's claims at 140x40 and save the screen beside this file."""
    engine = open_archive(str(archive))
    ingest(engine, [HERE.parent / "fixtures"], Extractor)
    app = ClaimsApp(engine, ClaimQuery(speakers=("gabuev",)))
    async with app.run_test(size=(140, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("j", "j")
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        app.save_screenshot("app.svg", str(HERE))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(draw(Path(folder) / "fixtures.db"))
