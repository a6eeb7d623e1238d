"""An article with one doubt about speakers of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from claims.claim import ClaimType, SpeakerKind
from db.connection.engine import writing
from db.query.tables import claim
from tests.tui.archives import MadeArticle, MadeClaim, make_archive

TREATY: Final = MadeArticle(
    name="treaty",
    outlet="Courier",
    published=date(2024, 2, 1),
    paragraphs=(
        "A treaty is signed",
        "“We signed,” said Olav Brekke, the president of Norway.",
        "The treaty promises free passage. The treaty forbids new dams.",
        "The envoy of Chile warned that the river is low, and the envoy of Chile left early.",
        "The minister argued that it will rain.",
        "Nobody will pay, she claimed.",
    ),
    claims=(
        MadeClaim("“We signed,”", "said", "Olav Brekke", "Olav Brekke", role="president",
                  organization="Norway", affiliation="the president of Norway"),
        MadeClaim("free passage", "promises", "The treaty", "The treaty", ClaimType.INDIRECT,
                  kind=SpeakerKind.DOCUMENT),
        MadeClaim("new dams", "forbids", "The treaty", "The treaty", ClaimType.INDIRECT,
                  kind=SpeakerKind.DOCUMENT),
        MadeClaim("that the river is low", "warned", "The envoy of Chile", "Olav Brekke",
                  ClaimType.INDIRECT, role="envoy", organization="Chile",
                  affiliation="The envoy of Chile"),
        MadeClaim("that it will rain", "argued", "The minister", "The minister",
                  ClaimType.INDIRECT),
        MadeClaim("Nobody will pay", "claimed", "she", "", ClaimType.INDIRECT),
    ),
)  # fmt: skip


@pytest.fixture
def treaty(tmp_path: Path) -> Iterator[Engine]:
    """An article with one doubt of each kind."""
    engine = make_archive(tmp_path / "treaty.db", [TREATY])
    with writing(engine) as connection:
        nobody = claim.c.content == "Nobody will pay"
        connection.execute(update(claim).where(nobody).values(aside=BITS[Aside.NO_SPEAKER]))
    yield engine
    engine.dispose()
