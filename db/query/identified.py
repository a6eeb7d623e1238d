"""Values of a filter that mean one thing and no other: by its id, or by its exact name.

``Ann Lee [e0123456789abcdef]`` means the speaker of that id, and ``=The Times`` the outlet of that
very name, whereas ``Ann Lee`` and ``The Times`` are words to look for in names. The label before an
id is for people only; the id alone means the same. A chosen value is written so in the filter line.
"""

from __future__ import annotations

import re
from typing import Final

ENTITY: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>e[0-9a-f]{16})(?(label)\])", re.DOTALL)
"""A value with the id of a speaker or an organization, as ``db.schema.public_ids`` makes it."""

ARTICLE: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>a[0-9a-f]{12})(?(label)\])", re.DOTALL)
"""A value with the id of an article, as `db.schema.public_ids.article_public_id` makes it."""

STORY: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>s[0-9a-f]{12})(?(label)\])", re.DOTALL)
"""A value with the id of a story, as `db.schema.public_ids.story_public_id` makes it."""

TOPIC: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>p[0-9a-f]{16})(?(label)\])", re.DOTALL)
"""A value with the id of a topic, as `db.schema.public_ids.phrase_public_id` makes it."""

THREAD: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>t[0-9a-f]{16})(?(label)\])", re.DOTALL)
"""A value with the id of a thread, as `db.schema.public_ids.thread_public_id` makes it."""

CLAIM: Final = re.compile(r"(?:(?P<label>.+) \[)?(?P<id>c[0-9a-f]{16})(?(label)\])", re.DOTALL)
"""A value with the id of a claim, as `db.schema.public_ids.claim_public_ids` makes it."""

_FORMS: Final = (ENTITY, ARTICLE, STORY, TOPIC, THREAD, CLAIM)
_EXACTLY: Final = "="
_LONGEST_LABEL: Final = 80


def identified(label: str, ident: str) -> str:
    """The value that means what has this id; a long label is cut, in characters."""
    short = " ".join(label.split())
    if len(short) > _LONGEST_LABEL:
        short = f"{short[: _LONGEST_LABEL - 1]}…"
    return f"{short} [{ident}]" if short else ident


def id_in(value: str, form: re.Pattern[str]) -> str | None:
    """The id in a value of this form, such as `ENTITY` or `ARTICLE`; None if it is words."""
    found = form.fullmatch(value.strip())
    return found["id"] if found else None


def exactly(name: str) -> str:
    """The value that means what is called just so."""
    return f"{_EXACTLY}{name}"


def exact_name(value: str) -> str | None:
    """The name that a value asks for exactly; None if it is words."""
    return value.removeprefix(_EXACTLY) if value.startswith(_EXACTLY) else None


def label_of(value: str) -> str:
    """A value as people read it: its label, its exact name, its words; an id that stands alone."""
    for form in _FORMS:
        if (found := form.fullmatch(value.strip())) is not None:
            return found["label"] or found["id"]
    name = exact_name(value)
    return value if name is None else name


def is_words(value: str) -> bool:
    """Whether a value is words to look for, and neither an id nor an exact name."""
    by_id = any(form.fullmatch(value.strip()) for form in _FORMS)
    return not by_id and exact_name(value) is None


def meant_by(value: str) -> str:
    """The same for all values that mean the same, whatever their labels and case."""
    ident = next((found for form in _FORMS if (found := id_in(value, form))), None)
    if ident is not None or exact_name(value) is not None:
        return ident or value
    return value.casefold()
