"""Where a claim stands, and what found it."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.export.exported import table
from tests.db.library import DEPOT, NIGHT


def test_the_content_stands_verbatim_where_the_row_says(library: Engine) -> None:
    texts = {"/library/night.txt": NIGHT, "/library/depot.html": DEPOT}
    for row in table(library, "until:2023-05"):
        of_article = texts[row["article_path"]]
        pieces = [piece.split("-") for piece in row["content_spans"].split("; ")]
        words = [of_article[int(start) : int(end)] for start, end in pieces]
        assert "; ".join(words) == row["content"]
        assert (row["content_start"], row["content_end"]) == (pieces[0][0], pieces[-1][1])


def test_what_found_a_claim_and_where_its_text_comes_from_is_told(library: Engine) -> None:
    roof = table(library, "roof")[0]

    assert roof["byline"] == "Jonas Vik; Lu Ferro"
    assert roof["article_url"] == "https://ledger.example/depot"
    assert roof["published_evidence"] == "dateline"
    assert roof["speaker_as_named"] == "Ilse Brandt"
    assert len(roof["text_sha256"]) == 64
    assert (roof["model"], roof["tool_version"]) == ("prepared 1.0", "0.1")
    assert roof["extracted_at"] == "2024-06-01T12:00:00+00:00"
    assert (roof["review"], roof["text_version"]) == ("machine", "1")
