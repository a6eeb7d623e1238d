"""An archive of articles whose claims say what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Engine

from claims.article import Article, Segment, SegmentKind
from claims.claim import Claim, Phrase
from tests.db.archives import claim, spans, speaker
from tests.db.library import shelve


def article_about(
    name: str, contents: Mapping[str, tuple[str, ...]]
) -> tuple[Article, list[Claim]]:
    """An article, and a claim of Ada Lund's for each content with its phrases, which the article
    comes back to in the end."""
    text = "".join(f"Ada Lund said {content}.\n" for content in contents)
    text += f"So much for {', '.join(phrase for some in contents.values() for phrase in some)}.\n"
    body = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    found = []
    for content, phrases in contents.items():
        said = claim(
            text, content, cue="said", source="Ada Lund", speakers=[speaker(text, "Ada Lund")]
        )
        at = said.content[0].start
        placed = (spans(text[at:], phrase)[0] for phrase in phrases)
        found.append(
            replace(
                said,
                phrases=tuple(
                    Phrase(replace(span, start=at + span.start, end=at + span.end), words(phrase))
                    for span, phrase in zip(placed, phrases, strict=True)
                ),
            )
        )
    return Article(path=name, text=text, segments=(body,)), found


def words(phrase: str) -> tuple[str, ...]:
    """What a phrase is known by here: its words, without the last letter of a plural."""
    return tuple(word.removesuffix("s") for word in phrase.casefold().split())


def put(engine: Engine, name: str, contents: Mapping[str, tuple[str, ...]]) -> None:
    """Store an article with its claims."""
    shelve(engine, *article_about(name, contents))


QUAY = {
    "the harbour tunnel plan was dead": ("harbour tunnel plan",),
    "the Harbour Tunnel leaked, and a second harbour tunnel would too": (
        "Harbour Tunnel",
        "harbour tunnel",
    ),
}
DOCK = {
    "harbour tunnels cost lives": ("harbour tunnels", "lives"),
    "dredgers were idle": ("dredgers",),
}


def harbour(engine: Engine) -> None:
    """Fill an archive with both articles."""
    put(engine, "quay.txt", QUAY)
    put(engine, "dock.txt", DOCK)
