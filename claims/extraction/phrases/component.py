"""The phrases of each claim's content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import Phrase
from claims.extraction.document.analysis import analysis
from claims.extraction.document.ranges import Door, Range
from claims.extraction.phrases.acronyms import explained
from claims.extraction.phrases.find import NAMES, find_phrases, is_whole, words_of

_AMOUNTS: Final = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))


@Language.component("claims_phrases", requires=["doc.ents"])
def add_phrases(doc: Doc) -> Doc:
    """Finds what each attribution's content speaks about."""
    known, door = analysis(doc), Door(doc)
    tokens = known.named.tokens
    amounts = {i for one in doc.ents if one.label_ in _AMOUNTS for i in range(one.start, one.end)}
    mentions = [one for person in known.named.clusters.persons for one in person.mentions]
    people = {i for one in mentions for i in range(one.start, one.end)}
    named = {one.start for one in mentions if tokens.tag[one.start] in NAMES}

    def words(phrase: Range) -> tuple[str, ...]:
        return words_of(tokens, [doc[i].lemma_ for i in range(*phrase)], phrase)

    def phrases(part: Range) -> Iterator[Range]:
        # "Senator" before a name is of whoever has it, and no topic.
        found = find_phrases(tokens, part, amounts | people)
        return (phrase for phrase in found if phrase[1] not in named)

    everywhere = phrases((0, len(doc)))
    opened = explained(tokens, ((phrase, words(phrase)) for phrase in everywhere))

    def read(phrase: Range) -> Phrase:
        written = words(phrase)
        meant = opened.get(" ".join(written), written)
        return Phrase(door.span(phrase), meant, is_whole(tokens, phrase))

    known.phrases = [
        tuple(read(phrase) for part in one.content for phrase in phrases(part))
        for one in known.attributions
    ]
    return doc
