"""What the network learns from: articles as word pieces with gold, silver and soft targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.quotations.find import find_quotations
from claims.tagger.encoding import encode, lines
from claims.tagger.entities import entity_labels
from claims.tagger.syntax import with_syntax
from claims.tagger.windows import WordPieces
from claims.training.tagger.labels import IGNORED, Labels, label
from claims.training.tagger.silver import Silver
from claims.training.tagger.texts import texts

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]

TOP: Final = 4
"""How many link targets a teacher tells of."""

# British marks for American ones, one sign each, so that no offset moves.
_BRITISH: Final = str.maketrans({"“": "‘", "”": "’", "‘": "“", "’": "’"})


@dataclass(frozen=True, slots=True)
class SoftTargets:
    """What a teacher believes of an article's n pieces, as probabilities.

    Args:
        tags: n × ``LABELS``.
        cue_at: n × ``TOP``, the likeliest cue pieces of each piece.
        cue: n × ``TOP``, how likely.
        source_at: n × ``TOP``, the same for sources; -1 is "no source".
        source: n × ``TOP``.
    """

    tags: Floats
    cue_at: Numbers
    cue: Floats
    source_at: Numbers
    source: Floats


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from."""

    name: str
    pieces: WordPieces
    labels: Labels
    entities: list[int] | None = None
    soft: SoftTargets | None = None
    british: WordPieces | None = None


def lessons(
    folder: Path,
    tokenizer: Tokenizer,
    silver: Mapping[str, Silver] | None = None,
    soft: Sequence[Path] = (),
) -> Iterator[Lesson]:
    """The articles of a training folder.

    Args:
        folder: See ``texts``; what nobody marked has labels that ask for nothing.
        tokenizer: Of the encoder that learns.
        silver: Names and parses by article; without it neither is learned.
        soft: Files that ``teach`` wrote, with a tokenizer of the same pieces.
    """
    taught = [np.load(path) for path in soft]
    for article in texts(folder):
        gold = article.gold()
        known = None if silver is None else silver.get(article.name)
        pieces = parsed(encode(tokenizer, article.read()), known)
        lesson = Lesson(
            article.name,
            pieces,
            unlabelled(pieces) if gold is None else label(pieces.offsets, gold),
            british=_british(tokenizer, pieces, known),
        )
        if known is not None:
            lesson = replace(lesson, entities=entity_labels(pieces.offsets, known.entities))
        believed = (read_soft(archive, article.name, pieces) for archive in taught)
        yield replace(lesson, soft=next((one for one in believed if one is not None), None))


def read_soft(archive: np.lib.npyio.NpzFile, name: str, pieces: WordPieces) -> SoftTargets | None:
    """An article's soft targets; None where the teacher cut it otherwise or did not see it."""
    if f"{name}/offsets" not in archive:
        return None
    if not np.array_equal(archive[f"{name}/offsets"], np.array(pieces.offsets)):
        return None
    return SoftTargets(
        archive[f"{name}/tags"].astype(np.float32),
        archive[f"{name}/cue_at"],
        archive[f"{name}/cue"].astype(np.float32),
        archive[f"{name}/source_at"],
        archive[f"{name}/source"].astype(np.float32),
    )


def unlabelled(pieces: WordPieces) -> Labels:
    """Labels that ask for nothing."""
    return Labels(*([IGNORED] * len(pieces.ids) for _ in range(3)))


def parsed(pieces: WordPieces, silver: Silver | None) -> WordPieces:
    """The pieces with their parse, if there is one."""
    return pieces if silver is None else with_syntax(pieces, silver.syntax)


def _british(tokenizer: Tokenizer, pieces: WordPieces, silver: Silver | None) -> WordPieces | None:
    """The article with single quotation marks, if that leaves its pieces where they are."""
    text = _curled(pieces.text).translate(_BRITISH)
    if text == pieces.text:
        return None
    other = parsed(encode(tokenizer, text), silver)
    return other if list(other.offsets) == list(pieces.offsets) else None


def _curled(text: str) -> str:
    """The text with straight double marks as curly ones."""
    signs = list(text)
    for quotation in find_quotations(text, lines(text)):
        for at, sign in ((quotation.start, "“"), (quotation.end - 1, "”")):
            if signs[at] == '"':
                signs[at] = sign
    return "".join(signs)
