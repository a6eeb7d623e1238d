"""Parts of speech and lemmas are those that the model's own components give, for every token."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from claims.extraction.long_texts import tokenized
from claims.extraction.parsing.lemmas import Morphology, ease_morphology
from claims.extraction.pipeline import DEFAULT_MODEL
from claims.reading import find_articles, read_article
from claims.reading.text.errors import ReadingError

FIXTURES = Path(__file__).parents[4] / "fixtures" / "text"
READ = [one for one in find_articles([str(FIXTURES)]) if not isinstance(one, ReadingError)]
# What patterns of the ruler name, alone and in a row, and words that none names.
# fmt: off
WORDS = st.sampled_from((
    "there", "it", "is", "was", "'s", "let", "us", "gon", "na", "got", "ta", "ai", "n't", "c'm",
    "on", "y'", "all", "nothin'", "ol'", "'d", "did", "had", "that", "but", "who", "which", "not",
    "ministers", "said", "Denied", "WO", "\n", "\t", "\xa0", "😀", "—",
))
# fmt: on
TAGS = st.sampled_from(
    (
        "",
        "_SP",
        "DT",
        "EX",
        "IN",
        "MD",
        "NN",
        "NNS",
        "PRP",
        "RB",
        "TO",
        "VB",
        "VBD",
        "VBN",
        "VBP",
        "VBZ",
        "WDT",
        "WP",
    )
)  # fmt: skip
LABELS = st.sampled_from(("", "expl", "aux", "mark", "det", "nsubj", "dobj", "ROOT", "conj"))


@cache
def own() -> Language:
    """The model as it is."""
    return spacy.load(DEFAULT_MODEL)


@cache
def eased() -> Language:
    """The model with our component."""
    nlp = spacy.load(DEFAULT_MODEL)
    ease_morphology(nlp)
    return nlp


def assert_same(text: str) -> None:
    doc = tokenized(own(), text)
    for name in ("tok2vec", "tagger", "parser", "ner"):
        doc = own().get_pipe(name)(doc)
    assert_same_rules(doc)


def assert_same_rules(parsed: Doc) -> None:
    copy = Doc(eased().vocab).from_bytes(parsed.to_bytes())
    ours = eased().get_pipe("claims_morphology")(copy)
    theirs = own().get_pipe("lemmatizer")(own().get_pipe("attribute_ruler")(parsed))
    assert described(ours) == described(theirs)


def components(nlp: Language) -> tuple[AttributeRuler, Lemmatizer]:
    """The two that ours stands in for."""
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    return ruler, lemmatizer


def described(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            t.text,
            t.pos_,
            t.tag_,
            t.dep_,
            t.lemma_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob,
            t.ent_type_,
        )
        for t in doc
    ]


def lemmas(text: str) -> list[tuple[str, str]]:
    return [(token.pos_, token.lemma_) for token in eased()(text)]


def test_words_get_their_parts_of_speech_and_base_forms() -> None:
    assert lemmas("The ministers were denying it.") == [
        ("DET", "the"), ("NOUN", "minister"), ("AUX", "be"),
        ("VERB", "deny"), ("PRON", "it"), ("PUNCT", "."),
    ]  # fmt: skip


def test_the_same_word_is_a_helper_here_and_a_verb_there() -> None:
    found = [
        (t.pos_, t.lemma_) for t in eased()("She had a plan. She had left.") if t.text == "had"
    ]
    assert found == [("VERB", "have"), ("AUX", "have")]
    assert [t.pos_ for t in eased()("There is a leak.")][:2] == ["PRON", "VERB"]


@pytest.mark.parametrize(
    "text",
    [
        "Let's go, they ain't going to stay; y'all gonna leave, ain't ya? C'mon!",
        "There are three leaks. It was Ms. Ruiz who'd said that there's no fourth, but one.",
        "The aides didn't say what they'd got, nor what the others gets from the WORSE deals.",
        "He sha n't do it, she wo n't; nothin' doin', 'cause the ol' pumps have leaked.",
        "\n\n\t \n“Halt!”\n\n\n  \r\nThe  guards —two— ran.\n",
        "See https://dam.example/a?b=c&d=%20 or mail press@dam.example 😀👩‍👩‍👧 №7 ½ ①.",
        pytest.param("a" * 10_000 + " said " + "ß-" * 1_000, id="long words"),
        "İSTANBUL’DAKİ ΣΟΦΟΣ ǅungla said",
        " ",
        "",
    ],
)
def test_odd_words_are_as_the_model_has_them(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("read", READ, ids=lambda read: Path(str(read)).name)
def test_the_fixtures_are_as_the_model_has_them(read: Path) -> None:
    assert_same(read_article(read).text)


@given(st.text(max_size=200))
def test_any_text_is_as_the_model_has_it(text: str) -> None:
    assert_same(text)


@pytest.mark.filterwarnings("ignore:.*W108")  # a word without a part of speech
@given(st.lists(st.tuples(WORDS, TAGS, LABELS)))
def test_any_tags_and_labels_are_ruled_as_by_the_model(tokens: list[tuple[str, str, str]]) -> None:
    words, tags, deps = ([token[i] for token in tokens] for i in range(3))
    assert_same_rules(Doc(own().vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words)))


def test_a_pattern_of_three_words_reaches_over_what_begins_inside_it() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    ruler, lemmatizer = components(nlp)
    chain = ["over", "and", "over"]
    ruler.add([[{"LOWER": word} for word in chain]], {"LEMMA": "again", "POS": "ADV"}, index=-1)
    ruler.add([[{"LOWER": "and"}, {"LOWER": "over"}]], {"POS": "X"})
    ours = Morphology(ruler, lemmatizer)
    words = ["over", "and", "over", "and", "over", ",", "over", "and", "out"]
    theirs = lemmatizer(ruler(Doc(nlp.vocab, words=words, tags=["RB"] * 9)))
    assert described(ours(Doc(nlp.vocab, words=words, tags=["RB"] * 9))) == described(theirs)
    assert [token.lemma_ for token in theirs].count("again") == 2


def with_pattern(**token: Any) -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    pattern: dict[int | str, Any] = dict(token.items())
    components(nlp)[0].add([[pattern]], {"POS": "X"})
    return nlp


def with_norm_set() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    components(nlp)[0].add([[{"LOWER": "dam"}]], {"NORM": "weir"})
    return nlp


def without(name: str) -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.remove_pipe(name)
    return nlp


def with_learned_lemmas() -> Language:
    nlp = without("lemmatizer")
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", after="attribute_ruler")
    return nlp


def with_rules_before_the_parse() -> Language:
    nlp = without("attribute_ruler")
    nlp.add_pipe("attribute_ruler", before="parser")
    return nlp


@pytest.mark.parametrize(
    "build",
    [
        partial(with_pattern, ORTH="Dam"),
        partial(with_pattern, LOWER="dam", OP="+"),
        partial(with_pattern, LOWER={"FUZZY": "dam"}),
        partial(with_pattern, LOWER={"REGEX": {"IN": ["dam"]}}),
        with_norm_set,
        with_learned_lemmas,
        with_rules_before_the_parse,
        partial(without, "parser"),
        partial(without, "attribute_ruler"),
    ],
)
def test_components_of_another_kind_are_left_in_place(build: Callable[[], Language]) -> None:
    nlp = build()
    before = nlp.pipe_names
    ease_morphology(nlp)
    assert nlp.pipe_names == before


def test_a_lemmatizer_that_overwrites_still_does() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    components(nlp)[1].overwrite = True
    text = "She can't say what he'd do."
    theirs = [token.lemma_ for token in nlp(text)]
    ease_morphology(nlp)
    assert "claims_morphology" in nlp.pipe_names
    assert [token.lemma_ for token in nlp(text)] == theirs != [t.lemma_ for t in own()(text)]
