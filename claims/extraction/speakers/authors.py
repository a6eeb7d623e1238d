"""Who wrote the article, or a letter in it, where the text itself says so: whom "I" means."""

from __future__ import annotations

import re
from itertools import zip_longest
from operator import itemgetter
from typing import Final

from claims.claim import Speaker, SpeakerKind
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.language.word_lists import words

_BEING: Final = words("affiliations/verbs", "of authors")
# A line about the author stands at the end: "Ann Lee is a poet in Oslo."
_CLOSING_PART: Final = 0.8
_OPENING_LINES: Final = 600
_LONGEST_PLACE: Final = 4
_LINE: Final = re.compile(r"[^\n]+")
_HANDLE: Final = re.compile(r"@\w{2,}")


def find_author(tokens: Tokens, clusters: MentionClusters) -> MentionCluster | None:
    """The person a byline or a closing line names as the author; None if none does."""
    size = len(tokens.source)
    for mention in clusters.mentions:
        if mention.kind is not NameKind.PERSON or mention.end >= len(tokens):
            continue
        start = tokens.start[mention.start]
        if start < _OPENING_LINES and _after_by(tokens, mention.start):
            return clusters.cluster_of(mention)
        closing = start > _CLOSING_PART * size and " " in mention.text
        if closing and _opens_line(tokens, mention.start):
            cluster = clusters.cluster_of(mention)
            if tokens.lower[mention.end] in _BEING and cluster.mentions[0] is mention:
                return cluster
    return None


def find_signatures(
    tokens: Tokens, clusters: MentionClusters
) -> list[tuple[int, Speaker | MentionCluster]]:
    """Who signs the letters of a page of letters, each with the token of the signature.

    A signature is a line of its own: a full name above a line with a place ("Ann Lee" above
    "Oslo, Norway"), or before one ("Ann Lee, Oslo") where a page has several such lines or ends
    with one, or a handle ("@annlee").
    """
    found: list[tuple[int, Speaker | MentionCluster]] = []
    placed: list[tuple[int, MentionCluster]] = []
    lines = [one for one in _LINE.finditer(tokens.source) if one.group().strip()]
    for line, after in zip_longest(lines, lines[1:]):
        text = line.group().strip().rstrip(".")
        at, _ = tokens.find(line.start(), line.end())
        mention = clusters.mention_at(at)
        if _HANDLE.fullmatch(text):
            found.append((at, Speaker(text, SpeakerKind.PERSON)))
        elif mention is not None and _is_signed(tokens, clusters, mention, text, after):
            found.append((at, clusters.cluster_of(mention)))
        elif mention is not None and _is_signed_with_place(mention, text):
            placed.append((at, clusters.cluster_of(mention)))
    at_end = placed and lines[-1].start() <= tokens.start[placed[-1][0]]
    return sorted([*found, *(placed if len(placed) > 1 or at_end else [])], key=itemgetter(0))


def _is_signed_with_place(mention: Mention, line: str) -> bool:
    """Whether a line is a person’s full name and a place: "Ann Lee, Bergen, Norway"."""
    full = mention.kind is NameKind.PERSON and " " in mention.text
    name, comma, place = line.partition(", ")
    parts = place.replace(",", "").split()
    named = 0 < len(parts) <= _LONGEST_PLACE and all(one[0].isupper() for one in parts)
    return full and name == mention.text and bool(comma) and named


def _is_signed(
    tokens: Tokens,
    clusters: MentionClusters,
    mention: Mention,
    line: str,
    after: re.Match[str] | None,
) -> bool:
    """Whether a line is nothing but a person’s full name, with a place below."""
    full = mention.kind is NameKind.PERSON and " " in mention.text
    alone = full and mention.text.rstrip(".") == line
    return alone and after is not None and _is_place(tokens, clusters, after)


def _is_place(tokens: Tokens, clusters: MentionClusters, line: re.Match[str]) -> bool:
    """Whether a line is nothing but a place: "Oslo, Norway."."""
    at, _ = tokens.find(line.start(), line.end())
    mention = clusters.mention_at(at)
    place = mention is not None and mention.kind is NameKind.PLACE
    words = line.group().split()
    return len(words) <= 4 and (place or (len(words) > 1 and words[-2].endswith(",")))


def _opens_line(tokens: Tokens, i: int) -> bool:
    return i == 0 or "\n" in tokens.text[i - 1]


def _after_by(tokens: Tokens, i: int) -> bool:
    """Whether "By" alone stands before token ``i`` at the start of a line."""
    return i > 0 and tokens.text[i - 1] in ("By", "BY") and _opens_line(tokens, i - 1)
