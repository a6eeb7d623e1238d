"""Who may be meant by a description of one person."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.mentions.component import add_mentions
from claims.extraction.speakers.component import SpeakerResolver
from claims.extraction.speakers.ranker import (
    DESCRIPTION,
    Features,
    PersonCandidate,
    Ranker,
    Taken,
    shipped_ranker,
)
from tests.claims.extraction.scenes import prepared, speakers


class Listener(Ranker):
    """Chooses like another ranker and notes what it chose from."""

    def __init__(self) -> None:
        super().__init__(shipped_ranker().weights)
        self.heard: list[dict[str, Features]] = []

    def best(self, kind: str, token: int, candidates: Sequence[PersonCandidate]) -> Taken:
        if kind == DESCRIPTION:
            self.heard.append(
                {str(one.cluster and one.cluster.name): one.features for one in candidates[1:]}
            )
        return super().best(kind, token, candidates)


def signs(*paragraphs: str) -> dict[str, Features]:
    """What speaks for each person whom the last described source may mean."""
    found = analysis(add_affiliations(add_mentions(prepared(*paragraphs))))
    listener = Listener()
    SpeakerResolver(found.named, found.attributions, listener).resolve()
    return listener.heard[-1]


def test_two_affiliations_are_one_person() -> None:
    found = speakers(
        "Senator Ingrid Rolle spoke on Monday.",
        "[[The senator and former teacher]] said that the school was cold.",
    )
    assert found == [("Ingrid Rolle",)]


def test_an_indefinite_description_is_nobody_named_before() -> None:
    found = speakers("Carl Brandt, a welder, left.", "[[A welder]] said that the gate was shut.")
    assert found == [("A welder",)]


def test_a_lead_describes_whom_the_next_sentences_name() -> None:
    found = speakers(
        "[[A New York judge]] said the papers would stay sealed.",
        "Justice Carl Brandt ruled on Thursday.",
    )
    assert found == [("Carl Brandt",)]


def test_a_description_is_nobody_who_is_the_subject_of_its_clause() -> None:
    found = speakers(
        "Senator Ingrid Rolle met Senator Carl Brandt on Monday.",
        "[[Rolle]] said [[the senator]] had told her that the school was cold.",
    )
    assert found[1] != ("Ingrid Rolle",)


def test_a_subject_of_its_clause_counts_against_anybody_being_meant() -> None:
    found = signs(
        "Senator Ingrid Rolle met Senator Carl Brandt on Monday.",
        "Rolle told reporters that [[the senator]] had said the school was cold.",
    )
    assert found["None"]["bound"] == 1.0
    assert "bound" not in found["Carl Brandt"]


def test_how_often_a_person_is_named_counts() -> None:
    found = signs(
        "Senator Ingrid Rolle met Senator Carl Brandt on Monday.",
        "Rolle left early.",
        "[[The senator]] said that the school was cold.",
    )
    assert "most named" in found["Ingrid Rolle"]
    assert "named once" in found["Carl Brandt"]
    assert {"most named", "named once"}.isdisjoint(
        found["Ingrid Rolle"].keys() & found["Carl Brandt"].keys()
    )


def test_a_former_president_is_not_the_one_in_office() -> None:
    found = speakers(
        "Former President Luis Prado met President Ana Costa in Lima.",
        "[[The former president]] said that it was late. [[The president]] said that it was not.",
    )
    assert found == [("Luis Prado",), ("Ana Costa",)]


def test_a_lawmaker_of_another_state_or_party_is_not_meant() -> None:
    found = speakers(
        "Sen. Ted Marsh, R-Texas, met Rep. Nancy Lowe (D-Texas) and Jo Frost, an Iowa Republican.",
        "[[The Texas Republican]] said that it was late.",
    )
    assert found == [("Ted Marsh",)]


def test_a_description_takes_up_the_one_of_whom_the_sentence_before_tells() -> None:
    found = speakers("Greta Lind slept at the harbor. [[The former welder]] said it was cold.")
    assert found == [("Greta Lind",)]


def test_behind_a_quotation_it_is_who_acts_and_not_whom_they_blame() -> None:
    found = speakers(
        "Greta Lind blamed Carl Brandt on Monday.",
        "“Nobody can sail in this wind,” said [[the Portuguese]].",
    )
    assert found == [("Greta Lind",)]


def test_who_is_described_twice_is_nobody_of_another_role() -> None:
    found = speakers(
        "[[The patient, a young teacher,]] said that the ward was full.",
        "A Tide Bureau spokeswoman, Greta Lind, said it was not.",
    )
    assert found == [("The patient",)]


def test_somebodys_counsel_is_not_whoever_is_named_next() -> None:
    found = speakers(
        "The trial began on Monday. It was short. Nobody came.",
        "Carl Brandt and Bo Roy sat in court. [[Brandt’s counsel]] said his client was ill.",
        "Greta Lind, 82, sat behind them.",
    )
    assert found == [("Brandt’s counsel",)]
