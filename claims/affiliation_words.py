"""An affiliation in words: the one place that words what is past."""

from __future__ import annotations

from typing import Final

_TELL_IT: Final = ("former", "ex-", "then-")
"""How a role begins that tells by itself that it is past."""


def shown_role(role: str | None, *, former: bool) -> str:
    """``former director``; "former" alone where only an organization is known."""
    if not former or (role or "").casefold().startswith(_TELL_IT):
        return role or ""
    return f"former {role or ''}".strip()


def in_words(role: str | None, organization: str | None, *, former: bool = False) -> str:
    """``director, City Rail Office``, ``former mayor``, ``formerly City Rail Office``."""
    if former and not role:
        return f"formerly {organization}" if organization else ""
    return ", ".join(part for part in (shown_role(role, former=former), organization) if part)
