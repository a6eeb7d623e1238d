"""Paragraphs of very many elements."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from claims.reading.pages import crowded
from claims.reading.pages.pruning import PRUNED
from tests.claims.reading.markup_pages import TITLE, read
from tests.claims.reading.samples import PARAGRAPHS

CROWDED = "".join(
    f"{one} <time datetime='2024-05-0{day}'>May {day}</time> <span hidden>Share</span> <b>So.</b>"
    for day, one in enumerate(PARAGRAPHS, 1)
)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowded, "_CROWDED", 2)


def eased(markup: str) -> HtmlElement:
    paragraph = fromstring(f"<p>{markup}</p>")
    crowded.ease_crowded(list(paragraph.iter()))
    return paragraph


def pieces(paragraph: HtmlElement) -> list[str]:
    return [str(one) for one in paragraph.xpath("descendant::text()")]


def test_a_paragraph_full_of_elements_is_read_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"<h1>{TITLE}</h1><p>{CROWDED}</p>"
    few = read(tmp_path, page).text
    monkeypatch.setattr(crowded, "_CROWDED", 1_000)
    assert read(tmp_path, page).text == few


def test_no_text_stands_behind_what_may_be_dropped() -> None:
    # Each that is dropped would have all that stands before it copied.
    paragraph = eased(CROWDED)
    assert not any((one.tail or "").strip() for one in paragraph.iter("time"))


def test_what_only_looks_otherwise_is_text_of_one_piece_with_what_is_around() -> None:
    # lxml would look back over all pieces before each.
    paragraph = eased(
        "The <b>ferry</b> waits <em>for <a href='/ice'>the ice</a></em>, <i>again</i>."
    )
    assert pieces(paragraph) == ["The ferry waits for the ice, again."]


def test_what_is_no_article_stays_marked() -> None:
    paragraph = eased(
        f"The <b>ferry</b><a {PRUNED}='' href='#1'>1</a> waits <i>for</i> <b>ice</b>."
    )
    assert [one.tag for one in paragraph] == ["a", "span"]
    assert pieces(paragraph) == ["The ferry", "1", " waits for ice."]


def test_where_most_is_linked_links_stay() -> None:
    links = "".join(f"<a href='/{n}'>The ferry waits for ice {n}</a> or " for n in range(3))
    assert len(list(eased(links).iter("a"))) == 3


def test_a_page_of_many_paragraphs_is_left_as_it_is() -> None:
    page = fromstring("<div><a rel='author'>Anna Berg</a><p>One</p><p>Two</p><p>Three</p></div>")
    crowded.ease_crowded(list(page.iter()))
    assert [one.tag for one in page] == ["a", "p", "p", "p"]
