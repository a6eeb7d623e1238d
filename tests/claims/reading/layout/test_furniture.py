"""Lines of pages known by their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.reading.layout.lines import page
from tests.claims.reading.samples import P1, P2, P3, P4, PARAGRAPHS, kinds, read_page, texts


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
        ("© Fjord Letter. For reprints ask Liv Dahl, who says yes to most.", "junk"),
        ("(Page 2 of 3)", "junk"),
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
