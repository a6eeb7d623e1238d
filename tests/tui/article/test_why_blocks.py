"""Why a claim says what it says, as blocks of text."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.article_page import read_page
from db.claims.provenance import read_why
from db.claims.view import open_view
from db.query.model import ClaimQuery
from tests.tui.archives import BORDER
from tui.article.why_blocks import (
    confidence_in_words,
    forms_of,
    how_sure,
    places_of,
    why_blocks,
)
from tui.text.words import nature
from tui.widgets.lines.blocks import Block


def explained(engine: Engine, words: str) -> list[Block]:
    """The blocks for the claim with these words in its content."""
    view = open_view(engine, ClaimQuery())
    row = next(row for row in view.rows(0, len(view)) if words in row.content)
    page, why = read_page(engine, row.article_id), read_why(engine, row.id)
    assert why is not None
    return why_blocks(page, next(c for c in page.claims if c.row.id == row.id), why)


def section(blocks: list[Block], title: str) -> list[Block]:
    """The blocks under a heading."""
    starts = [n for n, block in enumerate(blocks) if block.style == "title"]
    (start,) = [n for n in starts if blocks[n].text == title]
    end = next((n for n in starts if n > start), len(blocks))
    return blocks[start + 1 : end]


def marked(block: Block, style: str) -> list[str]:
    return [block.text[m.start : m.end] for m in block.marks if m.style == style]


def test_a_pronoun_is_followed_back_to_the_name(archive: Engine) -> None:
    blocks = explained(archive, "Waiting has a cost")
    (source,) = section(blocks, "Source as written")
    assert marked(source, "source") == ["she"]
    before, sentence, forms = section(blocks, "From there to Anna Feld")
    assert before.text == "named before it:"
    assert sentence.text == "Anna Feld, who advises the Energy Forum, disagreed."
    assert marked(sentence, "source") == ["Anna Feld"]
    assert "“she” (2 claims)" in forms.text


def test_a_family_name_is_followed_back_to_the_full_name(archive: Engine) -> None:
    blocks = explained(archive, "that the buyer can wait")
    chain = section(blocks, "From there to Ilya Morozov")
    assert marked(chain[1], "source") == ["Ilya Morozov"]
    assert chain[1].text.startswith("“A pipeline is a marriage")


def test_a_source_with_the_full_name_needs_no_chain(archive: Engine) -> None:
    blocks = explained(archive, "A pipeline is a marriage")
    assert section(blocks, "From there to Ilya Morozov")[0].text == "The source has the full name."


def test_the_affiliation_stands_with_the_sentence_that_states_it(archive: Engine) -> None:
    affiliation, sentence = section(explained(archive, "A pipeline is a contract"), "As whom")
    assert affiliation.text == "director, Eastern Rail Centre"
    assert sentence.text == BORDER.paragraphs[2]
    assert marked(sentence, "evidence") == ["the director of the Eastern Rail Centre"]


def test_that_nothing_is_stated_is_said(archive: Engine) -> None:
    (told,) = section(explained(archive, "the route has not"), "As whom")
    assert told.text == "The article states neither role nor organization."


def test_a_claim_of_nobody_has_its_source_and_its_run(archive: Engine) -> None:
    blocks = explained(archive, "Freight through")
    assert [marked(block, "source") for block in section(blocks, "Source as written")] == [
        ["officials"]
    ]
    assert "none 0" in "\n".join(block.text for block in section(blocks, "Found by"))


def test_confidence_says_what_it_means() -> None:
    told = confidence_in_words(0.713)
    assert told == "0.71 – of claims rated so, about 71 in 100 should be right"


def test_how_sure_tells_of_statement_and_speakers_as_far_as_known(archive: Engine) -> None:
    view = open_view(archive, ClaimQuery())
    row = view.rows(0, 1)[0]
    doubted = row._replace(statement=0.2)
    unknown = row._replace(statement=None, speakers=())

    assert how_sure(doubted)[1:] == [
        "0.20 – that it is said or written, not felt, planned or done",
        f"1.00 – that {row.speakers[0].named_as} is who is meant",
    ]
    assert how_sure(unknown) == [confidence_in_words(row.confidence)]
    assert nature(row)[0] == "statement"
    assert nature(doubted)[0] == "act"
    assert nature(doubted._replace(cue_class="opinion"))[:2] == ["opinion", "act"]
    assert "act" not in nature(unknown)


def test_names_are_found_however_their_words_are_spaced() -> None:
    text = "Anna\nFeld met Anna Feldman and Anna  Feld."
    assert [text[s.start : s.end] for s in places_of(text, "Anna Feld")] == [
        "Anna\nFeld",
        "Anna  Feld",
    ]
    assert places_of(text, " ") == []


def test_the_forms_of_a_speaker_are_those_of_its_own_claims(archive: Engine) -> None:
    from db.claims.view import open_view
    from db.query.model import ClaimQuery

    row = open_view(archive, ClaimQuery()).row(0)
    assert row is not None
    page = read_page(archive, row.article_id)
    (ilya,) = page.claims[0].row.speaker_refs
    assert forms_of(page, ilya.id) == {"Ilya Morozov": 1, "Morozov": 1}
