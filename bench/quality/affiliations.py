"""How affiliations fare on articles annotated for nothing else:
``python -m bench.quality.affiliations AFFILIATIONS GOLD_DIR``.

AFFILIATIONS is ``tests/gold/polnear-train-affiliations.json``, ``-2.json`` or ``-3.json``. Prints
precision, recall and F1 by use, of those who speak in a claim and of everybody named.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from claims.claim import Affiliation
from claims.extraction.document.analysis import analysis
from claims.extraction.pipeline import Extractor
from claims.reading import read_article
from claims.scoring.agreement.names import comparable, phrases_agree
from claims.scoring.figures import Score
from claims.scoring.files.affiliations_file import GoldAffiliations, read_affiliations

Held = tuple[str, Affiliation]
"""Somebody's name and one of their affiliations."""


def main(arguments: Sequence[str]) -> None:
    """Print a table, a row for each use and measure."""
    if len(arguments) != 2:
        sys.exit("usage: python -m bench.quality.affiliations AFFILIATIONS GOLD_DIR")
    file, corpus = map(Path, arguments)
    extractor = Extractor()
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in read_affiliations(file, corpus):
        doc = extractor.document(read_article(corpus / "text" / one.stated.article))
        for who, wanted, found in _measures(one, doc, extractor):
            for what, count in zip(("right", "found", "gold"), _count(wanted, found), strict=True):
                counts[one.use, who, what] += count
    print("| use | of | precision | recall | F1 |")
    print("|---|---|---|---|---|")
    for use, who in sorted({key[:2] for key in counts}):
        score = Score.of(*(counts[use, who, what] for what in ("right", "found", "gold")))
        print(f"| {use} | {who} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |")


def _measures(
    gold: GoldAffiliations, doc: Doc, extractor: Extractor
) -> Iterator[tuple[str, list[Held], list[Held]]]:
    """Whom a measure is of, what gold has and what was found."""
    stated = [(one.name, held) for one in gold.stated.speakers for held in one.affiliations]
    spoken = [
        (speaker.name, held)
        for claim in extractor.claims(doc)
        for speaker in claim.speakers
        if speaker.kind.value in ("person", "organization")
        for held in speaker.affiliations
    ]
    yield "speakers", [one for one in stated if one[0] in gold.speaking], _once(spoken)
    people = [one for one in analysis(doc).named.clusters.all if one.is_person]
    yield "everybody", stated, _once((one.name, held) for one in people for held in one.stated())


def _once(held: Iterable[Held]) -> list[Held]:
    seen = {
        (comparable(name), comparable(one.role), comparable(one.organization)): (name, one)
        for name, one in held
    }
    return list(seen.values())


def _count(wanted: Sequence[Held], found: Sequence[Held]) -> tuple[int, int, int]:
    """How many are right, how many were found and how many there are."""
    left = list(found)
    for held in wanted:
        agreeing = next((one for one in left if _agree(held, one)), None)
        if agreeing is not None:
            left.remove(agreeing)
    return len(found) - len(left), len(found), len(wanted)


def _agree(one: Held, other: Held) -> bool:
    (name, stated), (called, found) = one, other
    return (
        comparable(name) == comparable(called)
        and phrases_agree(stated.role, found.role)
        and phrases_agree(stated.organization, found.organization)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
