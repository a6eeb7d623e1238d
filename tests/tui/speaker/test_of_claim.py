"""The speakers of a claim."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_a_claim_without_a_speaker_has_no_speaker_to_show(rails: Engine) -> None:
    async with running(rails, "freight") as desk:
        await desk.press("P")
        assert desk.toasts == ["Nobody is named as the speaker of this claim."]
