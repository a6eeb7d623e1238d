"""What a name names, by the words it stands among and by its other mentions in the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.headings import in_heading
from claims.language.countries import governed_from
from claims.language.folding import fold_letters
from claims.language.names import organization_words
from claims.language.word_lists import words

_LOOSE_UNITS: Final = words("nouns/units", "loose")
_OF_TWO_WORDS: Final = words("names/outlets", "bodies of two words")
_LONGEST: Final = 8
_SHORT: Final = 2
_BEFORE_NOUNS: Final = frozenset(("compound", "nmod", "npadvmod", "poss"))


def known_kinds(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, organizations named for a person whole, outlets and given names told apart.

    Args:
        tokens: The article.
        mentions: In text order, not overlapping.
    """
    bodies = _with_bodies(tokens, _named_after(tokens, mentions))
    whole = _capitals(_outlets(_with_article(tokens, bodies)))
    return _unseen(tokens, whole)


def _named_after(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with "the Ada Lind Foundation" and "North Coast Public Radio" whole."""
    out: list[Mention] = []
    for mention in mentions:
        start = _whole_start(tokens, mention)
        if start < mention.start:
            while out and out[-1].end > start:
                start = min(start, out.pop().start)
            text = tokens.plain(start, mention.end)
            mention = replace(mention, start=start, text=text)
        out.append(mention)
    return out


def _whole_start(tokens: Tokens, mention: Mention) -> int:
    """Where an organization's name begins, with the capitalised words hung on its last word."""
    last = mention.end - 1
    unit = tokens.lower[last]
    if mention.kind is not NameKind.ORGANIZATION or unit not in words("nouns/units") | {"radio"}:
        return mention.start
    if (unit in _LOOSE_UNITS and mention.start != last) or in_heading(tokens, last):
        return mention.start
    if not tokens.text[last][0].isupper():
        return mention.start
    start = mention.start
    while start > 0 and last - start < _LONGEST and _belongs(tokens, start - 1, start, last):
        start -= 1
    return start


def _belongs(tokens: Tokens, i: int, start: int, last: int) -> bool:
    """Whether token ``i`` is part of the name that the parse hangs on ``start`` to ``last``."""
    if tokens.tag[i] not in ("NNP", "NNPS") or not tokens.text[i][0].isupper():
        return False
    return tokens.dep[i] in ("compound", "nmod") and start <= tokens.head[i] <= last


def _with_article(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with a "person" made an organization whose several names always have "the".

    "The Harbour Observer" is none; "the Ann Lee campaign" is called after one.
    """
    persons = [m for m in mentions if m.kind is NameKind.PERSON and " " in m.text]
    organizations = {fold_letters(m.text) for m in persons} - {
        fold_letters(m.text)
        for m in persons
        if tokens.lower[m.start - 1] != "the" or tokens.dep[m.end - 1] in _BEFORE_NOUNS
    }
    return [
        replace(m, kind=NameKind.ORGANIZATION)
        if m.kind is NameKind.PERSON and fold_letters(m.text) in organizations
        else m
        for m in mentions
    ]


def _with_bodies(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with well-known bodies of two words whole: "Downing Street"."""
    found = [
        Mention(i, i + 2, NameKind.ORGANIZATION, tokens.plain(i, i + 2))
        for i in range(len(tokens) - 1)
        if tokens.text[i][0].isupper() and _slug(tokens.plain(i, i + 2)) in _OF_TWO_WORDS
    ]
    kept = [m for m in mentions if not any(b.start <= m.start < b.end for b in found)]
    taken = {i for m in kept for i in range(m.start, m.end)}
    return sorted([*kept, *(b for b in found if b.start not in taken)], key=lambda m: m.start)


def _outlets(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the names of well-known outlets and bodies made organizations."""
    return [
        replace(m, kind=NameKind.ORGANIZATION) if _is_known_organization(m) else m for m in mentions
    ]


def _is_known_organization(mention: Mention) -> bool:
    slug = _slug(mention.text)
    if mention.honorific or mention.kind is NameKind.ORGANIZATION:
        return False
    if mention.kind is NameKind.PERSON and slug in words("names/outlets"):
        return True
    letters = slug.replace(".", "")
    # "Un" may be somebody's name.
    written = len(letters) > _SHORT or mention.text.isupper()
    return written and letters in words("names/outlets", "bodies")


def _capitals(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with the name of a capital made a place, whatever the model took it for."""
    return [
        replace(m, kind=NameKind.PLACE)
        if m.kind is NameKind.ORGANIZATION and governed_from(organization_words(m.text))
        else m
        for m in mentions
    ]


def _slug(text: str) -> str:
    return fold_letters(text).replace(" ", "-")


def _unseen(tokens: Tokens, mentions: list[Mention]) -> list[Mention]:
    """The mentions, and a known organization's name of one word where the model saw none."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    organizations = {
        m.text for m in mentions if m.kind is NameKind.ORGANIZATION and m.text.isalpha()
    }
    organizations -= {m.text for m in mentions if m.kind is not NameKind.ORGANIZATION}
    small = {text for text in tokens.text if text.islower()}
    known = {text for text in organizations if len(text) > 3 and text.lower() not in small}
    added = [
        Mention(i, i + 1, NameKind.ORGANIZATION, text)
        for i, text in enumerate(tokens.text)
        if i not in taken and tokens.tag[i] in ("NN", "NNP", "NNS", "NNPS")
        if text in known
    ]
    return sorted([*mentions, *added], key=lambda m: m.start)
