"""What each filter finds, on both backends."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, update

from db.analysis.summary import list_speakers
from db.connection.engine import writing
from db.identity.decisions import merge
from db.query import first_page as first_speakers
from db.query.model import ClaimQuery
from db.schema.core import Claim
from tests.db.library import found, rows

ALL = [
    "night trams would",
    "Nobody cycles home",
    "the noise",
    "The depot roof",
    'the figures "optimistic',
    "declined to publish",
    "the bridge must",
    "cracks in two",
    "The signal failed",
    "Tickets should be",
]


def test_without_a_filter_all_are_found_by_date_article_and_position(library: Engine) -> None:
    assert found(library, "") == ALL


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("speaker:okafor", ['the figures "optimistic']),
        ('speaker:"NADEGE okafor"', ['the figures "optimistic']),
        ("speaker:nad", ['the figures "optimistic']),
        ('speaker:"Prof. Okafor"', ['the figures "optimistic']),
        ('speaker:"Ms. Brandt" type:direct', ["Nobody cycles home", "The depot roof"]),
        ("speaker:kafor", []),
        ("speaker:okafor speaker:audit", ['the figures "optimistic', "cracks in two"]),
        ("speaker:achterberg", ["the bridge must", "The signal failed"]),
        ('speaker:"Achterberg, Tom"', ["the bridge must", "The signal failed"]),
        ("speaker:%", []),
        ("speaker:_", []),
        ("speaker:!!!", []),
    ],
)
def test_a_speaker_is_found_by_the_beginnings_of_words_of_any_of_the_names(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('org:"transit study"', ["night trams would", "Nobody cycles home"]),
        ("org:etudes", ['the figures "optimistic']),
        # The office itself speaks too, in the same article.
        ('org:"city rail"', ["The depot roof", "declined to publish", "the bridge must"]),
        ("speaker:brandt org:transit", ["night trams would", "Nobody cycles home"]),
        ("speaker:brandt org:rail", ["The depot roof", "the bridge must"]),
        ("speaker:okafor org:transit", []),
    ],
)
def test_an_organization_is_that_of_the_speaker_as_of_the_claims_article(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_what_is_asked_of_a_speaker_must_hold_for_one_of_a_joint_statement(
    library: Engine,
) -> None:
    assert found(library, "speaker:brandt org:rail article:bridge") == ["the bridge must"]
    assert found(library, "speaker:achterberg org:rail") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("article:depot", ALL[3:6]),
        ('article:"NIGHT trams"', ALL[:3]),
        ("article:signals.txt", ["The signal failed"]),
        ("article:library", []),
        ("article:library/signals.txt", ["The signal failed"]),
        ("article:sig%ls", []),
        ("article:night_txt", []),
        ("outlet:ledger", ALL[3:8]),
        ('outlet:"norreport nyt"', ["The signal failed"]),
        ("outlet:ledger article:bridge", ALL[6:8]),
        ("outlet:courant", []),
        ('outlet:"=The Valley Courier"', ALL[:3]),
        ("outlet:=courier", []),
        ("outlet:=\ud800", []),
    ],
)
def test_articles_are_found_by_title_file_and_outlet(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_an_article_is_found_by_its_id(library: Engine) -> None:
    depot = rows(library, ClaimQuery(articles=("Depot costs",)))[0].article_id

    assert found(library, f"article:{depot}") == ALL[3:6]
    assert found(library, f'article:"Anything [{depot}]"') == ALL[3:6]


def test_a_speaker_is_found_by_its_id_and_by_the_id_of_whoever_is_one_with_it(
    own_library: Engine,
) -> None:
    ids = {row.speaker.label: row.speaker.id for row in list_speakers(own_library, ClaimQuery())}
    brandt, okafor = ids["Ilse Brandt"], ids["Nadège Okafor"]

    assert found(own_library, f"speaker:{okafor}") == ALL[4:5]
    assert found(own_library, f'speaker:"Whoever [{okafor}]"') == ALL[4:5]
    assert found(own_library, "speaker:e0123456789abcdef") == []

    both = found(own_library, f"speaker:{brandt} speaker:{okafor}")
    merge(own_library, "Ilse Brandt", ["Nadège Okafor"], "ines")
    assert (
        found(own_library, f"speaker:{okafor}") == found(own_library, f"speaker:{brandt}") == both
    )


def find_speaker(engine: Engine, name: str) -> str:
    """Public id of a speaker."""
    return next(
        row.speaker.id for row in list_speakers(engine, ClaimQuery()) if row.speaker.label == name
    )


def test_an_organization_is_found_by_its_id_which_is_nobody_elses(library: Engine) -> None:
    office = find_speaker(library, "City Rail Office")
    brandt = find_speaker(library, "Ilse Brandt")

    assert found(library, f"org:{office}") == found(library, 'org:"city rail office"')
    assert found(library, f"org:{brandt}") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("type:direct", ["Nobody cycles home", "The depot roof"]),
        ("type:direct type:mixed", ["Nobody cycles home", *ALL[3:5]]),
        ("kind:group", ["the noise"]),
        ("kind:organization kind:document", ["declined to publish", "cracks in two"]),
        ("kind:person speaker:brandt type:direct", ["Nobody cycles home", "The depot roof"]),
        ("min-confidence:0.9", ["Nobody cycles home", "The depot roof"]),
    ],
)
def test_claims_are_found_by_type_kind_and_confidence(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


SAID = [ALL[0], ALL[1], "The depot roof"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("cue:say", [*SAID, "Tickets should be"]),
        ("cue:SAY class:demand", ["Tickets should be"]),
        ("cue:argue", ["the bridge must"]),
        ('cue:"that argue"', ["the bridge must"]),
        # Whole words: a lemma is a word of the dictionary, and "sa" is none.
        ("cue:sa", []),
        ("cue:%", []),
        ("cue:!", []),
        ("class:statement", SAID),
        ("class:denial class:opinion", [*ALL[4:6], "the bridge must"]),
        ("class:belief", []),
        ("is:negated", ["declined to publish"]),
        ("not:negated", [one for one in ALL if one != "declined to publish"]),
        ("is:prediction", ["night trams would", "the noise"]),
        ("is:hedged", ["Tickets should be"]),
        ("class:statement -is:prediction", SAID[1:]),
        ("not:negated not:hedged not:prediction speaker:achterberg", [ALL[6], ALL[8]]),
        ("class:emotion sort:-confidence limit:1", ["the noise"]),
    ],
)
def test_claims_are_found_by_cue_class_and_flags(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("since:2022-03-10 until:2022-03-10", ALL[:3]),
        ("since:2022-03-11", ALL[3:9]),
        ("until:2022-03-09", []),
        # The depot article is of some day in May 2023, the signals article of some day in 2024.
        ("since:2023-05-20 until:2023-05-21", ALL[3:6]),
        ("since:2023-05-31 until:2023", ALL[3:8]),
        ("since:2023-06 until:2023-12", ALL[6:8]),
        ("until:2023-04", ALL[:3]),
        ("since:2024-08 until:2024-09", ["The signal failed"]),
        ("since:2025", []),
        ("until:2023", ALL[:8]),
    ],
)
def test_a_date_known_to_the_month_or_year_counts_with_all_its_days(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tram", ["night trams would", "the bridge must"]),
        ("TRAMS", ["night trams would", "the bridge must"]),
        ("trams night", ["night trams would"]),
        ('"night trams"', ["night trams would"]),
        ('"trams night"', []),
        ("optim*", ['the figures "optimistic']),
        ('"depot ro*"', []),
        ('"depot ro"*', ["The depot roof"]),
        ("night -trams", ["Nobody cycles home", "Tickets should be"]),
        ('night -"night shift" -tickets', ["night trams would"]),
        ("depot OR pillar", ["The depot roof", "cracks in two"]),
        ("depot OR -night speaker:brandt", ["The depot roof", "the bridge must"]),
        ("OR depot OR", ["The depot roof"]),
        ("the", ["the noise", "The depot roof", ALL[4], "the bridge must", "The signal failed"]),
        ("100%", ['the figures "optimistic']),
        ('maintain" nobody', ["The signal failed"]),
        ("—", []),
    ],
)
def test_search_text_is_matched_by_word_phrase_and_prefix(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("topic:tram", ["night trams would", *ALL[1:3], "the bridge must", "cracks in two"]),
        ("topic:reserve", ["The depot roof"]),
        ('topic:"depot cost"', ALL[3:6]),
        ('topic:"depot noise"', []),
    ],
)
def test_a_topic_is_looked_for_in_content_and_title(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected
    assert found(library, f"{line} limit:3") == expected[:3]
    assert found(library, f"{line} speaker:okafor") == [ALL[4]] * (ALL[4] in expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sort:-published", ["The signal failed", *ALL[6:8], *ALL[3:6], *ALL[:3], ALL[9]]),
        ("sort:-confidence limit:3", ["The depot roof", "Nobody cycles home", "the bridge must"]),
        ("sort:confidence limit:2", ["Tickets should be", "the noise"]),
        ("sort:type limit:3", ["Nobody cycles home", "The depot roof", "night trams would"]),
        ("sort:outlet limit:4", [*ALL[3:7]]),
        ("sort:-outlet limit:1", ["night trams would"]),
        ("sort:article limit:2", ["the bridge must", "cracks in two"]),
        ("sort:speaker limit:2", ["cracks in two", "declined to publish"]),
        ("sort:-speaker limit:2", ["The signal failed", "the noise"]),
        ("sort:organization limit:3", ["The depot roof", "the bridge must", ALL[4]]),
        ("sort:-organization limit:1", ["night trams would"]),
        ("limit:2", ALL[:2]),
    ],
)
def test_what_lacks_the_field_sorted_by_comes_last_in_either_direction(
    library: Engine, line: str, expected: list[str]
) -> None:
    assert found(library, line) == expected


def test_a_retired_claim_is_not_found(own_library: Engine) -> None:
    with writing(own_library) as connection:
        connection.execute(update(Claim).where(Claim.content == "the noise").values(current=False))

    assert found(own_library, "article:night") == ["night trams would", "Nobody cycles home"]
    assert found(own_library, "noise") == []


@pytest.mark.parametrize("speakers", [0, 1, 3])
@pytest.mark.parametrize("sort", ["speaker", "-speaker"])
def test_the_first_claims_by_speaker_are_the_first_of_all_of_them(
    library: Engine, sort: str, speakers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_speakers, "_SPEAKERS", speakers)
    whole = found(library, f"sort:{sort}")

    for limit in range(1, len(ALL) + 1):
        assert found(library, f"sort:{sort} limit:{limit}") == whole[:limit]
