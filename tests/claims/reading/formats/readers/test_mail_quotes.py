"""What a message quotes is none of its sender's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from tests.claims.reading.formats.readers.test_mail import mail
from tests.claims.reading.formats.samples import P1, P2, texts

LED = "On Tue, May 2, 2023 at 9:00 AM Bertil Ås"
QUOTED = "> " + "Nobody will ever sign, the mayor said on Friday, whatever the price is."
ORIGINAL = """\
-----Original Message-----
From: Bertil Ås <bertil@council.example>
Sent: Tuesday, May 2, 2023 9:00 AM
To: Marit Solheim
Subject: Ferry vote put off

Nobody will ever sign, the mayor said on Friday, whatever the price is.
"""


@pytest.mark.parametrize(
    "body",
    [
        f"{P1}\n\n{P2}\n\n{LED} <b@c.example> wrote:\n{QUOTED}\n",
        f"{P1}\n\n{P2}\n\n{LED}\n<b@c.example> wrote:\n\n{QUOTED}\n",
        f"{LED} <b@c.example> wrote:\n{QUOTED}\n\n{P1}\n\n{P2}\n",
        f"{P1}\n\n{QUOTED}\n\n{P2}\n",
        f"{P1}\n\n{P2}\n\n{ORIGINAL}",
    ],
    ids=["above", "two lines", "below", "between", "outlook"],
)
def test_what_is_quoted_is_none_of_the_senders_words(tmp_path: Path, body: str) -> None:
    found = mail(tmp_path, body)
    assert texts(found) == (P1, P2)
    said = " ".join(texts(found, SegmentKind.COMMENT))
    assert "Nobody will ever sign" in said


HTML = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
HEADERS = "<b>From:</b> Bertil Ås<br><b>Sent:</b> Tuesday 9:00 AM<br><b>To:</b> Marit Solheim"
SWEDISH = "<p>Från: Bertil Ås</p><p>Skickat: den 2 maj</p>"


@pytest.mark.parametrize(
    "headers",
    [
        f"<div style='border-top:solid'><p class=MsoNormal>{HEADERS}</p></div>",
        f'<hr><div id="divRplyFwdMsg">{HEADERS}</div>',
        f"<p>-----Original Message-----</p><p>{HEADERS}</p>",
        SWEDISH,
    ],
    ids=["outlook", "web", "ruled", "swedish"],
)
def test_what_stands_below_the_headers_of_another_message_is_quoted(
    tmp_path: Path, headers: str
) -> None:
    body = f"<p>{P1}</p><p>{P2}</p>{headers}<p>Nobody will ever sign, the mayor said.</p>"
    found = mail(tmp_path, body, HTML)
    assert texts(found) == (P1, P2)
    assert texts(found, SegmentKind.COMMENT)[-1] == "Nobody will ever sign, the mayor said."


def test_a_letter_that_tells_dates_quotes_nothing(tmp_path: Path) -> None:
    body = f"<p>{P1}</p><p>From: the mayor, without a date.</p><p>{P2}</p>"
    assert P2 in texts(mail(tmp_path, body, HTML))
