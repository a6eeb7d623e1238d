"""Names of persons, organizations and places as an article mentions them.

The model's entities are the ground; runs of capitalised words repair their edges: titles and
honorifics before a name, initials, particles, hyphens, nicknames in quotation marks.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import is_role
from claims.language.countries import demonyms
from claims.language.folding import fold_letters
from claims.language.names import honorific_gender, is_acronym, is_honorific
from claims.language.word_lists import words

_ORGANIZATION_LABELS: Final = frozenset(("ORG", "FAC", "PRODUCT", "WORK_OF_ART"))
_PLACE_LABELS: Final = frozenset(("GPE", "LOC"))
_NEVER_NAMES: Final = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY")
)
_ARTICLES: Final = words("grammar/pronouns", "articles")
_IN_NAMES: Final = words("grammar/prepositions", "in names of organizations")
_BEHIND_NAMES: Final = words("grammar/prepositions", "behind names")
_FIELD_TAGS: Final = frozenset(("NNP", "NNPS", "JJ"))
_BEFORE_GIVEN_NAMES: Final = words("names/honorifics", "before given names")
_TIED: Final = words("names/particles") | words("names/particles", "in whole names")
_PARTIES: Final = frozenset("DRI")
_OPENING: Final = frozenset('"“‘``')
_CLOSING: Final = frozenset("\"”’''")


def find_mentions(doc: Doc, tokens: Tokens) -> list[Mention]:
    """Every name of the document, in text order, not overlapping."""
    return _Finder(doc, tokens).find()


def is_title(tokens: Tokens, i: int) -> bool:
    """Whether token ``i`` is written as a title before a name ("Gov.", "President")."""
    word = tokens.lower[i]
    if not tokens.text[i][:1].isupper():
        return False
    return word in words("names/titles") or word.rsplit("-", 1)[-1] in words("names/titles")


class _Finder:
    def __init__(self, doc: Doc, tokens: Tokens) -> None:
        self.tokens = tokens
        self.label = [""] * len(tokens)
        self.entity = [-1] * len(tokens)
        self.spans = [(span.start, self._colon(span.start, span.end)) for span in doc.ents]
        for number, span in enumerate(doc.ents):
            for i in range(span.start, span.end):
                self.label[i], self.entity[i] = span.label_, number

    def _colon(self, start: int, end: int) -> int:
        """``end``, or where a colon ends the name of who speaks in a transcript."""
        return next((i for i in range(start, end) if self.tokens.text[i] == ":"), end)

    def find(self) -> list[Mention]:
        persons: list[Mention] = []
        spans = [(start, self._with_field(start, end)) for start, end in self.spans]
        others = [m for start, end in spans if (m := self._other(start, end))]
        at, size = 0, len(self.tokens)
        while at < size:
            if not self._is_name_word(at):
                at += 1
                continue
            end = self._run_end(at)
            if self._is_party_and_seat(at):
                at = end
                continue
            if self._is_firm(at):
                text = self.tokens.plain(at, at + 3)
                others.append(Mention(at, at + 3, NameKind.ORGANIZATION, text))
                at += 3
                continue
            person = self._person(self._name_start(at, end), at, end)
            if person:
                persons.append(person)
                end = max(person.end, at + 1)
            elif (whole := self._whole_run(at, end)) is not None:
                others.append(whole)
            at = end
        return _disjoint(persons, others)

    def _is_party_and_seat(self, i: int) -> bool:
        """Whether "D-Springfield" begins at token ``i``."""
        hyphen = i + 2 < len(self.tokens) and self.tokens.text[i + 1] in "-‑"
        return hyphen and self.tokens.text[i] in _PARTIES and self.tokens.glued[i]

    def _is_firm(self, i: int) -> bool:
        """Whether "Pratt & Lind" begins at token ``i``, a firm by two names."""
        if i + 2 >= len(self.tokens) or self.tokens.text[i + 1] != "&":
            return False
        longer = i + 3 < len(self.tokens) and self._is_name_word(i + 3)
        alone = (
            i == 0
            or not self._is_name_word(i - 1)
            or self.tokens.sent[i - 1] != self.tokens.sent[i]
        )
        return alone and not longer and self._is_name_word(i + 2)

    def _with_field(self, start: int, end: int) -> int:
        """One past an organization's field: "the Committee on Tides", "Institute of Marine Law"."""
        tokens = self.tokens
        if end - start > 1 and tokens.lower[end - 1] in _IN_NAMES:
            end -= 1  # the model broke off there
        end = self._with_circuit(end, start)
        if end + 1 >= len(tokens) or tokens.lower[end - 1] not in words("nouns/units"):
            return end
        if self.label[start] != "ORG" or tokens.lower[end] not in _IN_NAMES:
            return end
        at = end + 1 + (tokens.lower[end + 1] == "the")
        first = at
        while at < len(tokens) and tokens.text[at][0].isupper() and tokens.tag[at] in _FIELD_TAGS:
            if self.label[at] in _NEVER_NAMES or self.label[at] == "PERSON":
                return end
            at += 1
        return at if at > first else end

    def _with_circuit(self, end: int, start: int) -> int:
        """Past a court's circuit or district: "the Court of Appeals for the 3rd Circuit"."""
        tokens = self.tokens
        if "court" not in tokens.lower[start:end] or tokens.lower[end : end + 2] != ["for", "the"]:
            return end
        for at in range(end + 2, min(end + 6, len(tokens))):
            if tokens.lower[at] in ("circuit", "district"):
                return at + 1
        return end

    def _is_name_word(self, i: int) -> bool:
        text = self.tokens.text[i]
        if not text[0].isupper() or self.label[i] in _NEVER_NAMES or text == "I":
            return False
        if self.tokens.tag[i] in ("NNP", "NNPS"):
            return True
        if self.label[i] in ("PERSON", "ORG", "GPE", "FAC"):
            return self.tokens.lower[i] not in _ARTICLES | {"mr"}
        inside = i > 0 and self.tokens.sent[i - 1] == self.tokens.sent[i]
        return inside and self.tokens.tag[i] in ("NN", "NNS") and not self.tokens.quoted[i]

    def _run_end(self, start: int) -> int:
        """One past a run of name words with what may stand between them."""
        at, size = start + 1, len(self.tokens)
        while at < size and self.tokens.sent[at] == self.tokens.sent[start]:
            if self._is_name_word(at):
                at += 1
            elif self._joins(at):
                at += 2
            elif self._is_particle(at) and at + 1 < size and self._is_particle(at + 1):
                at += 1 + self._joins(at + 1)  # "van der Meer"
            elif self._is_tied_particle(at):
                at += 2
            elif self._is_nickname(at):
                at += 3
            else:
                break
        return at

    def _joins(self, i: int) -> bool:
        """Whether token ``i`` joins the name words at its sides."""
        if i + 1 >= len(self.tokens):
            return False
        text = self.tokens.text[i]
        if text in "-‑":
            # "Ivy League-trained" is no name.
            tied = self.tokens.glued[i - 1] and self.tokens.glued[i]
            return tied and self.tokens.tag[i + 1] != "VBN"
        if self.tokens.is_space(i):
            return "\n" not in text and self._is_name_word(i + 1)
        if text == ".":
            return len(self.tokens.text[i - 1]) == 1 and self._is_name_word(i + 1)
        return self._is_particle(i) and self._is_name_word(i + 1)

    def _is_tied_particle(self, i: int) -> bool:
        """Whether token ``i`` is tied to the name behind it: "Omar al-Masri"."""
        if i + 2 >= len(self.tokens) or self.tokens.text[i + 1] not in "-‑":
            return False
        small = self.tokens.text[i].islower() and self.tokens.lower[i] in _TIED
        return small and self._joins(i + 1) and self._is_name_word(i + 2)

    def _is_particle(self, i: int) -> bool:
        text = self.tokens.text[i]
        return text.islower() and fold_letters(text) in words("names/particles")

    def _is_nickname(self, i: int) -> bool:
        """Whether a single quoted name word stands at ``i``, between two others."""
        if i + 3 >= len(self.tokens) or self.tokens.text[i] not in _OPENING:
            return False
        middle = self._is_name_word(i + 1) and self.tokens.text[i + 2] in _CLOSING
        return middle and self._is_name_word(i + 3)

    def _name_start(self, start: int, end: int) -> int:
        """Where a person's name could begin in a run: after the last title or honorific."""
        for i in range(end - 2, start - 1, -1):
            lower = self.tokens.lower[i]
            if self.tokens.text[i + 1] in "-‑" and self.tokens.glued[i]:
                continue  # "Ada Judge-Lind"
            if is_honorific(lower):
                return i + 1
            if is_title(self.tokens, i):
                return i + 1
        return start

    def _is_initial(self, i: int) -> bool:
        return len(self.tokens.text[i].rstrip(".")) == 1

    def _person(self, name: int, start: int, end: int) -> Mention | None:
        """The person that the run names from ``name`` on, if it names one."""
        while name < end and self.tokens.is_space(name):
            name += 1
        if name == start:
            name = start = self._particles_before(name)
        lead = name - 1
        while lead > 0 and self.tokens.is_space(lead):
            lead -= 1
        addressed = lead >= 0 and is_honorific(self.tokens.lower[lead])
        titled = addressed or (name > start and is_title(self.tokens, lead))
        labelled = [i for i in range(name, end) if self.label[i] == "PERSON"]
        if labelled and not titled:
            name, end = self._by_entity(labelled, name, end)
        if end <= name or not self._is_person(name, end, bool(labelled), addressed, titled):
            return None
        text = self.tokens.plain(name, end)
        gender = honorific_gender(self.tokens.lower[lead]) if addressed else None
        by_surname = addressed and self.tokens.lower[lead] not in _BEFORE_GIVEN_NAMES
        return Mention(name, end, NameKind.PERSON, text, gender, by_surname)

    def _particles_before(self, name: int) -> int:
        """Where "al-Masri", or "van der Meer" after "Mr.", begins, else ``name``."""
        if name > 1 and self._is_tied_particle(name - 2):
            return name - 2
        at = name
        while at > 0 and self._is_particle(at - 1):
            at -= 1
        return at if at > 0 and is_honorific(self.tokens.lower[at - 1]) else name

    def _by_entity(self, labelled: list[int], name: int, end: int) -> tuple[int, int]:
        """Edges of a name by the model's entity, widened over given names and surnames."""
        first, last = labelled[0], labelled[-1]
        while first > name and self._widens(first - 1):
            first -= 1
        if self.tokens.text[first] in "-‑":
            first += -1 if first > name else 1  # "Al-Masri" whole
        while last + 1 < end and self.label[last + 1] in ("", "PERSON"):
            last += 1
        return first, last + 1

    def _widens(self, i: int) -> bool:
        if self.label[i] in ("GPE", "NORP", "ORG") and not self._is_given_name(i):
            return False
        if self._is_given_name(i) or self._is_initial(i) or self.tokens.text[i] in "-.":
            return True
        # "the Herald’s Nachman Shai", of which the model saw but "Shai"
        after_owner = i > 0 and self.tokens.tag[i - 1] == "POS" and not self.label[i]
        return after_owner and not is_role(self.tokens.lower[i])

    def _is_given_name(self, i: int) -> bool:
        word = fold_letters(self.tokens.text[i])
        return word in words("names/men") or word in words("names/women")

    def _is_person(
        self, start: int, end: int, labelled: bool, addressed: bool, titled: bool
    ) -> bool:
        last = self.tokens.lower[end - 1]
        size = end - start
        if addressed:
            return not (size == 1 and is_title(self.tokens, start))
        family = start > 0 and self.tokens.lower[start - 1] == "the"
        if size == 1 and family and self.tokens.tag[start] == "NNPS":
            return False
        if last in words("nouns/units") or (size == 1 and not titled and last in demonyms()):
            return False
        text = self.tokens.text[start]
        if size == 1 and is_acronym(text) and not (labelled and len(text) > 4):
            return titled or self._speaks_in_transcript(start)
        if labelled:
            return size > 1 or titled or not (is_title(self.tokens, start) or is_role(last))
        if titled or (size == 1 and is_role(last)):
            return not is_role(last)
        if size >= 2 and self._is_given_name(start) and self.label[start] not in _PLACE_LABELS:
            return True
        return self._speaks_in_transcript(start)

    def _speaks_in_transcript(self, i: int) -> bool:
        """Whether the run opens a paragraph in capitals and a colon follows: "SMITH: Well …"."""
        tokens = self.tokens
        before = i - 1
        if before > 0 and tokens.text[before] in _OPENING | {'"'}:
            before -= 1
        opens = before < 0 or "\n" in tokens.text[before]
        after = i
        while after < len(tokens) and tokens.text[after].isupper() and after < i + 4:
            after += 1
        return opens and after > i and after < len(tokens) and tokens.text[after] == ":"

    def _whole_run(self, start: int, end: int) -> Mention | None:
        """The organization that a whole run names by its last word, or an acronym."""
        while end - 1 > start and not self.tokens.text[end - 1][0].isalnum():
            end -= 1
        if self.tokens.lower[end - 1] in words("nouns/units") and end - start > 1:
            return Mention(start, end, NameKind.ORGANIZATION, self.tokens.plain(start, end))
        if any(self.label[i] for i in range(start, end)):
            return None
        return self._other(start, end)

    def _other(self, start: int, end: int) -> Mention | None:
        while start < end and (
            self.tokens.lower[start] in _ARTICLES
            or not any(map(str.isalnum, self.tokens.text[start]))
            or self.tokens.tag[start] == "POS"
        ):
            start += 1
        while end > start and (
            not self.tokens.text[end - 1][0].isalnum()
            or self.tokens.lower[end - 1] in _BEHIND_NAMES
        ):
            end -= 1
        if end <= start or (end == start + 1 and is_title(self.tokens, start)):
            return None
        label, text = self.label[start], self.tokens.plain(start, end)
        if label in _PLACE_LABELS:
            return Mention(start, end, NameKind.PLACE, text)
        if label in _ORGANIZATION_LABELS or (is_acronym(text) and text not in ("CEO", "TV")):
            return Mention(start, end, NameKind.ORGANIZATION, text)
        return None


def _disjoint(persons: list[Mention], others: list[Mention]) -> list[Mention]:
    """Persons, and of the others the longest that overlap nothing kept before, in text order."""
    taken: set[int] = set()
    kept = []
    by_length = sorted(others, key=lambda m: (m.start - m.end, m.start))
    for mention in [*persons, *by_length]:
        span = range(mention.start, mention.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
