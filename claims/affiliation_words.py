"""An affiliation in words, and read from them: the one place that words what is past."""

from __future__ import annotations

from typing import Final

_TELL_IT: Final = ("former", "ex-", "then-")
"""How a role begins that tells by itself that it is past."""


def shown_role(role: str | None, *, former: bool) -> str:
    """``former director``; "former" alone where only an organization is known."""
    if not former or (role or "").casefold().startswith(_TELL_IT):
        return role or ""
    return written_role(role, former=former)


def written_role(role: str | None, *, former: bool) -> str:
    """A role as people write it and `read_role` takes it: every past one begins with "former"."""
    return f"former {role or ''}".strip() if former else role or ""


def read_role(written: str) -> tuple[str | None, bool]:
    """A role as people write it, without "former", and whether it is a past one."""
    first, _, rest = written.strip().partition(" ")
    former = first.casefold() == "former"
    return (rest if former else written).strip() or None, former


def in_words(role: str | None, organization: str | None, *, former: bool = False) -> str:
    """``director, City Rail Office``, ``former mayor``, ``formerly City Rail Office``."""
    if former and not role:
        return f"formerly {organization}" if organization else ""
    return ", ".join(part for part in (shown_role(role, former=former), organization) if part)
