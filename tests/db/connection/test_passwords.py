"""Databases are named without their passwords, wherever in a URL these stand."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy import make_url

from db.archive import open_archive
from db.connection.engine import ArchiveError, database_url
from db.connection.passwords import shown

WITH_PASSWORDS = [
    "postgresql://ines:sesame@host/claims",
    "postgresql://:sesame@host/claims",
    "postgresql://ines:ses%61me@host/claims",
    "postgresql://ines:a@sesame@host/claims",
    "postgresql://host/claims?user=ines&password=sesame",
    "postgresql://host/claims?password=other&password=sesame",
    "postgresql://host/claims?PassWord=sesame",
    "postgresql://host/claims?p%61ssword=ses%61me",
    "postgresql://host/claims?sslpassword=sesame&sslmode=require",
    "postgresql://host/claims?passfile=%2Fhome%2Fsesame",
    "postgresql://host/claims?sslmode=require;password=sesame",
    "postgresql://host/claims?options=-c%20password%3D'open%20sesame'",
    "postgresql://host/postgresql%3A%2F%2Fines%3Asesame%40host%2Fclaims",
    "postgresql://host/x:sesame@host/claims",
    "postgresql://ines:sesame",
    "postgresql:ines:sesame@host/claims",
    "mysql://ines:sesame@host/claims",
]


@pytest.mark.parametrize("url", [*WITH_PASSWORDS, "sqlite:////srv/news.db?password=sesame"])
def test_no_password_is_shown(url: str) -> None:
    told = shown(url)
    assert "sesame" not in told
    assert "***" in told


@pytest.mark.parametrize("url", WITH_PASSWORDS)
def test_none_is_told_when_it_does_not_open(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    url = url.replace("@host/", "@127.0.0.1:1/").replace("//host/", "//127.0.0.1:1/")
    with pytest.raises(ArchiveError) as caught:
        open_archive(url)
    assert "sesame" not in str(caught.value) + caplog.text


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("news.db", "news.db"),
        ("/srv/password=1.db", "/srv/password=1.db"),
        ("sqlite:////srv/news.db", "sqlite:////srv/news.db"),
        ("postgres://ines@host:5433/claims", "postgres://ines@host:5433/claims"),
        (
            "postgresql://ines:sesame@host/claims?password=sesame&sslmode=require",
            "postgresql://ines:***@host/claims?password=***&sslmode=require",
        ),
    ],
)
def test_the_rest_is(written: str, told: str) -> None:
    assert shown(written) == told


def test_a_file_is_told_by_its_path() -> None:
    assert shown(make_url("sqlite:////srv/news.db?timeout=3")) == "/srv/news.db"
    assert shown(make_url("sqlite:///file:/srv/a%2520b.db?uri=true")) == "/srv/a b.db"


@pytest.mark.parametrize("url", ["postgresql:ines:sesame@host/claims", "sqlite:news.db"])
def test_a_url_without_slashes_is_no_path(url: str) -> None:
    with pytest.raises(ArchiveError, match=r"^the database URL cannot be read$"):
        database_url(url)


def test_an_at_sign_in_a_password_is_told_of() -> None:
    with pytest.raises(ArchiveError, match="write @ in a password as %40"):
        database_url("postgresql://ines:a@sesame@host/claims")
    assert database_url("postgresql://ines:a%40sesame@host/claims").endswith("sesame@host/claims")
