"""When two attributions are about the same content, and when their sources agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claims.claim import Span
from claims.scoring.agreement.matching import largest_matching
from claims.scoring.agreement.tokens import TokenSet, TokenText

_MIN_OVERLAP: Final = 0.5

# Words that name nobody: two sources that share only these are not yet the same source.
_EMPTY_WORDS: Final = frozenset(
    re.findall(
        r"\w+",
        """
    a an the this that these those
    some any all both each every either neither no such other another same own
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves
    who whom whose which what whoever
    one ones someone somebody anyone anybody everyone everybody nobody none
    and or but nor if while than so as not
    of in on at by for from to with about into over under between through during against
    before after then there here when where why how
    is are was were be been being am do does did has have had
    will would can could may might shall should must
    t s re ve ll d m
    also too very just only more most many much few several
    mr mrs ms miss dr sen rep gov
    """,
    )
)


@dataclass(frozen=True, slots=True)
class TokenSets:
    """An attribution as sets of tokens; ``source`` is empty where there is none."""

    content: TokenSet
    cue: TokenSet
    source: TokenSet

    @classmethod
    def of(
        cls,
        text: TokenText,
        content: Iterable[Span],
        cue: Iterable[Span],
        source: Iterable[Span],
    ) -> TokenSets:
        """The tokens that the three parts' spans cover in the text."""
        return cls(text.cover(content), text.cover(cue), text.cover(source))


def sources_share_a_name(text: TokenText, gold: TokenSet, predicted: TokenSet) -> bool:
    """Whether both sources name the same, as strings: another mention of a name will do."""
    if not gold or not predicted:
        return not gold and not predicted
    gold_names = _naming_tokens(text, gold)
    predicted_names = _naming_tokens(text, predicted)
    if gold_names and predicted_names:
        return not set(text.strings(gold_names)).isdisjoint(text.strings(predicted_names))
    return text.strings(gold) == text.strings(predicted)


def sources_share_a_span(text: TokenText, gold: TokenSet, predicted: TokenSet) -> bool:
    """Whether both sources name the same with the same words of the text."""
    if not gold or not predicted:
        return not gold and not predicted
    gold_names = _naming_tokens(text, gold)
    predicted_names = _naming_tokens(text, predicted)
    if gold_names and predicted_names:
        return not gold_names.isdisjoint(predicted_names)
    return gold == predicted


def match_contents(
    text: TokenText, gold: Sequence[TokenSets], predicted: Sequence[TokenSets]
) -> dict[int, int]:
    """Pairs gold with predicted attributions whose contents overlap by half, one to one.

    Returns:
        Index of the predicted attribution by index of the gold one.
    """
    edges: list[tuple[float, bool, int, int]] = []
    for g, wanted in enumerate(gold):
        for p, found in enumerate(predicted):
            overlap = _overlap(wanted.content, found.content)
            if overlap >= _MIN_OVERLAP:
                agree = sources_share_a_name(text, wanted.source, found.source)
                edges.append((-overlap, not agree, g, p))
    return largest_matching([(g, p) for _, _, g, p in sorted(edges)])


def _overlap(one: TokenSet, other: TokenSet) -> float:
    common = len(one & other)
    return common / len(one | other) if common else 0.0


def _naming_tokens(text: TokenText, tokens: TokenSet) -> TokenSet:
    return frozenset(
        token
        for token in tokens
        if text.is_word(token) and text.strings([token])[0] not in _EMPTY_WORDS
    )
