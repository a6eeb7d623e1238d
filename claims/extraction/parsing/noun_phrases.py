"""Noun phrases by their surface: determiner, possessor, modifiers, head.

The small models' parses go wrong most where news prose needs them, in long appositions and stacked
titles; a noun phrase read off the tags from left to right is steadier there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims.extraction.document.tokens import Tokens
from claims.language.word_lists import words

NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
_MODIFIERS: Final = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH", "AFX"}
_DETERMINERS: Final = frozenset(("DT", "PDT", "PRP$", "WP$"))
_NEGLECTED: Final = words("grammar/adverbs", "before noun phrases")


AFTER_ROLES: Final = words("affiliations/roles", "behind roles")
_PARTICLES: Final = words("grammar/adverbs", "particles")
_PLURALS: Final = words("nouns/people", "plurals")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase without what follows its head; token numbers, end-exclusive.

    Args:
        start: Of the phrase.
        core: Where modifiers and head begin, after determiner and possessor.
        head: The last noun.
        possessor: Tokens before ’s, or a possessive pronoun; None if there is none.
    """

    start: int
    core: int
    head: int
    possessor: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """One past the head."""
        return self.head + 1


def singular(word: str) -> str:
    """A guess at the singular of a lower-case noun."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_role(word: str) -> bool:
    """Whether a lower-case noun, in singular or plural, says what a person is."""
    if word in words("nouns/roles") or singular(word) in words("nouns/roles"):
        return True
    last = word.rsplit("-", 1)[-1]
    if last != word and last:
        return is_role(last)
    word = singular(word)
    trades = ("spokesman", "spokeswoman", "maker", "monger", "surgeon")
    return word.endswith(trades) or (word.endswith("ist") and len(word) > 6)


def is_agent(noun: str) -> bool:
    """Whether a noun is formed as for who does something: "the smelter", but not "the letter"."""
    if len(noun) < 5 or noun in words("nouns/things"):
        return False
    return noun.endswith(("er", "or", "ee", "ist", "eur", "man", "woman", "surgeon", "alike"))


def head_word(tokens: Tokens, head: int) -> str:
    """The lower-case noun at ``head``; of "editor-in-chief" the part that is a role."""
    first = head
    while first > 1 and tokens.text[first - 1] in "-‑" and tokens.glued[first - 1]:
        first -= 2
    word = tokens.lower[head]
    if word in AFTER_ROLES and head:
        return tokens.lower[head - 1]
    acts = word in _PARTICLES and not tokens.lower[first].endswith("er")
    role = is_role(tokens.lower[first]) and not is_role(word) and not acts
    return tokens.lower[first] if role else word


def is_plural(tokens: Tokens, head: int) -> bool:
    """Whether the noun at ``head`` is in the plural."""
    word = tokens.lower[head]
    if tokens.tag[head] in ("NNS", "NNPS") or word in _PLURALS:
        return True
    return tokens.tag[head] == "NNP" and singular(word) != word and is_role(word)


def parse_nominal(tokens: Tokens, start: int, limit: int) -> Nominal | None:
    """The noun phrase that begins at token ``start``; None if none does before ``limit``."""
    reader = _Reader(tokens, start, limit)
    reader.run()
    if reader.head is None:
        return None
    return Nominal(start, reader.core, reader.head, reader.possessor)


class _Reader:
    """Reads one noun phrase from left to right."""

    def __init__(self, tokens: Tokens, start: int, limit: int) -> None:
        self.tokens, self.start, self.limit = tokens, start, limit
        self.core = start
        self.head: int | None = None
        self.possessor: tuple[int, int] | None = None

    def run(self) -> None:
        at = self.start
        while at < self.limit and self._takes(at):
            at += 1

    def _takes(self, at: int) -> bool:
        """Whether token ``at`` goes on with the phrase; notes what it adds."""
        tag = self.tokens.tag[at]
        opens = self.tokens.text[at] in "-‑" and self.head is not None and self._in_compound(at + 1)
        if opens or self._in_compound(at):
            return True
        if tag in _DETERMINERS:
            return self._determiner(at)
        if tag == "POS":
            if self.head is None:
                return False
            self.possessor, self.core, self.head = (self.core, at), at + 1, None
            return True
        if tag in NOUNS or (tag == "JJ" and self._is_standing(at)):
            self.head = at
            return True
        if self.tokens.lower[at] == "including":
            return False
        if tag in ("VBN", "VBG") and self.head is not None:
            return self._between_nouns(at)
        if tag in _MODIFIERS:
            return self.head is None or self._between_nouns(at)
        if self._is_glue(at):
            return True
        if tag in ("RB", "RBR", "RBS", "IN") and self.head is None:
            return self._leads_in(at)
        return tag == "CC" and self._joins_modifiers(at)

    def _in_compound(self, at: int) -> bool:
        """Whether token ``at`` stands inside hyphens: "editor-in-chief"."""
        tokens = self.tokens
        if at <= self.start or at + 1 >= self.limit or tokens.tag[at] not in ("IN", "TO", "VBN"):
            return False
        return tokens.text[at - 1] in "-‑" and tokens.text[at + 1] in "-‑" and tokens.glued[at]

    def _determiner(self, at: int) -> bool:
        if self.head is not None or (at > self.start and self.tokens.tag[at - 1] in _MODIFIERS):
            return False
        self.core = at + 1
        if self.tokens.tag[at] in ("PRP$", "WP$"):
            self.possessor = (at, at + 1)
        return True

    def _is_standing(self, at: int) -> bool:
        """Whether an adjective ends the phrase as a noun: "a high school senior"."""
        after = self.tokens.tag[at + 1] if at + 1 < self.limit else ""
        return after not in _MODIFIERS and is_role(self.tokens.lower[at])

    def _is_glue(self, at: int) -> bool:
        """A hyphen inside a word, or a space that is no break."""
        if self.tokens.is_space(at):
            return "\n" not in self.tokens.text[at]
        between = at > self.start and at + 1 < self.limit
        word = self.tokens.text[at]
        if word in "-–/‑&" or word == "’":
            joined = self.tokens.glued[at - 1] and self.tokens.glued[at] if at else False
            return between and (joined or word == "&")
        # A term in quotation marks may stand before the head: the "shadow" minister.
        if word not in "\"“”‘’``''" or not between:
            return False
        opened = any(w in '"“‘``' for w in self.tokens.text[self.start : at])
        return self.head is None or (opened and self.tokens.tag[at + 1] in NOUNS)

    def _between_nouns(self, at: int) -> bool:
        """Whether a modifier after a noun still stands before the head."""
        after = at + 1
        while after < self.limit and (
            self.tokens.tag[after] in ("JJ", "VBN", "HYPH") or self._is_glue(after)
        ):
            after += 1
        hyphened = at > 0 and self.tokens.text[at - 1] in "-–‑" and self.tokens.glued[at - 1]
        follows = after < self.limit and self.tokens.tag[after] in NOUNS
        # "the U.K. managing director", but not "a delegate supporting Lee"
        before = self.tokens.dep[at] in ("amod", "compound") and self.tokens.tag[at] == "VBG"
        before = before and is_role(self.tokens.lower[self.tokens.head[at]])
        return follows and (hyphened or before or self.tokens.tag[at] in ("JJ", "CD", "HYPH"))

    def _leads_in(self, at: int) -> bool:
        if self.tokens.lower[at] not in _NEGLECTED and self.tokens.tag[at] == "IN":
            return False
        after = at + 1
        return after < self.limit and self.tokens.tag[after] in _MODIFIERS | _DETERMINERS

    def _joins_modifiers(self, at: int) -> bool:
        """Whether "and" joins modifiers of one role ("trade and investment minister")."""
        if self.head is None:
            after = at + 1
            return after < self.limit and self.tokens.tag[after] in ("JJ", "VBN", "NN")
        if is_role(self.tokens.lower[self.head]) or self.tokens.tag[self.head] != "NN":
            return False
        after = at + 1
        while after < self.limit and self.tokens.tag[after] in ("JJ", "NN", "HYPH"):
            if self.tokens.tag[after] == "NN" and is_role(self.tokens.lower[after]):
                return after > at + 1
            after += 1
        return False
