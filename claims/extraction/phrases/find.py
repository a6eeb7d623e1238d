"""Noun phrases as an index has them: modifiers and head, with what "of" adds to a name.

Determiners, possessors, people, dates and amounts are no part of one: "the two leaders’ talks in
Oslo on Monday" has "talks" and "Oslo".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from claims.extraction.document.ranges import Range
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import NOUNS
from claims.language.folding import fold_letters
from claims.language.word_lists import words

NAMES: Final = frozenset(("NNP", "NNPS"))
"""Tags of words in names."""
_OPENING: Final = NOUNS | {"JJ", "AFX"}
_INNER: Final = _OPENING | {"VBN", "VBG", "HYPH", "CD"}
_NO: Final = "no"
_MARKS: Final = frozenset("“”\"‘’'")
# Tagged as nouns, and yet no topic.
_NEGLECTED: Final = words("grammar/pronouns", "no name").union(
    *(words("names/honorifics", section) for section in ("men", "women", "either"))
) - {_NO}


def find_phrases(tokens: Tokens, part: Range, barred: Collection[int]) -> Iterator[Range]:
    """The noun phrases in a range of tokens, in order.

    Args:
        tokens: Of the article.
        part: Where to look.
        barred: Tokens that are part of none.
    """
    at, limit = part
    while at < limit:
        end = _end(tokens, at, limit, barred)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def words_of(tokens: Tokens, lemmas: Collection[str], phrase: Range) -> tuple[str, ...]:
    """What spellings of a phrase have in common: see `claims.claim.Phrase`.

    Args:
        tokens: Of the article.
        lemmas: Of each of the phrase's tokens.
        phrase: Tokens.
    """
    found = []
    for i, lemma in zip(range(*phrase), lemmas, strict=True):
        word = fold_letters(lemma if tokens.tag[i] == "NNS" else tokens.lower[i])
        if tokens.tag[i] == "NNPS" and phrase[1] - phrase[0] == 1:
            # As one of several, a word is a name or not by chance: "Democrats".
            word = word.removesuffix("s")
        if any(map(str.isalnum, word)):
            found.append(word)
    return tuple(found)


def _end(tokens: Tokens, start: int, limit: int, barred: Collection[int]) -> int:
    """Where the phrase that begins at a token ends; its start if none does."""
    if not _opens(tokens, start, limit) or start in barred:
        return start
    end = start
    for i in range(start, limit):
        tag = tokens.tag[i]
        inner = tag in _INNER or i == start or _is_mark(tokens, i, limit)
        if not inner or i in barred or tokens.lower[i].rstrip(".") in _NEGLECTED:
            break
        if tag in NOUNS or (tag == "CD" and i > start and tokens.tag[i - 1] in NAMES):
            end = i + 1
    if end > start and end + 1 < limit and tokens.lower[end] == "of":
        named = tokens.tag[end - 1] in NAMES and tokens.tag[end + 1] in NAMES
        if named and end + 1 not in barred:
            return max(end, _end(tokens, end + 1, limit, barred))
    return end


def is_whole(tokens: Tokens, phrase: Range) -> bool:
    """Whether no word may be left out at the beginning: a name’s, or the "no" of what is quoted."""
    return tokens.tag[phrase[0]] in NAMES or tokens.lower[phrase[0]] == _NO


def _opens(tokens: Tokens, i: int, limit: int) -> bool:
    """Whether a phrase may begin with a token; "no" is a part of what is in marks."""
    if tokens.tag[i] in _OPENING:
        return tokens.text[i][0].isalnum() and _MARKS.isdisjoint(tokens.text[i])
    marked = i > 0 and tokens.text[i - 1] in _MARKS and i + 1 < limit
    return marked and tokens.lower[i] == _NO and tokens.tag[i + 1] in NOUNS


def _is_mark(tokens: Tokens, i: int, limit: int) -> bool:
    """Whether a token is a quotation mark between words of one phrase."""
    return tokens.text[i] in _MARKS and i + 1 < limit and tokens.tag[i + 1] in NOUNS
