"""Parts of speech and lemmas, as the model's own rules have them, each looked up once a word form.

The model's attribute ruler matches all its patterns against every token, and its lemmatizer looks
at every token anew. Nearly all patterns are of one token and ask for no more than its tag, label
and lower form, so their outcome is kept by these; the few of several tokens are left to the ruler,
with the tokens around. Morphological features, which nothing here reads, are not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

_RULER: Final = "attribute_ruler"
_LEMMATIZER: Final = "lemmatizer"
_OURS: Final = "claims_morphology"
_LEMMATIZERS: Final = (Lemmatizer, EnglishLemmatizer)
# What a pattern may ask of a token, and what it may set.
_ASKED: Final = frozenset(("TAG", "DEP", "LOWER", "IS_SPACE"))
_SET: Final = frozenset(("POS", "TAG", "DEP", "LEMMA", "MORPH"))
_WRITTEN: Final[list[int | str]] = ["POS", "TAG", "DEP", "LEMMA"]
# Forms kept; a large collection has more, most of them once.
_KEPT: Final = 1 << 16


class _Form(NamedTuple):
    """What the ruler makes of a token; ``lemma`` is 0 where that is the lemmatizer's to say."""

    pos: int
    tag: int
    dep: int
    lemma: int
    morph: int
    opens: bool  # whether a pattern of several tokens could begin here


class Morphology:
    """Does what an attribute ruler and a lemmatizer do one after the other.

    Args:
        ruler: Of the model, with patterns that ask no more of a token than ``_is_plain`` allows.
        lemmatizer: Of the model, one that looks at nothing but the token.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler, self._lemmatizer = ruler, lemmatizer
        # The lemmatizer looks for each form it makes up in lists of up to 57,000 words.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part, known in list(index.items()):
            index[part] = frozenset(known)
        self._vocab = ruler.vocab
        self._openings = Matcher(self._vocab)
        self._longest = 1
        named: set[str] = set()
        regexes: list[str] = []
        for pattern in _patterns(ruler):
            if len(pattern) > 1:
                self._openings.add("opening", [pattern[:1]])
                self._longest = max(self._longest, len(pattern))
            for words, expressions in (_words(token.get("LOWER", {})) for token in pattern):
                named.update(words)
                regexes += expressions
        self._named = frozenset(named)
        self._regexes = [re.compile(regex) for regex in regexes]
        # One word will do for all that no pattern names; there is none if a pattern names any.
        tried = map("w{}".format, range(100))
        self._unnamed = next((word for word in tried if not self._is_named(word)), None)
        self._class = lru_cache(_KEPT)(self._class_of)
        self._form = lru_cache(_KEPT)(self._form_of)
        self._lemma = lru_cache(_KEPT)(self._lemma_of)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        tags, deps, lowers, orths = doc.to_array(["TAG", "DEP", "LOWER", "ORTH"]).T.tolist()
        forms = list(map(self._form, tags, deps, map(self._class, lowers)))
        pos, tag, dep, lemmas, morphs, opens = zip(*forms, strict=True)
        lemma = [
            known or self._lemma(orth, one, morph)
            for known, orth, one, morph in zip(lemmas, orths, pos, morphs, strict=True)
        ]
        columns = _columns(pos, tag, dep, lemma)
        for start, end in self._open_runs(opens):
            run = self._ruled(orths[start:end], tags[start:end], deps[start:end])
            columns[start:end] = self._lemmatizer(run).to_array(_WRITTEN)
        doc.from_array(_WRITTEN, columns)
        return doc

    def _open_runs(self, opens: Sequence[bool]) -> Iterator[tuple[int, int]]:
        """Stretches of tokens that all matches of patterns of several tokens lie in."""
        if True not in opens:
            return
        start = end = 0
        for at in (i for i, one in enumerate(opens) if one):
            if at >= end:
                if end:
                    yield start, end
                start = at
            end = min(at + self._longest, len(opens))
        yield start, end

    def _is_named(self, lower: str) -> bool:
        return lower in self._named or any(regex.search(lower) for regex in self._regexes)

    def _class_of(self, lower: int) -> int:
        """A word that no pattern tells from this one."""
        word = self._vocab.strings[lower]
        if self._unnamed is None or word.isspace() or self._is_named(word):
            return lower
        return int(self._vocab.strings.add(self._unnamed))

    def _form_of(self, tag: int, dep: int, word: int) -> _Form:
        doc = self._ruled([word], [tag], [dep])
        [[pos, new_tag, new_dep, lemma, morph]] = doc.to_array([*_WRITTEN, "MORPH"]).tolist()
        # Asked of the tag and label that the ruler saw, not of those that it set.
        opens = bool(self._openings(self._tagged([word], [tag], [dep]), allow_missing=True))
        if self._lemmatizer.overwrite:
            lemma = 0
        return _Form(pos, new_tag, new_dep, lemma, morph, opens)

    def _lemma_of(self, orth: int, pos: int, morph: int) -> int:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth]])
        doc.from_array(["POS", "MORPH"], _columns([pos], [morph]))
        return int(self._lemmatizer(doc)[0].lemma)

    def _ruled(self, words: Sequence[int], tags: Sequence[int], deps: Sequence[int]) -> Doc:
        return self._ruler(self._tagged(words, tags, deps))

    def _tagged(self, words: Sequence[int], tags: Sequence[int], deps: Sequence[int]) -> Doc:
        doc = Doc(self._vocab, words=[self._vocab.strings[word] for word in words])
        doc.from_array(["TAG", "DEP"], _columns(tags, deps))
        return doc


@Language.factory(_OURS)
def create_morphology(nlp: Language, name: str) -> Morphology:
    """The component, from the model's own two, whose work it does."""
    own = _own_rules(nlp)
    if own is None:
        raise ValueError(f"{name} knows no such {_RULER} and {_LEMMATIZER}")
    return Morphology(*own)


def ease_morphology(nlp: Language) -> None:
    """Put our component in the place of the model's own two, if it does the same as they."""
    if _own_rules(nlp) is not None:
        nlp.add_pipe(_OURS, after=_LEMMATIZER)
        nlp.disable_pipe(_RULER)
        nlp.disable_pipe(_LEMMATIZER)


def _own_rules(nlp: Language) -> tuple[AttributeRuler, Lemmatizer] | None:
    """The model's ruler and lemmatizer; None unless they go by rules of the kind we know."""
    needed = ["tagger", "parser", _RULER, _LEMMATIZER]
    if [name for name in nlp.pipe_names if name in (*needed, "morphologizer")] != needed:
        return None
    ruler: Any = nlp.get_pipe(_RULER)
    lemmatizer: Any = nlp.get_pipe(_LEMMATIZER)
    if type(ruler) is not AttributeRuler or type(lemmatizer) not in _LEMMATIZERS:
        return None
    rules: list[Any] = ruler.patterns
    known = (
        lemmatizer.mode in ("rule", "lookup")
        and all(_SET.issuperset(rule["attrs"]) for rule in rules)
        and all(_is_plain(token) for pattern in _patterns(ruler) for token in pattern)
    )
    return (ruler, lemmatizer) if known else None


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    """What each pattern asks of each of its tokens."""
    rules: list[Any] = ruler.patterns
    for rule in rules:
        yield from rule["patterns"]


def _columns(*values: Sequence[int]) -> Any:
    """As ``Doc.from_array`` takes them."""
    return np.array(values, dtype="uint64").T


def _is_plain(token: dict[str, Any]) -> bool:
    """Whether the words that the pattern's token is compared with can be told."""
    wanted = token.get("LOWER", "")
    listed = isinstance(wanted, dict) and all(
        isinstance(value, str if key == "REGEX" else list) and key in ("IN", "NOT_IN", "REGEX")
        for key, value in wanted.items()
    )
    return _ASKED.issuperset(token) and (isinstance(wanted, str) or listed)


def _words(wanted: Any) -> tuple[list[str], list[str]]:
    """The words and the regular expressions that a pattern's token is compared with."""
    if isinstance(wanted, str):
        return [wanted], []
    words = [*wanted.get("IN", ()), *wanted.get("NOT_IN", ())]
    return words, [wanted["REGEX"]] if "REGEX" in wanted else []
