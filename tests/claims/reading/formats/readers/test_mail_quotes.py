"""What a message quotes is none of its sender's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims.article import SegmentKind
from claims.reading.formats.documents import Part
from claims.reading.formats.readers.mail_quotes import quoted_message
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
APPLE = """\
<div>Begin forwarded message:</div><div><b>From: </b>Bertil Ås &lt;b@c.example&gt;</div>
<div><b>Subject: </b>Ferry</div><div><b>Date: </b>2 May 2023 at 9:00:00 CEST</div>"""
THUNDERBIRD = """\
-------- Forwarded Message --------<table><tr><th>Subject: </th><td>Ferry</td></tr>
<tr><th>Date: </th><td>Tue, 2 May 2023 09:00:00 +0200</td></tr>
<tr><th>From: </th><td>Bertil Ås</td></tr></table>"""
GMAIL = "---------- Forwarded message ---------<br>From: Bertil Ås<br>Date: 2 May 2023 at 9:00"
WROTE = "<p>On 2 May 2023, at 9:00, Bertil Ås &lt;b@c.example&gt; wrote:</p>"


@pytest.mark.parametrize(
    "headers",
    [
        f"<div style='border-top:solid'><p class=MsoNormal>{HEADERS}</p></div>",
        f'<hr><div id="divRplyFwdMsg">{HEADERS}</div>',
        f"<p>-----Original Message-----</p><p>{HEADERS}</p>",
        *(SWEDISH, APPLE, THUNDERBIRD, GMAIL, WROTE),
    ],
    ids=["outlook", "web", "ruled", "swedish", "apple", "thunderbird", "gmail", "wrote"],
)
def test_what_stands_below_the_headers_of_another_message_is_quoted(
    tmp_path: Path, headers: str
) -> None:
    body = f"<p>{P1}</p><p>{P2}</p>{headers}<p>Nobody will ever sign, the mayor said.</p>"
    found = mail(tmp_path, body, HTML)
    assert texts(found) == (P1, P2)
    assert texts(found, SegmentKind.COMMENT)[-1] == "Nobody will ever sign, the mayor said."


@pytest.mark.parametrize(
    "line",
    [
        "<p>From: the mayor, without a date.</p>",
        "<p>Date: May 2</p><p>From: the press office</p>",
        "<p>On Tuesday the mayor told us:</p>",
    ],
)
def test_a_letter_that_tells_dates_quotes_nothing(tmp_path: Path, line: str) -> None:
    body = f"<p>{P1}</p>{line}<p>{P2}</p>"
    assert P2 in texts(mail(tmp_path, body, HTML))


def test_a_file_made_of_headers_is_soon_read() -> None:
    asked = 0

    class Counted(list[Part]):
        def __getitem__(self, at: Any) -> Any:
            nonlocal asked
            asked += 1
            return super().__getitem__(at)

    parts = Counted(Part("To: everybody") for _ in range(2_000))
    assert quoted_message(parts) is None
    assert asked < 100 * len(parts)
