"""Names in headlines that write every word with a capital: they confirm names, and make none.

"Delgado Joked, Aides Say" names nobody called Delgado Joked. What such a line may name is what the
running text names, or a part of that; what it alone has is no name, unless its form is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.language.folding import fold_letters
from claims.language.names import is_acronym
from claims.language.word_lists import words

_SMALL: Final = words("grammar/prepositions", "small in headlines")
_LONGEST_UNIT: Final = 4
_LONG_NAME: Final = 3
_GOING_ON: Final = 3


def in_heading(tokens: Tokens, token: int) -> bool:
    """Whether a token stands in a line that writes all but small words with a capital."""
    line = [word for word in tokens.line(token).split() if word[0].isalpha()]
    small = sum(word.islower() and word.strip(".,:;!?") not in _SMALL for word in line)
    return len(line) >= 4 and small <= 0.1 * len(line)


def confirmed(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those in headlines cut to what the running text names, or left out."""
    named = {at for mention in mentions for at in range(mention.start, mention.end)}
    heading = [m.kind is not NameKind.PLACE and _is_doubtful(tokens, m, named) for m in mentions]
    known: dict[tuple[str, ...], NameKind] = {}
    for mention, doubtful in zip(mentions, heading, strict=True):
        if not doubtful:
            known |= dict.fromkeys(_parts(tokens, mention), mention.kind)
    found = (
        _confirmed(tokens, mention, known) if doubtful else mention
        for mention, doubtful in zip(mentions, heading, strict=True)
    )
    return [mention for mention in found if mention is not None]


def _is_doubtful(tokens: Tokens, mention: Mention, named: Set[int]) -> bool:
    """Whether capitals alone make a name: in a headline, or in words that are all capitals."""
    shouted = " " in mention.text and mention.text.isupper()
    return shouted or in_heading(tokens, mention.start) or _goes_on(tokens, mention, named)


def _goes_on(tokens: Tokens, mention: Mention, named: Set[int]) -> bool:
    """Whether capitals of no name go on behind a long one, as in a headline inside of a sentence.

    "The email said “Ada Lind Joins Growing List of Critics Leaving Town” on Monday".
    """
    if mention.kind is not NameKind.PERSON or mention.end - mention.start < _LONG_NAME:
        return False
    capitals, at = 0, mention.end
    while at < len(tokens) and tokens.sent[at] == tokens.sent[mention.start]:
        if tokens.text[at][0].isupper():
            capitals += at not in named
        elif tokens.lower[at] not in _SMALL:
            break
        at += 1
    return capitals >= _GOING_ON


def _parts(tokens: Tokens, mention: Mention) -> Iterator[tuple[str, ...]]:
    """What a name may be shortened to: several of its words, and any one of a person's."""
    folded = _folded(tokens, mention.start, mention.end)
    person = mention.kind is NameKind.PERSON
    for first in range(len(folded)):
        for last in range(first + 1, len(folded) + 1):
            if person or last - first > 1 or len(folded) == 1:
                yield folded[first:last]


def _folded(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(fold_letters(tokens.text[i]) for i in range(start, end))


def _confirmed(
    tokens: Tokens, mention: Mention, known: dict[tuple[str, ...], NameKind]
) -> Mention | None:
    """The longest part of a headline's name that the running text knows."""
    size = mention.end - mention.start
    for length in range(size, 0, -1):
        for start in range(mention.start, mention.end - length + 1):
            kind = known.get(_folded(tokens, start, start + length))
            if kind is not None and any(c.isalnum() for c in tokens.text[start]):
                end = start + length
                if kind is NameKind.PERSON and start > mention.start:
                    start -= _is_given_name(tokens, start - 1)
                return replace(
                    mention, start=start, end=end, kind=kind, text=tokens.plain(start, end)
                )
    if mention.kind is NameKind.PERSON and size > 2 and _is_given_name(tokens, mention.start):
        end = mention.start + 2  # "Ada Lind Quits"
        mention = replace(mention, end=end, text=tokens.plain(mention.start, end))
    return mention if _has_form_of_name(tokens, mention) else None


def _has_form_of_name(tokens: Tokens, mention: Mention) -> bool:
    """Whether a name that only a headline has is one: "Ada Lind", "Tide Bureau", "RTQ"."""
    size, last = mention.end - mention.start, tokens.lower[mention.end - 1]
    if mention.kind is NameKind.PERSON:
        return mention.honorific or (size == 2 and _is_given_name(tokens, mention.start))
    unit = last in words("nouns/units") and 1 < size <= _LONGEST_UNIT
    acronym = is_acronym(mention.text) and not tokens.line(mention.start).isupper()
    return unit or acronym or fold_letters(mention.text).replace(" ", "-") in words("names/outlets")


def _is_given_name(tokens: Tokens, i: int) -> bool:
    word = fold_letters(tokens.text[i])
    return word in words("names/men") or word in words("names/women")
