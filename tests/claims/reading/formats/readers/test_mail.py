"""Messages: what their senders wrote, and what they quote of others."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from claims.article import Article, SegmentKind
from claims.reading import Options, ReadingError
from tests.claims.reading.formats.samples import (
    BODY,
    P1,
    P2,
    P3,
    TITLE,
    article,
    articles,
    outcomes,
    passed_over,
    texts,
    written,
)

HEAD = """\
From: Marit Solheim <marit@gazette.example>
To: desk@gazette.example
Subject: Re: Fwd: Ferry vote put off
Date: Wed, 3 May 2023 10:15:00 +0200
Message-ID: <one@gazette.example>
MIME-Version: 1.0
"""
PLAIN = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"


def mail(folder: Path, body: str, kind: str = PLAIN, name: str = "a.eml") -> Article:
    return article(written(folder, name, HEAD + kind + body))


def test_a_message_may_be_said_to_be_in_another_encoding_than_it_tells(tmp_path: Path) -> None:
    body = f"{BODY[0]} The café closed."
    path = written(tmp_path, "a.eml", (HEAD + PLAIN).encode() + body.encode("cp1252"))
    assert "The café closed." in article(path, Options(encoding="x-cp1252")).text


def test_headers_tell_title_sender_and_date(tmp_path: Path) -> None:
    found = mail(tmp_path, "\n\n".join(BODY))
    assert found.title == "Ferry vote put off"
    assert found.byline == ("Marit Solheim",)
    assert str(found.published.value) == "2023-05-03"
    assert found.published.evidence == ('Date of the message "Wed, 03 May 2023 10:15:00 +0200"')
    assert texts(found) == BODY


def test_a_mail_saved_as_text_is_a_mail(tmp_path: Path) -> None:
    assert mail(tmp_path, "\n\n".join(BODY), name="a.txt").title == "Ferry vote put off"


def test_html_is_read_where_there_is_no_plain_text(tmp_path: Path) -> None:
    markup = "".join(f"<p>{one}</p>" for one in BODY)
    quote = '<div class="gmail_quote"><p>On Tuesday he wrote: nobody will ever sign this.</p></div>'
    kind = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    found = mail(tmp_path, f"<html><body>{markup}{quote}</body></html>", kind)
    assert texts(found) == BODY
    assert texts(found, SegmentKind.COMMENT) == (
        "On Tuesday he wrote: nobody will ever sign this.",
    )


def test_each_message_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    second = HEAD.replace("<one@", "<two@").replace("Ferry vote", "Second vote")
    start = "From marit@gazette.example Wed May  3 10:15:00 2023\n"
    box = f"{start}{HEAD}{PLAIN}{P1}\n\n>From the quay {P2}\n\n{start}{second}{PLAIN}{P3}\n"
    path = written(tmp_path, "box.mbox", box)
    one, two = articles(path)
    assert (one.path, two.path) == (f"{path}#one@gazette.example", f"{path}#two@gazette.example")
    assert (one.title, two.title) == ("Ferry vote put off", "Second vote put off")
    assert texts(one)[1].startswith("From the quay")


def test_a_message_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="the message has no text"):
        outcomes(written(tmp_path, "a.eml", HEAD + PLAIN))


def test_a_sender_who_is_no_person_is_the_outlet(tmp_path: Path) -> None:
    letter = (HEAD + PLAIN + P1).replace("Marit Solheim <", "The Morning Courier <")
    found = article(written(tmp_path, "a.eml", letter))
    assert (found.byline, found.outlet) == ((), "The Morning Courier")


def test_an_encrypted_message_says_so(tmp_path: Path) -> None:
    kind = (
        'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x\n\n'
        "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n"
        "--x\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--x--\n"
    )
    with pytest.raises(ReadingError, match="the message is encrypted"):
        mail(tmp_path, "", kind)


def attached(folder: Path, *files: tuple[str, bytes], text: str = "See below.") -> Path:
    """A message as the standard library writes it, with files attached."""
    message = EmailMessage()
    message["From"] = "Marit Solheim <marit@gazette.example>"
    message["Subject"] = "Fwd: Ferry"
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return written(folder, "a.eml", message.as_bytes())


def test_what_is_attached_is_read(tmp_path: Path) -> None:
    page = f"# {TITLE}\n\nBy Karl Ness\n\n{P1}\n\n{P2}".encode()
    path = attached(tmp_path, ("story.md", page), ("seal.p7s", b"x"), text=P3)
    letter, story = articles(path)
    assert (letter.path, letter.format, texts(letter)) == (str(path), "e-mail", (P3,))
    assert (story.path, story.format) == (f"{path}#story.md", "Markdown")
    assert (story.title, story.byline, texts(story)) == (TITLE, ("Karl Ness",), (P1, P2))
    assert passed_over(path) == [".p7s"]


def test_a_message_that_only_brings_others_is_no_failure(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = '"Ness, Karl" <karl@gazette.example>', TITLE
    inner.set_content("\n\n".join(BODY))
    outer = EmailMessage()
    outer["From"] = "Marit Solheim <marit@gazette.example>"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    path = written(tmp_path, "a.eml", outer.as_bytes())
    found = article(path)
    assert (found.path, found.title, found.byline) == (f"{path}#1.eml", TITLE, ("Karl Ness",))
    assert texts(found) == BODY


def test_messages_within_each_other_are_opened_as_deep_as_archives_are(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("\n\n".join(BODY))
    for _ in range(4):
        outer = EmailMessage()
        outer.set_content("See below.")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(ReadingError, match="there is no article in it"):
        outcomes(written(tmp_path, "a.eml", message.as_bytes()))


FORWARDED = f"""\
Please read this.

---------- Forwarded message ---------
From: Ness, Karl <karl@council.example>
Date: Tue, May 2, 2023 at 9:00 AM
Subject: {TITLE}
To: <marit@gazette.example>


{P1}

{P2}
"""


def test_a_message_that_is_handed_on_is_an_article_of_its_sender(tmp_path: Path) -> None:
    path = written(tmp_path, "a.eml", HEAD.replace("Re: Fwd:", "Fwd:") + PLAIN + FORWARDED)
    found = article(path)
    assert (found.path, found.title, found.byline) == (
        f"{path}#forwarded",
        TITLE,
        ("Karl Ness",),
    )
    assert str(found.published.value) == "2023-05-02"
    assert texts(found) == (P1, P2)


@pytest.mark.parametrize("own", ["", f"<p>{P3}</p>"])
def test_so_is_one_that_is_handed_on_in_html_alone(tmp_path: Path, own: str) -> None:
    rule, _, body = FORWARDED.removeprefix("Please read this.\n\n").partition("\n\n\n")
    headers = rule.replace("<", "&lt;").replace("\n", "<br>")
    paragraphs = "".join(f"<p>{one}</p>" for one in body.strip().split("\n\n"))
    markup = f'{own}<div class="gmail_quote"><div>{headers}</div>{paragraphs}</div>'
    kind = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    path = written(tmp_path, "a.eml", HEAD.replace("Re: Fwd:", "Fwd:") + kind + markup)
    *letters, found = articles(path)
    assert [texts(one) for one in letters] == ([(P3,)] if own else [])
    assert (found.path, found.title, found.byline, str(found.published.value)) == (
        f"{path}#forwarded",
        TITLE,
        ("Karl Ness",),
        "2023-05-02",
    )
    assert texts(found) == (P1, P2)


def test_what_a_reply_quotes_is_no_article(tmp_path: Path) -> None:
    reply = HEAD + PLAIN + FORWARDED.replace("Please read this.", P3)
    found = article(written(tmp_path, "a.eml", reply))
    assert P3 in texts(found)
    assert P1 not in texts(found)
