"""What the pronoun after a lone name tells of whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.language.names import Gender

PERSONAL: Final[dict[str, Gender]] = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}


def hinted_genders(tokens: Tokens, mentions: Sequence[Mention]) -> dict[int, Gender]:
    """The gender that a sentence tells of a lone name: "Lee has denied it in her letters".

    That of the first pronoun after a name that is the subject, with no other person between.
    """
    persons = {m.start for m in mentions if m.kind is NameKind.PERSON}
    found: dict[int, Gender] = {}
    for mention in mentions:
        at = mention.end
        lone = mention.kind is NameKind.PERSON and " " not in mention.text
        if not lone or tokens.dep[at - 1] not in ("nsubj", "nsubjpass") or tokens.quoted[at - 1]:
            continue
        while at < len(tokens) and tokens.sent[at] == tokens.sent[mention.start]:
            if at in persons or tokens.quoted[at]:
                break
            if tokens.lower[at] in PERSONAL and tokens.tag[at] in ("PRP", "PRP$"):
                found[mention.start] = PERSONAL[tokens.lower[at]]
                break
            at += 1
    return found
