"""What the main clauses of a content tell of themselves: with reserve, or of what will come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from claims.extraction.cues.polarity import SEEMING, SOFT_MODALS
from claims.language.word_lists import rows, words

_FINITE: Final = frozenset({"VBZ", "VBD", "VBP", "MD"})
_SUBORDINATE: Final = frozenset({"relcl", "acl", "advcl", "csubj", "csubjpass"})
_FUTURE: Final = words("grammar/verbs", "future")
_NEGATION: Final = words("grammar/negation", "of a verb")
_SOFT_QUALITIES: Final = words("cues/soft_adjectives", "of a clause")
_OPENERS: Final = words("cues/opinions", "verbs")
_FIRST_PERSON: Final = frozenset({"i", "we"})
_OPINING: Final = rows("cues/opinions", "phrases")
_AHEAD: Final = words("cues/about_to", "adverbs")
_NEAR: Final = 4


class Clauses:
    """The main clauses of one content.

    Args:
        content: Its tokens, pieces in text order.
    """

    def __init__(self, content: Sequence[Token]) -> None:
        self.content = content
        self.inside = {token.i for token in content}
        roots = [t for t in content if t.head.i not in self.inside or t.head.i == t.i]
        self.roots = [t for t in roots if not t.is_punct]
        self.verbs = list(dict.fromkeys(self._main_verbs()))

    def hedged(self) -> bool:
        """Whether a main clause is put with reserve."""
        return (
            any(self._soft_verb(verb) for verb in self.verbs)
            or any(self._opines(token) for token in self._openings())
            or any(
                child.lower_ in words("cues/soft_adjectives") and child.dep_ == "amod"
                for root in self.roots
                for child in root.children
            )
        )

    def foretells(self, reported: bool) -> bool:
        """Whether a main clause is about what will come.

        Args:
            reported: The clause is put into a past speaker's mouth, where "would" was "will".
        """
        return any(self._future_verb(verb, reported) for verb in self.verbs)

    def _main_verbs(self) -> Iterator[Token]:
        main = [t for t in self.roots if _is_verb(t) and t.dep_ not in _SUBORDINATE]
        if not main:
            main = self._topmost()
        for verb in main:
            yield from self._with_joined(verb)

    def _topmost(self) -> list[Token]:
        """Finite verbs, or theirs, nearest the root, where the parse put a noun on top."""
        found = [
            (len(list(t.ancestors)), t.i, t.head if t.dep_ in ("aux", "auxpass") else t)
            for t in self.content
            if t.tag_ in _FINITE and not self._is_subordinate(t)
        ]
        return [min(found)[2]] if found else []

    def _is_subordinate(self, token: Token) -> bool:
        """Whether the token's clause, or one of the content around it, hangs on a word."""
        above = (t for t in (token, *token.ancestors) if t.i in self.inside)
        return any(t.dep_ in _SUBORDINATE for t in above)

    def _with_joined(self, verb: Token) -> Iterator[Token]:
        """The verb, those joined to it, and what "I think" or "is likely" opens."""
        yield verb
        for child in verb.children:
            if child.i not in self.inside:
                continue
            joined = child.dep_ == "conj" and _is_verb(child)
            opened = child.dep_ in ("ccomp", "parataxis") and self._is_opener(verb)
            if joined or opened or (child.dep_ == "ccomp" and child.i < verb.i):
                yield from self._with_joined(child)

    def _is_opener(self, verb: Token) -> bool:
        first = any(child.lower_ in _FIRST_PERSON for child in verb.children)
        return first and verb.lemma_.lower() in _OPENERS

    def _openings(self) -> Iterator[Token]:
        """The first word of the content and of every sentence in it."""
        plain = [token for token in self.content if not token.is_punct]
        for at, token in enumerate(plain):
            if at == 0 or token.is_sent_start or token.nbor(-1).text in ".!?":
                yield token

    def _opines(self, token: Token) -> bool:
        following = [t for t in token.doc[token.i : token.i + _NEAR] if t.i in self.inside]
        lower = [t.lower_ for t in following]
        if lower[0] in words("cues/soft_adverbs") or any(
            tuple(lower[: len(o)]) == o for o in _OPINING
        ):
            return True
        if lower[0] not in _FIRST_PERSON:
            return False
        rest = (t for t in following[1:] if t.tag_ not in ("RB", "MD") and t.lemma_ != "do")
        verb = next(rest, None)
        return verb is not None and verb.lemma_.lower() in _OPENERS and verb.tag_ in ("VBP", "VB")

    def _group(self, verb: Token) -> list[Token]:
        """The verb's auxiliaries and adverbs, also those that the parser hung elsewhere."""
        found = {c.i: c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")}
        at = verb.i - 1
        while at in self.inside and verb.doc[at].tag_ in ("MD", "RB", "TO"):
            if verb.doc[at].tag_ == "TO" and verb.doc[at].i not in found:
                break
            found[at] = verb.doc[at]
            at -= 1
        found[verb.i] = verb
        return [found[i] for i in sorted(found)]

    def _soft_verb(self, verb: Token) -> bool:
        group = self._group(verb)
        for at, token in enumerate(group):
            after = group[at + 1] if at + 1 < len(group) else None
            if token.tag_ == "MD" and token.lower_ in SOFT_MODALS:
                negated = after is not None and after.lower_ in _NEGATION
                if not (token.lower_ == "could" and negated):
                    return True
            if token.lower_ in words("cues/soft_adverbs") and token.tag_.startswith("RB"):
                return True
        if verb.lemma_.lower() in SEEMING:
            return True
        qualities = (c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd"))
        return any(c.lower_ in _SOFT_QUALITIES and c.i in self.inside for c in qualities)

    def _future_verb(self, verb: Token, reported: bool) -> bool:
        group = self._group(verb)
        modals = {token.lower_ for token in group if token.tag_ == "MD"}
        if modals & _FUTURE:
            return True
        if reported and modals & {"would", "'d", "’d"} and not self._counterfactual(verb, group):
            return True
        near = verb.doc[verb.i : verb.i + _NEAR + 1]
        for token in near:
            after = token.nbor(1) if token.i + 1 < len(token.doc) else token
            if (
                token.lower_ in words("cues/about_to")
                and after.lower_ == "to"
                and after.i in self.inside
            ):
                linked = token.i == verb.i or token.head.i == verb.i or verb.lemma_ == "be"
                if linked and not (token.lower_ == "going" and _goes_somewhere(after)):
                    return True
        return bool(modals & (SOFT_MODALS | {"can", "should"})) and any(
            child.lower_ in _AHEAD for child in verb.children
        )

    def _counterfactual(self, verb: Token, group: list[Token]) -> bool:
        """ "Would have won" and "would like" foretell nothing."""
        return verb.lemma_.lower() in ("like", "prefer") or any(
            token.lower_ in ("have", "'ve", "’ve") and token.i != verb.i for token in group
        )


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _goes_somewhere(to: Token) -> bool:
    """Whether "to" after "going" leads to a place and not to a verb."""
    return to.i + 1 < len(to.doc) and to.nbor(1).tag_ not in ("VB", "RB")
