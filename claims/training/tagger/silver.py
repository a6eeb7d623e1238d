"""``python -m claims.training.tagger.silver``: names and parses of articles, by a spaCy model.

No corpus with both attributions and entities is free, so the entity head learns from these; and
the network is fed the parse that it will be fed when it is used.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from spacy.tokens import Doc

from claims.extraction.pipeline import DEFAULT_MODEL, parse
from claims.reading import read_article
from claims.tagger.entities import KINDS, Entity
from claims.tagger.syntax import Syntax
from claims.training.tagger.texts import texts


@dataclass(frozen=True, slots=True)
class Silver:
    """What the model says of one article: code points and numbers of ``Syntax``."""

    entities: list[Entity]
    syntax: Syntax


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes a JSON object of each article's names and parse, by article name."""
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.tagger.silver", description=__doc__
    )
    parser.add_argument(
        "--texts", type=Path, action="append", required=True, help="training folder, gold or not"
    )
    parser.add_argument("--model", default=DEFAULT_MODEL, help="spaCy model")
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    options = parser.parse_args(arguments)
    articles = [article for folder in options.texts for article in texts(folder)]
    docs = parse((read_article(article.path) for article in articles), options.model)
    found = {
        article.name: asdict(_silver(doc)) for article, doc in zip(articles, docs, strict=True)
    }
    options.out.write_text(json.dumps(found), encoding="utf-8")


def read_silver(path: Path) -> dict[str, Silver]:
    """What ``main`` wrote, by article name."""
    read = json.loads(path.read_text("utf-8"))
    return {
        name: Silver([tuple(one) for one in each["entities"]], Syntax(**each["syntax"]))
        for name, each in read.items()
    }


def _silver(doc: Doc) -> Silver:
    names = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in KINDS]
    return Silver(names, Syntax.of(doc))


if __name__ == "__main__":
    main()
