"""What is read of a claim, as plain values."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from claims.article import Article
from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.partial_date import PartialDate, Precision
from db.query.model import ClaimQuery
from tests.db.library import rows, shelve


def test_a_row_tells_the_claim_with_its_speaker_as_of_the_article(library: Engine) -> None:
    early, late = rows(library, ClaimQuery(speakers=("brandt",), types=(ClaimType.DIRECT,)))

    assert early.published == PartialDate(date(2022, 3, 10), Precision.DAY)
    assert (early.roles, early.organizations) == (("planner",), ("Transit Study Group",))
    assert (late.roles, late.organizations) == (("director",), ("City Rail Office",))
    assert early.names == late.names == ("Ilse Brandt",)
    assert [one.kind for one in late.speakers] == ["person"]
    assert late.outlet == "Evening Ledger"
    assert late.article_title == "Depot costs climb again"
    assert late.article_path == "/library/depot.html"
    assert (late.source, late.cue, late.type) == ("Ilse Brandt", "said", "direct")
    assert (late.confidence, late.review) == (0.95, "machine")


def test_pieces_are_joined_and_bounded_by_the_first_and_the_last(library: Engine) -> None:
    (split,) = rows(library, ClaimQuery(text="cycles"))

    assert split.content == "Nobody cycles home from a night shift in February; not twice"
    length = len('Nobody cycles home from a night shift in February," Ms. Brandt said, "not twice')
    assert split.content_end - split.content_start == length


def test_of_a_joint_statement_speakers_roles_and_organizations_stand_in_line(
    library: Engine,
) -> None:
    (joint,) = rows(library, ClaimQuery(speakers=("achterberg",), articles=("bridge",)))

    assert joint.names == ("Ilse Brandt", "Tom Achterberg")
    assert joint.roles == ("", "former mayor")
    assert joint.organizations == ("City Rail Office", "")


def test_a_claim_without_speaker_or_affiliation_has_none(library: Engine) -> None:
    *_, signal, ticket = rows(library)

    assert (signal.names, signal.roles, signal.organizations) == (("Tom Achterberg",), (), ())
    assert (ticket.speakers, ticket.outlet) == ((), None)


def test_every_affiliation_has_a_position_and_a_speaker_without_one_keeps_his_place(
    archive: Engine,
) -> None:
    text = "Letter\n\nA, chair of X and author, B and C, ex-editor, agreed it works.\n"

    def words(piece: str) -> Span:
        return Span(text.index(piece), text.index(piece) + len(piece))

    speakers = (
        Speaker(
            "A",
            SpeakerKind.PERSON,
            (
                Affiliation("chair", "X", words("chair of X")),
                Affiliation("author", None, words("author")),
            ),
        ),
        Speaker("B", SpeakerKind.PERSON),
        Speaker(
            "C",
            SpeakerKind.PERSON,
            (Affiliation("ex-editor", None, words("ex-editor"), former=True),),
        ),
    )
    claim = Claim(ClaimType.INDIRECT, (words("it works"),), speakers=speakers)
    shelve(archive, Article(path="/letter.txt", text=text), [claim])

    (row,) = rows(archive)

    assert row.names == ("A", "B", "C")
    assert row.roles == ("chair", "author", "", "ex-editor")
    assert row.organizations == ("X", "", "", "")


def test_the_role_of_people_who_are_called_by_it_is_not_told_again(archive: Engine) -> None:
    text = "Letter\n\nTwo Chinese officials agreed it works.\n"
    start = text.index("Two")
    officials = Speaker(
        "Two Chinese officials",
        SpeakerKind.GROUP,
        (Affiliation("officials", "China", Span(start, start + 21)),),
    )
    content = Span(text.index("it works"), text.index("."))
    claim = Claim(ClaimType.INDIRECT, (content,), speakers=(officials,))
    shelve(archive, Article(path="/letter.txt", text=text), [claim])

    (row,) = rows(archive)

    assert (row.roles, row.organizations) == (("officials",), ("China",))
    assert row.affiliations == ("China",)
