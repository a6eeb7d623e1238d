"""Labels in capitals before a colon: of who speaks in a transcript, or of a line ("UPDATE:").

A word that may be either is a speaker's where the article has such a name or where labels take
turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from claims.extraction.document.ranges import Range
from claims.extraction.parsing.noun_phrases import singular
from claims.extraction.parsing.tree import Tree
from claims.language.word_lists import sections, words

_LONGEST: Final = 8
_QUOTE_MARKS: Final = frozenset('"“‘«„')
_NAMES: Final = frozenset(("PERSON", "ORG"))
# Who speaks in turn does so twice, with somebody else, or more often.
_TURNS: Final = 2


@cache
def _of_lines() -> frozenset[str]:
    """Words that tell what a line is, or that are too common in news to be a name."""
    common = (words("comparison/common", step) for step in sections("comparison/common") if step)
    return words("cues/line_labels").union(*common)


def _tells_of_line(word: str) -> bool:
    return not {word, singular(word)}.isdisjoint(_of_lines())


def label_of(tree: Tree, start: int, end: int) -> Range | None:
    """The words before the colon with which a paragraph (tokens ``start`` to ``end``) begins.

    A transcript may be quoted as a whole: "RUIZ: No." "ITO: Why not?"
    """
    start += start < end and tree.doc[start].text in _QUOTE_MARKS
    for at in range(start + 1, min(start + _LONGEST, end - 1)):
        if tree.lower[at] == ":":
            return start, at
    return None


class Labels:
    """Says which labels in capitals are those of speakers: names of the article, and all in turn.

    Args:
        tree: Of the article, its entities known.
        paragraphs: Tokens of each, end-exclusive.
    """

    def __init__(self, tree: Tree, paragraphs: Iterable[Range]) -> None:
        self._tree = tree
        found = (label_of(tree, start, end) for start, end in paragraphs)
        labels = [one if one and self.in_capitals(one) else None for one in found]
        names = {self._name(one) if one else "" for one in labels} - {""}
        self._places: set[str] = set()
        if not names:
            self._speaking: set[str] = set()
            return
        written = [self._name(one) if one else "" for one in labels]
        # "NORVIK: The mayor …" tells where an article was written that has no other label.
        alone = len(written) > _TURNS and written[0] and not any(written[1:])
        if alone and tree.lower.count(written[0]) == 1:
            self._places = names
        counts = Counter(filter(None, written))
        named = {one for one in names if not _tells_of_line(one)}
        named |= names & {tree.lower[i] for i, kind in enumerate(tree.entity) if kind in _NAMES}
        again = {one for one, count in counts.items() if count >= _TURNS}
        often = {one for one, count in counts.items() if count > _TURNS}
        speaking = named | (again if len(again | named) >= _TURNS else often)
        # "MODERATOR" says but one thing, between what others say.
        between = zip(written[1:-1], written, written[2:], strict=False)
        beside = {one for one, *around in between if one and speaking.issuperset(around)}
        self._speaking = (speaking | beside) - self._places

    def in_capitals(self, label: Range) -> bool:
        """Whether all words of tokens ``label`` are in capitals."""
        written = [word for i in range(*label) if (word := self._tree.doc[i].text)[0].isalpha()]
        return bool(written) and all(word.isupper() for word in written)

    def may_speak(self, label: Range) -> bool:
        """Whether a label may be a speaker's; one that is not in capitals may."""
        name = self._name(label) if self.in_capitals(label) else ""
        tells_of_line = name in self._places or _tells_of_line(name)
        return name in self._speaking or not tells_of_line

    def _name(self, label: Range) -> str:
        """The last word of a label, by which "ANA RUIZ" and "RUIZ" are one."""
        words = [i for i in range(*label) if self._tree.doc[i].text[0].isalpha()]
        return self._tree.lower[words[-1]]
