"""The columns of an export, and values as cells."""

from __future__ import annotations

from sqlalchemy import Engine

from db.export.columns import COLUMNS, Record, in_cells
from tests.db.export.exported import CUE, exported


def test_the_columns_of_the_contract_come_first_and_what_was_added_later_last(
    library: Engine,
) -> None:
    header = exported(library).partition("\r\n")[0]

    assert header == ",".join(COLUMNS)
    assert COLUMNS[:3] == ("claim_id", "article_id", "article_title")
    assert COLUMNS[17:19] == ("review", "published_precision")
    assert CUE == ("cue_lemma", "cue_class", "negated", "hedged", "prediction")
    assert COLUMNS[41:46] == ("note", "tags", "reviewed_by", "reviewed_at", "review_reason")
    assert all(name.startswith("original_") for name in COLUMNS[46:-5])
    assert COLUMNS[-5:-3] == ("statement", "speaker_confidence")
    assert COLUMNS[-3:] == ("thread", "thread_label", "story")


def test_a_value_is_a_cell_that_reads_as_it() -> None:
    record: Record = {
        "speaker": ["Ilse Brandt", None],
        "content_spans": [[3, 9], [12, 20]],
        "role_evidence_spans": [[], [4, 8]],
        "negated": False,
        "content_start": 0,
        "confidence": 0.85,
        "tags": [],
        "note": None,
    }

    assert dict(zip(record, in_cells(record.values()), strict=True)) == {
        "speaker": "Ilse Brandt; ",
        "content_spans": "3-9; 12-20",
        "role_evidence_spans": "; 4-8",
        "negated": "false",
        "content_start": "0",
        "confidence": "0.85",
        "tags": "",
        "note": "",
    }
