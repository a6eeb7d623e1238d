"""Words that people write with a review: notes, tags, their name and their reason, checked."""

from __future__ import annotations

from typing import Final

from db.review.corrections import ReviewError, check_storable

LONGEST_NOTE: Final = 10_000
LONGEST_TAG: Final = 100
LONGEST_WHO: Final = 200


def check_note(text: str) -> None:
    """Refuse what cannot be a note.

    Raises:
        ReviewError: It is too long, or holds what no database takes.
    """
    check_storable("note", text)
    if len(text) > LONGEST_NOTE:
        raise ReviewError(f"note: longer than {LONGEST_NOTE:,} characters")


def check_person(who: str, why: str | None) -> None:
    """Refuse what cannot be somebody's name and reason.

    Raises:
        ReviewError: The name is empty, or either is too long or holds what no database takes.
    """
    if not who.strip():
        raise ReviewError("it is not known who judges; say so with --by or $CLAIMS_USER")
    check_storable("name of who judges", who)
    if len(who) > LONGEST_WHO:
        raise ReviewError(f"name of who judges: longer than {LONGEST_WHO} characters")
    if why is not None:
        check_storable("reason", why)
        if len(why) > LONGEST_NOTE:
            raise ReviewError(f"reason: longer than {LONGEST_NOTE:,} characters")


def checked_tag(given: str) -> str:
    """A tag as it is stored.

    Raises:
        ReviewError: It is empty or too long, holds what no database takes, or what parts tags.
    """
    name = " ".join(given.split())
    check_storable("tag", name)
    if not name:
        raise ReviewError("the tag is empty")
    if len(name) > LONGEST_TAG:
        raise ReviewError(f"tag: longer than {LONGEST_TAG} characters")
    if any(mark in name for mark in ",;"):
        raise ReviewError(f"tag {name!r}: has a comma or semicolon, which stand between tags")
    return name
