"""Who speaks, by coreference: ``python -m bench.quality.chains GUM``.

Holds the speakers of claims in the news of a corpus with attributions and coreference chains (GUM:
``gold.json`` beside ``text/``) against the chain that each attribution's source belongs to. A name
is right where the smallest mention around one of its places in the text is of that chain; captions
and what is attributed inside quotation marks are left out. By how the text refers to the speaker,
it prints how many of the claims found are named rightly, and names each that is not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import escape, finditer
from typing import Any, Final

from claims.claim import Claim, Speaker
from claims.extraction.document.analysis import analysis
from claims.extraction.parsing.noun_phrases import is_role
from claims.extraction.pipeline import Extractor
from claims.language.names import is_honorific
from claims.language.word_lists import words
from claims.quotations.find import Quotation
from claims.reading import read_article
from claims.scoring.agreement.names import comparable
from claims.training.fit_confidence import agrees

_PRONOUNS: Final = frozenset(("he", "she", "they", "it", "i", "we", "who", "you", "him", "her"))
_SPEAKING: Final = ("person", "organization", "place")
_SHARED: Final = 0.5
_ARTICLES: Final = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_SURE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a chain, by code points."""

    start: int
    end: int
    chain: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a claim found is told to be said by, beside the gold's source.

    Args:
        how: "name", "pronoun" or "description".
        right: Whether a speaker is of the source's chain.
        sure: How sure the first name is; 0 where there is none.
        line: Both in words.
    """

    how: str
    right: bool
    sure: float
    line: str


def main(arguments: Sequence[str]) -> None:
    """Print the table and the errors."""
    if len(arguments) != 1:
        sys.exit("usage: python -m bench.quality.chains GUM")
    folder, extractor = Path(arguments[0]), Extractor()
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    answers: list[Answer] = []
    for name in sorted(one for one in gold if "_news_" in one):
        doc = extractor.document(read_article(folder / "text" / name))
        quoted = analysis(doc).quotations
        answers += answers_of(doc.text, quoted, extractor.claims(doc), gold[name])
    for line in report(answers):
        print(line)


def answers_of(
    text: str, quoted: Sequence[Quotation], claims: Sequence[Claim], gold: dict[str, Any]
) -> Iterator[Answer]:
    """Each attribution of an article that a claim was found for, and has a chain for a source."""
    mentions = [
        Mention(start, end, chain)
        for chain, found in gold["chains"].items()
        for start, end, _ in found
    ]
    for one in gold["attributions"]:
        (start, end), *_ = one["attribution"]
        inside = any(q.start <= start and end <= q.end for q in quoted)
        if inside or text.startswith(("Image:", "File:", "“Image"), start):
            continue
        claim = next((found for found in claims if agrees(found, one)), None)
        source = None if claim is None else _source(claim, one["mentions"])
        if claim is None or source is None:
            continue
        source_text = text[source.start : source.end]
        members = [m for m in mentions if m.chain == source.chain]
        if not any(_has_name(text[m.start : m.end]) for m in members):
            continue
        names = [s for s in claim.speakers if _is_of(s, source.chain, text, mentions)]
        said = " & ".join(f"{s.name} ({s.confidence:.2f})" for s in claim.speakers) or "nobody"
        sure = claim.speakers[0].confidence if claim.speakers else 0.0
        yield Answer(
            _how(source_text), bool(names), sure, f"{source_text!r} in {text[start:end]!r}: {said}"
        )


def report(answers: Sequence[Answer]) -> Iterator[str]:
    """The table and the errors."""
    yield "| source | found | right | share |"
    yield "|---|---|---|---|"
    for how in sorted({one.how for one in answers}):
        yield _row(how, [one.right for one in answers if one.how == how])
    yield _row("all", [one.right for one in answers])
    yield _row(f"confidence ≥ {_SURE}", [one.right for one in answers if one.sure >= _SURE])
    yield from (f"- {one.how}: {one.line}" for one in answers if not one.right)


def _row(label: str, right: Sequence[bool]) -> str:
    share = sum(right) / max(1, len(right))
    return f"| {label} | {len(right)} | {sum(right)} | {share:.3f} |"


def _source(claim: Claim, mentions: Sequence[Sequence[Any]]) -> Mention | None:
    """The speaker that the attributing clause mentions, in the place of the claim's source.

    Of a claim without a source it is the only one of the clause. A document is none.
    """
    speaking = [Mention(m[0], m[1], m[3]) for m in mentions if m[2] in _SPEAKING]
    if not claim.source:
        return speaking[0] if len({one.chain for one in speaking}) == 1 else None
    start, end = claim.source[0].start, claim.source[-1].end

    def shared(one: Mention) -> float:
        both = min(one.end, end) - max(one.start, start)
        return both / (max(one.end, end) - min(one.start, start))

    best = max(speaking, key=lambda one: (one.start == start, shared(one)), default=None)
    begun = best is not None and best.start == start
    return best if best is not None and (begun or shared(best) >= _SHARED) else None


def _is_of(speaker: Speaker, chain: str, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a name is of the chain by the smallest mention around a place of it.

    A single word is not where it stands beside more of the name ("Roe" of "Ann Roe").
    """
    found = False
    for place in finditer(rf"\b{escape(speaker.name)}(?!\w)", text):
        around = [m for m in mentions if m.start <= place.start() and place.end() <= m.end]
        smallest = min(around, key=lambda m: m.end - m.start, default=None)
        if smallest is None or smallest.chain != chain:
            continue
        before = text[smallest.start : place.start()].split()[-1:]
        if " " not in speaker.name and any(map(_is_given, before)):
            return False
        found = True
    return found


def _is_given(word: str) -> bool:
    """Whether a word before a name belongs to it: no title, role, article or mark."""
    plain = word.casefold().rstrip(".")
    other = is_role(plain) or is_honorific(plain) or plain in words("names/titles") | _ARTICLES
    return word.isalpha() and word[0].isupper() and not other


def _how(source_text: str) -> str:
    if source_text.casefold() in _PRONOUNS:
        return "pronoun"
    return "name" if _has_name(source_text) else "description"


def _has_name(source_text: str) -> bool:
    """Whether words name somebody: a capital that no article begins with."""
    first, _, rest = source_text.partition(" ")
    opens = first.casefold() in _ARTICLES | _PRONOUNS
    return bool(comparable(source_text)) and any(
        c.isupper() for c in (rest if opens else source_text)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
