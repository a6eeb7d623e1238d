"""Whom expressions mean, as gold tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.claim import Affiliation, Span, SpeakerKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.pipeline import Extractor
from claims.scoring.agreement.names import comparable
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers
from claims.training.answers import answers_of, described, names_of, read_chained
from tests.claims.extraction.scenes import prepared

TEXT = "Captain Ada Holm came home.\n\nShe said the port was shut, and it was."


def test_a_pronoun_means_the_names_of_its_chain(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "harbor.txt").write_text(TEXT, encoding="utf-8")
    she, it = TEXT.index("She"), TEXT.index("it was")
    chains = {
        "1": [[0, 16, "person"], [she, she + 3, "person"]],
        "2": [[TEXT.index("the port"), TEXT.index(" was shut"), "place"], [it, it + 2, "place"]],
    }
    (tmp_path / "gold.json").write_text(json.dumps({"harbor.txt": {"chains": chains}}))
    [(doc, read)] = read_chained(tmp_path, Extractor(rules_only=True))
    tokens = Tokens(doc, ())
    [(token, names)] = answers_of(tokens, read).items()
    assert tokens.text[token] == "She"
    assert comparable("Ada Holm") in {name[-2:] for name in names}


def stated(text: str, *people: tuple[str, str]) -> GoldSpeakers:
    """Who is said to be what in an article, each with one role as it stands there."""
    speakers = tuple(
        GoldSpeaker(
            name,
            SpeakerKind.PERSON,
            (),
            (Affiliation(role, None, Span(text.index(role), text.index(role) + len(role))),),
        )
        for name, role in people
    )
    return GoldSpeakers("harbor.txt", "harbor.ann", speakers, ())


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("the harbor pilot", {comparable("Ada Holm")}),
        ("the tired pilot", {comparable("Ada Holm")}),
        ("the welder", set()),
    ],
)
def test_a_description_means_whom_gold_calls_so_or_nobody(
    phrase: str, names: set[tuple[str, ...]]
) -> None:
    text = "Bo Ray met the tired pilot and the welder. Later the harbor pilot left."
    known = stated(text, ("Ada Holm", "tired pilot"), ("Ada Holm", "harbor pilot"))
    tokens = Tokens(prepared(text), ())
    answers = described(tokens, known)
    [start] = [
        token for token in answers if tokens.source[tokens.start[token] :].startswith(phrase)
    ]
    assert answers[start] == names


def test_the_same_words_elsewhere_mean_the_same_person() -> None:
    text = "Bo Ray met the tired pilot. On Monday the tired pilot left."
    answers = described(Tokens(prepared(text), ()), stated(text, ("Ada Holm", "tired pilot")))
    assert list(answers.values()) == [{comparable("Ada Holm")}] * 2


def test_kin_whom_no_reader_lists_teach_nothing() -> None:
    text = "Bo Ray met the father of the pilot."
    [names] = described(Tokens(prepared(text), ()), stated(text)).values()
    assert names == frozenset()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a harbor pilot", SpeakerKind.PERSON),
        ("Another pilot", SpeakerKind.PERSON),
        ("Ada and Bo Ray", SpeakerKind.GROUP),
    ],
)
def test_a_group_and_somebody_without_a_name_have_no_names(name: str, kind: SpeakerKind) -> None:
    assert names_of(GoldSpeaker(name, kind, (), ())) == frozenset()
