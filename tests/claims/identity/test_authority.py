"""Authority files: what they say, and what is refused in one line."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import SpeakerKind
from claims.identity.authority import (
    AuthorityError,
    KnownAffiliation,
    KnownEntity,
    read_authority,
)
from claims.partial_date import PartialDate, Precision

HEADER = "kind,name,aliases,wikidata,role,organization,since,until,parent\n"


def read(tmp_path: Path, text: str, name: str = "known.csv") -> list[KnownEntity]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_authority(path)


def test_rows_of_one_person_are_one_with_several_affiliations(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEADER
        + "person,Ana Ruiz,Ana L. Ruiz; A. Ruiz,Q42,mayor,Elm City,2019-05,2022,\n"
        + ",Ana Ruiz,,https://www.wikidata.org/wiki/Q42,head,River College,2022-02-01,,\n",
    )
    assert found == [
        KnownEntity(
            SpeakerKind.PERSON,
            "Ana Ruiz",
            ("Ana L. Ruiz", "A. Ruiz"),
            (("wikidata", "Q42"),),
            (
                KnownAffiliation(
                    "mayor",
                    "Elm City",
                    PartialDate(date(2019, 5, 1), Precision.MONTH),
                    PartialDate(date(2022, 1, 1), Precision.YEAR),
                ),
                KnownAffiliation(
                    "head", "River College", PartialDate(date(2022, 2, 1), Precision.DAY)
                ),
            ),
        )
    ]


def test_json_has_the_same(tmp_path: Path) -> None:
    told = [
        {"kind": "organization", "name": "Delta Lab", "aliases": ["DL"], "parent": "Elm College"},
        {"name": "Bo Lind", "affiliations": [{"role": "head", "organization": "Delta Lab"}]},
    ]
    lab, lind = read(tmp_path, json.dumps(told), "known.json")
    assert (lab.kind, lab.aliases, lab.parent) == (SpeakerKind.ORGANIZATION, ("DL",), "Elm College")
    assert lind.affiliations == (KnownAffiliation("head", "Delta Lab"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,label\n1,Ana\n", "has no column 'name'"),
        ("name,colour\nAna,red\n", "column 'colour' is unknown"),
        ("name,kind\nAna\n", "line 2: has not as many cells"),
        ("name,kind\nAna,ship\n", "line 2: kind 'ship' is neither"),
        ("name\nAna\n\n...\n", "'...' is not a name"),
        ("name,wikidata\nAna,42\n", "line 2: '42' is not a Wikidata id"),
        ("name,since\nAna,2020\n", "line 2: an affiliation has neither"),
        ("name,role,since\nAna,head,May 2020\n", "line 2: 'May 2020' is not a date"),
        ("name,role,since,until\nAna,head,2021,2020\n", "since 2021 is after until 2020"),
        ("name,parent\nAna,Elm\n", "only an organization has a parent"),
        ("kind,name,role\norganization,Elm,head\n", "only a person has a role"),
        ('name\n"Ana\n', "unexpected end of data"),
    ],
)
def test_what_cannot_be_understood_names_file_and_place(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(AuthorityError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'known.csv'}")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("known.json", b"{", "is not JSON"),
        ("known.json", b'{"name": "Ana"}', "is not a list"),
        ("known.json", b'["Ana"]', "entry 1: is not an object"),
        ("known.json", b'[{"name": 1}]', "entry 1: name is not a text"),
        (
            "known.json",
            b'[{"name": "Ana", "affiliations": ["head"]}]',
            "affiliations is not a list of objects",
        ),
        ("known.csv", b"name\n\xff\n", "is not UTF-8"),
        ("known.txt", b"name\nAna\n", "neither a .csv nor a .json"),
    ],
)
def test_files_of_another_form_are_refused(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AuthorityError, match=told):
        read_authority(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"nothing\.csv: no such file"):
        read_authority(tmp_path / "nothing.csv")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(("name,aliases\n" + text).encode("utf-8", "surrogatepass"))
    with contextlib.suppress(AuthorityError):
        read_authority(path)


def test_a_file_written_before_has_its_affiliations_under_the_old_key(tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    role = '[{"role": "head"}]'
    known.write_text(f'[{{"name": "Bo Lind", "affiliations": {role}}}]')
    now = read_authority(known)
    known.write_text(f'[{{"name": "Bo Lind", "posts": {role}}}]')

    assert read_authority(known) == now
    assert now[0].affiliations == (KnownAffiliation("head", None),)
    known.write_text(f'[{{"name": "Bo Lind", "affiliations": {role}, "posts": {role}}}]')
    with pytest.raises(AuthorityError, match="are the same; use 'affiliations'"):
        read_authority(known)
