"""What pages carry besides their article, and what looks like it but is body."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from tests.claims.reading.pages import BODY, P1, P2, P3, P4, PARAGRAPHS, kinds, read_page, texts

TITLE = "Pipeline Talks Stall in the North"


def page(before: str = "", among: str = "", after: str = "") -> str:
    """A page in plain text with lines put before, among and after its paragraphs."""
    parts = [TITLE, before, P1, P2, among, P3, P4, after]
    return "\n\n".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Crews at the terminal last spring. Credit…Ole Berg/EPA, via Shutterstock", "caption"),
        ("Crews at the terminal.Credit...Ole Berg/Nordfoto", "caption"),
        ("Crews at the northern terminal. (AP Photo/Ole Berg)", "caption"),
        ("Crews at the terminal in spring. (Ole Berg/Reuters)", "caption"),
        ("Crews at the terminal in spring. REUTERS/Ole Berg/File Photo", "caption"),
        ("Crews at the terminal [Ole Berg/Al Jazeera]", "caption"),
        ("FILE - Crews at the terminal on May 3, 2021, as the first ship came in.", "caption"),
        ("Photograph: Ole Berg/AFP via Getty Images", "credit"),
        ("Photo by Ole Berg", "credit"),
        ("Ole Berg/Getty Images", "credit"),
        ("Liv Dahl contributed reporting.", "credit"),
        ("Liv Dahl and Per Moe contributed reporting from Bergen and Kiel.", "credit"),
        ("(Reporting by Liv Dahl; Editing by Per Moe)", "credit"),
        ("Additional reporting by Liv Dahl in Bergen", "credit"),
        ("This article was originally published by Fjord Letter.", "credit"),
        ("A version of this article appears in print on May 4, 2021, Section A, Page 4.", "credit"),
        ("Advertisement", "junk"),
        ("Share on Facebook Tweet", "junk"),
        ("Facebook | Twitter | WhatsApp | Email | Print", "junk"),
        ("We use cookies to improve your experience. By clicking accept you agree.", "junk"),
        ("© 2021 Fjord Letter. All rights reserved.", "junk"),
        ("Back to top", "junk"),
        ("4 min read", "junk"),
        ("* * *", "junk"),
        ("https://fjord.example/p/12", "junk"),
        ("READ MORE: Why the harbour froze", "promo"),
        ("Related: The harbour, explained", "promo"),
        ("Read the full report here.", "promo"),
        ("Sign up for our daily newsletter and get the news in your inbox", "promo"),
        ("Follow us on Twitter and Facebook", "promo"),
        ("Follow Liv Dahl on Twitter @livdahl.", "promo"),
        ("Story continues below advertisement", "promo"),
        ("Recommended Stories", "promo"),
        ("Tags: pipelines, North Sea, energy", "tag"),
        ("#pipelines #NorthSea #Енергія #能源", "tag"),
        ("🌳 # NorthSea # energy policy", "tag"),
        ("Leave a Reply", "comment"),
        ("Your email address will not be published.", "comment"),
        ("Please enter your name here", "comment"),
        ("Updated 3:14 PM EDT, Mon May 3, 2021", "dateline"),
        ("3 hours ago", "dateline"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["before", "among", "after"])
def test_furniture_is_marked_wherever_it_stands(
    tmp_path: Path, line: str, kind: str, place: str
) -> None:
    article = read_page(tmp_path, page(**{place: line}))
    marked = kinds(article)[line]
    assert marked == kind
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize(
    "sentence",
    [
        "The cookies that the bakers use are made with butter, the union said.",
        "Related industries in the north will suffer, she said, and so will the towns.",
        "Photographs by the dozen were shown to the court, the clerk said on Monday.",
        "Sources said the talks would go on.",
        "“Share this with your father,” he told her.",
        "He said: “Follow the money.”",
        "“Read more and talk less.”",
        "In a post tagged #pipelines, Ms. Brandt wrote that #Oslo was wrong to wait.",
        "Research by the Harbour Institute shows that forty ships wait each day.",
        "More than 20 people spoke; all of them were against the plan.",
        "The agency's report (a photo of which she posted) said the opposite.",
        "Mr. Vos of the news agency Reuters was there, the ministry said.",
        "By contrast, Ms. Brandt's critics say the cost has doubled.",
    ],
)
def test_sentences_with_the_same_words_stay_body(tmp_path: Path, sentence: str) -> None:
    article = read_page(tmp_path, page(among=sentence))
    assert texts(article) == [P1, P2, sentence, P3, P4]


def test_all_below_the_heading_of_comments_is_comment(tmp_path: Path) -> None:
    reader = "The minister told my cousin that it would never be built, and I believe him on that."
    article = read_page(tmp_path, page(after=f"2 Comments\n\nKarl says:\n\n{reader}\n\nReply"))
    assert texts(article) == PARAGRAPHS
    assert kinds(article)[reader] == "comment"


def test_a_link_to_the_comments_near_the_top_hides_nothing(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(before="12 Comments"))
    assert texts(article) == PARAGRAPHS


def test_headlines_of_other_articles_are_no_body(tmp_path: Path) -> None:
    others = "Related Articles\n\nMinister says the harbour will close\n\nFerries stop for the ice"
    article = read_page(tmp_path, page(among=others))
    assert texts(article) == PARAGRAPHS
    article = read_page(tmp_path, page(after=others))
    assert texts(article) == PARAGRAPHS


def test_teasers_below_a_list_heading_at_the_end_are_no_body(tmp_path: Path) -> None:
    teaser = (
        "The harbour will be closed by May, and the ferries will go with it, a minister warned."
    )
    article = read_page(tmp_path, page(after=f"You may also like\n\n{teaser}"))
    assert texts(article) == PARAGRAPHS


def test_a_line_in_another_script_behind_the_body_is_no_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(after="🌻 следите за нами в канале NorthSea@ 0"))
    assert texts(article) == PARAGRAPHS


def test_a_quotation_in_another_script_within_the_body_stays(tmp_path: Path) -> None:
    quoted = "«Мы ничего не подписывали и не собираемся», — сказал министр журналистам в четверг."
    article = read_page(tmp_path, page(among=quoted))
    assert quoted in texts(article)


def test_a_line_without_full_stop_between_paragraphs_is_a_heading(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(among="Who pays first"))
    assert texts(article, SegmentKind.HEADING) == ["Who pays first"]
    assert texts(article) == PARAGRAPHS


def test_items_of_a_list_that_a_sentence_opens_stay_body(tmp_path: Path) -> None:
    items = "Ms. Brandt said three things must happen:\n\nShip owners pay\n\nThe port is dredged"
    article = read_page(tmp_path, page(among=items))
    assert texts(article) == [P1, P2, *items.split("\n\n"), P3, P4]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_words_between_a_picture_marker_and_a_credit_are_a_caption(
    tmp_path: Path, gap: str
) -> None:
    caption = "Crews at the northern terminal, where the first ship came in"
    article = read_page(tmp_path, page(among=f"Image{gap}{caption}{gap}Credit…Ole Berg/EPA"))
    assert kinds(article)[caption] == "caption"
    assert texts(article) == PARAGRAPHS


def test_a_copy_of_a_caption_is_a_caption(tmp_path: Path) -> None:
    words = "Crews at the northern terminal, where the first ship came in."
    article = read_page(tmp_path, page(among=f"{words}\n\n{words} Credit…Ole Berg/EPA"))
    assert kinds(article)[words] == "caption"
    assert texts(article) == PARAGRAPHS


def test_a_paragraph_before_a_lone_credit_stays_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(among="Credit: Ole Berg/EPA"))
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO —",
        "OSLO (AP) —",
        "OSLO, May 3 (Reuters) -",
        "KYIV, Ukraine –",
        "NEW YORK, May 3, 2021 (UPI) —",
        "Oslo (AFP) –",
        "SÃO PAULO, Brazil —",
        "HONG KONG—",
    ],
)
def test_a_dateline_is_cut_off_its_paragraph(tmp_path: Path, dateline: str) -> None:
    space = "" if dateline.endswith("G—") else " "
    article = read_page(tmp_path, f"{TITLE}\n\n{dateline}{space}{BODY}")
    assert texts(article, SegmentKind.DATELINE) == [dateline]
    assert texts(article) == PARAGRAPHS


@pytest.mark.parametrize(
    "opening", ["AFL-CIO leaders", "A 5-year-old girl", "F-16 jets", "The EU - once keen -"]
)
def test_a_hyphen_makes_no_dateline(tmp_path: Path, opening: str) -> None:
    lead = f"{opening} said on Thursday that they would study the plan again before autumn."
    assert texts(read_page(tmp_path, f"{TITLE}\n\n{lead}\n\n{BODY}"))[0] == lead
