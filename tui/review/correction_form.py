"""What stands in the form of a correction, and the correction that it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from claims.affiliation_words import written_role
from claims.claim import ClaimType, Span, SpeakerKind
from db.claims.article_page import ClaimDetail
from db.claims.model import ClaimSpeaker, StatedAffiliation
from db.review.actions import Correction
from db.review.corrections import WrittenAffiliation
from tui.review.span_draft import PARTS

BETWEEN: Final = ";"
"""Between names, roles and organizations in one line."""


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """The lines of the form; what is empty of several claims stays as it is.

    Roles and organizations go together, position by position: all of one speaker, or one for
    each of several.
    """

    type: str = ""
    kind: str = ""
    speaker: str = ""
    role: str = ""
    organization: str = ""


def form_of(claim: ClaimDetail) -> CorrectionForm:
    """The form as a claim fills it."""
    speakers = claim.row.speakers
    lined = _lined(speakers)
    return CorrectionForm(
        type=claim.row.type,
        kind=speakers[0].kind if speakers else SpeakerKind.PERSON.value,
        speaker=_line([one.named_as for one in speakers]),
        role=_line([written_role(one.role, former=one.former) if one else "" for one in lined]),
        organization=_line([(one and one.organization) or "" for one in lined]),
    )


def spans_of(claim: ClaimDetail) -> dict[str, list[Span]]:
    """The places of a claim, by part."""
    return {part: [*getattr(claim, part)] for part in PARTS}


def correction(
    before: CorrectionForm,
    after: CorrectionForm,
    spans_before: dict[str, list[Span]],
    spans_after: dict[str, list[Span]],
) -> Correction | None:
    """What was changed in the form and the text; None if nothing was."""
    spans = {
        part: spans_after[part]
        for part in PARTS
        if spans_after and spans_after[part] != spans_before[part]
    }
    stated = (after.role, after.organization)
    changed = Correction(
        type=ClaimType(after.type) if after.type != before.type else None,
        content=spans.get("content"),
        cue=spans.get("cue"),
        source=spans.get("source"),
        names=names_in(after.speaker) if after.speaker != before.speaker else None,
        kind=SpeakerKind(after.kind) if after.kind != before.kind else None,
        affiliations=_given(*stated) if stated != (before.role, before.organization) else None,
    )
    return None if changed == Correction() else changed


def _lined(speakers: Sequence[ClaimSpeaker]) -> list[StatedAffiliation | None]:
    if len(speakers) == 1:
        return list(speakers[0].affiliations)
    stated = [one.affiliations[0] if one.affiliations else None for one in speakers]
    return stated if any(stated) else []


def _line(values: Sequence[str]) -> str:
    return f"{BETWEEN} ".join(values) if any(values) else ""


def names_in(line: str) -> list[str]:
    """The names on a line that takes several."""
    return [name.strip() for name in line.split(BETWEEN) if name.strip()]


def _given(roles: str, organizations: str) -> list[WrittenAffiliation]:
    if not roles.strip() and not organizations.strip():
        return []
    pairs = zip_longest(roles.split(BETWEEN), organizations.split(BETWEEN), fillvalue="")
    return [(role.strip(), organization.strip()) for role, organization in pairs]
