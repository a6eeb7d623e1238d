"""What the footer can spare is what it shows, and never the way out."""

from __future__ import annotations

from tui.keys.footer_order import SPARE
from tui.keys.keymap import by_id


def test_only_keys_that_the_footer_shows_can_be_spared() -> None:
    assert len({*SPARE}) == len(SPARE)
    assert all(by_id()[ident].show for ident in SPARE)


def test_no_screen_is_without_its_way_back_or_to_review_and_export() -> None:
    kept = {"review.open", "export.open", "app.leave", "app.help"}
    kept |= {ident for ident in by_id() if ident.endswith(".back")}
    assert kept.isdisjoint(SPARE)
