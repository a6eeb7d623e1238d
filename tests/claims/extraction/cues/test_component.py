"""What a cue says of its claim: lemma, class and flags, each sentence marked as a reader would.

In the examples the source stands in ``[ ]``, the cue in ``< >`` and the content in ``{ }``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claims.claim import ClaimType, CueClass, Span
from claims.extraction.cues.component import add_cues
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution, Cue
from claims.extraction.document.ranges import Door
from claims.extraction.pipeline import DEFAULT_MODEL
from claims.language.word_lists import words

Reader = Callable[[str], Cue]

_MARKS = {"[": "]", "<": ">", "{": "}"}


@pytest.fixture(scope="module")
def parser() -> Language:
    """The model alone: the attributions are brought along."""
    return spacy.load(DEFAULT_MODEL)


def parsed(nlp: Language, marked: str) -> Doc:
    """The text without its marks, parsed, with the one attribution that they make."""
    text, spans = "", {opening: list[Span]() for opening in _MARKS}
    for part in re.split(r"(\[.*?\]|<.*?>|\{.*?\})", marked):
        marks = part[:1] in _MARKS and part[-1:] == _MARKS[part[0]]
        inner = part[1:-1] if marks else part
        if marks:
            spans[part[0]].append(Span(len(text), len(text) + len(inner)))
        text += inner
    doc = nlp(text)
    quoted = [text[s.start] in '“”"' for s in spans["{"]]
    kind = ClaimType.DIRECT if quoted and all(quoted) else ClaimType.INDIRECT
    content, cue, source = (tuple(map(Door(doc).tokens, spans[opening])) for opening in "{<[")
    analysis(doc).attributions = [Attribution(kind, content, cue, source, None, 1.0)]
    return doc


@pytest.fixture(scope="module")
def read(parser: Language) -> Reader:
    def run(marked: str) -> Cue:
        [cue] = analysis(add_cues(parsed(parser, marked))).cues
        return cue

    return run


@pytest.mark.parametrize(
    ("marked", "lemma"),
    [
        ("[The mayor] <said on Monday> {that the bridge was closed}.", "say"),
        ("[The mayor] <has accused> {the owners of neglect}.", "accuse"),
        ("<According to> [the mayor], {the bridge is closed}.", "according to"),
        ("[The mayor] <has made it very clear> {that the bridge is closed}.", "make it clear"),
        ("[The mayor] <pointed out> {that the bridge was closed}.", "point out"),
        ("[The mayor] <told reporters> {that the bridge was closed}.", "tell"),
        ("[The mayor] <warned of> {floods}.", "warn"),
        ("[The mayor] <issued a warning> {that the bridge could fail}.", "warning"),
        ("[The mayor’s] <warning> {that the bridge could fail} was heard.", "warning"),
        ("[The mayor] <issued a statement saying> {the bridge was closed}.", "say"),
        ("[The mayor] <went on to say> {that the bridge was closed}.", "say"),
        ("[The mayor] <was quoted as saying> {that the bridge was closed}.", "say"),
        ("[The mayor] <declined to comment> {on the bridge}.", "comment"),
        ("[The mayor] <declined> {to comment on the bridge}.", "comment"),
        ("[The mayor] <was sure> {that the bridge was closed}.", "sure"),
        ("{“The bridge is closed,”} [she] said, <adding> {that it would stay so}.", "add"),
        ("[The mayor] <called for> {a new bridge}.", "call for"),
        ("[The mayor] <called> {for a new bridge}.", "call for"),
        ("[The mayor] <made a harsh attack on> {the builders}.", "attack"),
        ("<In the words of> [the mayor], {the bridge is a disgrace}.", "in the words of"),
        ("[RUIZ]<:> {The bridge is closed.}", ":"),
    ],
)  # fmt: skip
def test_the_lemma_is_what_an_analyst_would_call_the_cue(
    read: Reader, marked: str, lemma: str
) -> None:
    assert read(marked).lemma == lemma


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[The clerk] <said> {that the ferry was late}.", CueClass.STATEMENT),
        ("[The clerk] <wrote> {that the ferry was late}.", CueClass.STATEMENT),
        ("[A survey] <shows> {that the ferry is late}.", CueClass.STATEMENT),
        ("[RUIZ]<:> {The ferry is late.}", CueClass.STATEMENT),
        ("<According to> [the clerk], {the ferry is late}.", CueClass.STATEMENT),
        ("[The clerk] <asked> {whether the ferry was late}.", CueClass.QUESTION),
        ("[The clerk] <wondered> {why the ferry was late}.", CueClass.QUESTION),
        ("[The clerk] <denied> {that the ferry was late}.", CueClass.DENIAL),
        ("[The clerk] <disputed> {the account}.", CueClass.DENIAL),
        ("[The clerk] <dismissed> {the allegations against him}.", CueClass.DENIAL),
        ("[The clerk] <urged> {the crew to wait}.", CueClass.DEMAND),
        ("[The clerk] <ordered> {the crew to wait}.", CueClass.DEMAND),
        ("[The clerk] <called for> {patience}.", CueClass.DEMAND),
        ("[The clerk] <criticized> {the captain}.", CueClass.OPINION),
        ("[The clerk] <praised> {the captain}.", CueClass.OPINION),
        ("[The clerk] <has accused> {the captain of sleeping}.", CueClass.OPINION),
        ("[The clerk] <called> {the captain a coward}.", CueClass.OPINION),
        ("[The clerk] <believes> {that the ferry is late}.", CueClass.BELIEF),
        ("[The clerk] <knew> {that the ferry was late}.", CueClass.BELIEF),
        ("[The clerk] <expects> {the ferry to be late}.", CueClass.BELIEF),
        ("[The clerk] <was confident> {that the ferry was late}.", CueClass.BELIEF),
        ("[The clerk] <plans> {to wait}.", CueClass.INTENTION),
        ("[The clerk] <vowed> {to wait}.", CueClass.INTENTION),
        ("[The clerk] <hopes> {that the ferry is late}.", CueClass.INTENTION),
        ("[The clerk] <fears> {that the ferry is late}.", CueClass.EMOTION),
        ("[The clerk] <was worried> {that the ferry was late}.", CueClass.EMOTION),
        ("[The clerk] <has expressed> {regret about the delay}.", CueClass.EMOTION),
        ("[The clerk] <saw> {that the ferry was late}.", CueClass.PERCEPTION),
        ("[The clerk] <noticed> {that the ferry was late}.", CueClass.PERCEPTION),
    ],
)
def test_the_class_tells_statements_from_beliefs_plans_and_perceptions(
    read: Reader, marked: str, kind: CueClass
) -> None:
    assert read(marked).kind is kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("[She] <asked> {whether the crew would wait}.", CueClass.QUESTION),
            ("[She] <asked> {the crew to wait}.", CueClass.DEMAND),
        ),
        (
            ("[She] <told> {them that it was late}.", CueClass.STATEMENT),
            ("[She] <told> {them to leave}.", CueClass.DEMAND),
        ),
        (
            ("[She] <saw> {that the harbour was empty}.", CueClass.PERCEPTION),
            ("[She] <saw> {the harbour as a burden}.", CueClass.OPINION),
        ),
        (
            ("[She] <found> {that the harbour was empty}.", CueClass.PERCEPTION),
            ("[She] <found> {the fee unfair}.", CueClass.OPINION),
        ),
        (
            ("[She] <felt> {that the fee was too high}.", CueClass.BELIEF),
            ("[She] <felt> {shame}.", CueClass.EMOTION),
        ),
        (
            ("[She] <agreed> {that the fee was too high}.", CueClass.OPINION),
            ("[She] <agreed> {to pay the fee}.", CueClass.INTENTION),
        ),
    ],
)
def test_the_content_tells_which_sense_a_verb_has(
    read: Reader, one: tuple[str, CueClass], other: tuple[str, CueClass]
) -> None:
    for marked, kind in (one, other):
        assert read(marked).kind is kind


def test_an_unlisted_cue_has_a_lemma_and_no_class(read: Reader) -> None:
    cue = read("[The clerk] <zorped> {that the ferry was late}.")
    assert (cue.kind, cue.lemma is None) == (None, False)


def test_no_cue_has_neither(read: Reader) -> None:
    cue = read("{“The ferry will be late.”}")
    assert (cue.lemma, cue.kind, cue.prediction) == (None, None, True)


@pytest.mark.parametrize(
    "marked",
    [
        "[The baker] <did not say> {that the oven was hot}.",
        "[The baker] did not <say> {that the oven was hot}.",
        "[The baker] <never claimed> {that the oven was hot}.",
        "[The baker] <declined to say> {whether the oven was hot}.",
        "[The baker] <refused> {to comment on the oven}.",
        "[The baker] <would not confirm> {that the oven was hot}.",
        "[The baker] <wouldn’t confirm> {that the oven was hot}.",
        "[The baker] <stopped short of saying> {that the oven was hot}.",
        "[The baker] <has made no suggestion> {that the oven was hot}.",
        "[The baker] <has yet to comment> {on the oven}.",
        "[The baker] left without <saying> {whether the oven was hot}.",
        "[No one] <believes> {that the oven was hot}.",
        "[Neither baker] <said> {that the oven was hot}.",
        "Nor did [the baker] <say> {that the oven was hot}.",
        "[The baker] <is not sure> {that the oven was hot}.",
    ],
)
def test_negated_is_what_the_source_has_not_said_or_meant(read: Reader, marked: str) -> None:
    assert read(marked).negated


@pytest.mark.parametrize(
    "marked",
    [
        "[The baker] <said> {that the oven was not hot}.",
        "[The baker] <said> {he would not comment}.",
        "[The baker] <denied> {that the oven was hot}.",
        "[The baker] <not only said> {that the oven was hot}.",
        "[The baker] <did not hesitate to say> {that the oven was hot}.",
        "[The baker] <has made no secret of> {his anger}.",
        "[The No. 2 baker] <said> {that the oven was hot}.",
        "[The baker], who had not slept, <said> {that the oven was hot}.",
        "{The oven was not hot}, [the baker] <said>.",
    ],
)
def test_a_denial_and_a_negative_content_are_said_all_the_same(read: Reader, marked: str) -> None:
    assert not read(marked).negated


@pytest.mark.parametrize(
    "marked",
    [
        "[The pilot] <said> {that the fog might lift}.",
        "[The pilot] <said> {the fog could have lifted}.",
        "[The pilot] <said> {that the fog had probably lifted}.",
        "[The pilot] <said> {it was likely that the fog had lifted}.",
        "[The pilot] <suggested> {that the fog had lifted}.",
        "[The pilot] <seemed to say> {that the fog had lifted}.",
        "[The pilot] <reportedly said> {that the fog had lifted}.",
        "[The pilot] <hinted> {that the fog had lifted}.",
        "[The pilot] <may have said> {that the fog had lifted}.",
        "{“I think the fog has lifted,”} [the pilot] <said>.",
        "{“Perhaps the fog has lifted,”} [the pilot] <said>.",
        "[The pilot] <said> {the fog appeared to lift}.",
    ],
)
def test_hedged_is_what_is_told_with_reserve(read: Reader, marked: str) -> None:
    assert read(marked).hedged


@pytest.mark.parametrize(
    "marked",
    [
        "[The pilot] <said> {that the fog had lifted}.",
        "[The pilot] <said> {that the fog had lifted because the wind might turn}.",
        "[The pilot] <criticized> {a rule that may close the airport}.",
        "[The pilot] <said> {he could not see the runway}.",
        "[The pilot] <suggested> {a date}.",
        "[The pilot] <said> {that the fog lifted in May}.",
    ],
)
def test_what_a_subordinate_clause_softens_is_not_hedged(read: Reader, marked: str) -> None:
    assert not read(marked).hedged


@pytest.mark.parametrize(
    "marked",
    [
        "[The farmer] <said> {that the harvest will be poor}.",
        "{“We’ll sell the barn,”} [the farmer] <said>.",
        "{“It won’t rain,”} [the farmer] <said>.",
        "[The farmer] <said> {that the harvest would be poor}.",
        "[The farmer] <says> {it is going to rain}.",
        "[The farmer] <said> {the barn was set to close}.",
        "[The farmer] <said> {the barn is due to close}.",
        "[The farmer] <expects> {the harvest to be poor}.",
        "[The farmer] <predicted> {a poor harvest}.",
        "[The farmer] <said> {that the wheat is ripe and that the harvest will begin}.",
        "{“I think it will rain,”} [the farmer] <said>.",
    ],
)
def test_a_prediction_is_about_what_will_come(read: Reader, marked: str) -> None:
    assert read(marked).prediction


@pytest.mark.parametrize(
    "marked",
    [
        "[The farmer] <said> {that the harvest was poor}.",
        "[The farmer] <said> {the harvest would have been poor}.",
        "{“I would never sell the barn,”} [the farmer] <said>.",
        "[The farmer] <criticized> {the law that will close the barn}.",
        "[The farmer] <said> {he was going to the market when it rained}.",
        "[The farmer] <vowed> {to rebuild the barn}.",
    ],
)
def test_no_prediction_is_made_of_what_was_or_might_have_been(read: Reader, marked: str) -> None:
    assert not read(marked).prediction


def test_each_word_has_one_class() -> None:
    counted = Counter(word for kind in CueClass for word in words(f"cue_classes/{kind.value}"))
    assert [word for word, times in counted.items() if times > 1] == []


_WORDS = [
    "the mayor", "said", "no", "not", "never", "declined", "to", "comment", "“", "”", ",", ":",
    "has made", "clear", "—", "would", "will", "may", "“I think", "it rains", ".", "\n\n", "as",
    "according to", "call", "for", "İ", "\u200b", "’s", "going", "nor did",
]  # fmt: skip


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), parts=st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=14))
def test_any_spans_of_any_text_are_read_and_nothing_else_is_touched(
    parser: Language, data: st.DataObject, parts: list[str]
) -> None:
    text = " ".join(parts)
    doc = parser(text)
    spans = st.builds(
        lambda start, length: (start, min(start + length, len(doc))),
        st.integers(0, max(len(doc) - 1, 0)),
        st.integers(1, 5),
    )
    some = st.lists(spans, max_size=2).map(lambda them: tuple(sorted(them)))
    kinds = st.sampled_from(ClaimType)
    found = data.draw(
        st.lists(st.builds(Attribution, kinds, some, some, some, st.none(), st.just(0.5)))
    )
    analysis(doc).attributions = found
    before = (doc.to_json(), list(found))
    cues = analysis(add_cues(doc)).cues
    assert len(cues) == len(found)
    assert all(cue.lemma is not None or cue.kind is None for cue in cues)
    assert (doc.to_json(), analysis(doc).attributions) == before
