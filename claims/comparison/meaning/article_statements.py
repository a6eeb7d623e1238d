"""The claims of one article as they are compared: each by itself, and with the names that the
others give to whom its pronouns mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Claim, Span, pieces
from claims.comparison.meaning.pronouns import named_content, reflexive
from claims.comparison.meaning.statement import Statement


@dataclass(frozen=True, slots=True)
class ClaimInArticle:
    """A claim as its article has it.

    Args:
        content: Its pieces.
        source: Where who says it is written.
        cue: As written.
        written: The source in one string.
        names: Of the speakers, as the article names them.
    """

    content: Sequence[Span]
    source: Sequence[Span]
    cue: str
    written: str
    names: Sequence[str]


def statements_of(text: str, claims: Iterable[Claim]) -> list[Statement]:
    """The claims that were found in a text, in their order."""
    stated = [
        ClaimInArticle(
            claim.content,
            claim.source,
            " ".join(text[span.start : span.end] for span in claim.cue),
            pieces(text, claim.source),
            [speaker.name for speaker in claim.speakers],
        )
        for claim in claims
    ]
    mentions = mentions_in(stated)
    return [as_compared(text, one, mentions) for one in stated]


def mentions_in(claims: Sequence[ClaimInArticle]) -> dict[Span, str]:
    """Whom the sources of a text's claims mean, where that is one; of several the first."""
    return {
        span: one.names[0] for one in reversed(claims) if len(one.names) == 1 for span in one.source
    }


def as_compared(text: str, claim: ClaimInArticle, mentions: Mapping[Span, str]) -> Statement:
    """A claim as it is compared.

    Args:
        text: Of the article.
        claim: One of it.
        mentions: Of all its claims: whom a pronoun means the others say as well.
    """
    meant = mentions
    if len(claim.names) == 1 and claim.content and (span := reflexive(text, claim.content[0])):
        meant = {span: claim.names[0], **mentions}
    return Statement(
        named_content(text, claim.content, meant),
        claim.cue,
        tuple(claim.names) or ((claim.written,) if claim.written else ()),
    )
