"""A claim in its paragraph, with what is known of it."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.article_page import read_page
from tests.tui.archives import PIPELINE
from tests.tui.article.content import _article_id, marked
from tests.tui.driving import NARROW, WIDE, running
from tui.core.article_blocks import claim_blocks, in_order


def test_a_claim_is_shown_in_its_paragraph_with_its_parts_marked(archive: Engine) -> None:
    page = read_page(archive, _article_id(archive))
    claim = in_order(page)[1]
    _head, blocks, place = claim_blocks(page, claim)
    assert blocks[place].text == PIPELINE.paragraphs[3]
    assert marked(blocks, "content") == ["that the buyer can wait for years"]
    assert marked(blocks, "cue") == ["argued"]
    assert marked(blocks, "source") == ["Morozov"]


async def test_the_evidence_is_beside_it(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j")
        facts = " ".join(desk.paper("#facts").split())
        assert "Anna Feld (person) – written “she”" in facts
        assert "adviser, Energy Forum – “who advises the Energy Forum”" in facts
        assert "2023-03-21 (from dateline) · Northern Courier · by Mira Holt" in facts
        assert "/articles/pipeline-talks.txt" in facts


async def test_what_kind_of_claim_it_is_stands_beside_it_in_words(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("j")
        assert "indirect · opinion · prediction ·" in desk.paper("#paragraph")
        assert "cue        argue – written “argued” · opinion" in desk.paper("#facts")
        await desk.press("j", "j", "j")
        told = "according to – written “According to” · statement · hedged · negated"
        assert told in " ".join(desk.paper("#facts").split())
        await desk.press("j")
        assert "cue  " not in desk.paper("#facts")


async def test_a_narrow_terminal_tells_the_kind_of_claim_too(archive: Engine) -> None:
    async with running(archive, "is:negated", size=NARROW) as desk:
        await desk.press("d")
        assert "statement · hedged · negated" in " ".join(desk.paper("#paragraph").split())
