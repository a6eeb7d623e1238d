"""What of a claim is compared."""

from __future__ import annotations

from claims.comparison.meaning.statement import Statement


def test_quotation_marks_are_not_read() -> None:
    said = Statement("“The ‘old’ dam’s gates,” ''sold'' ", "called it", ("Ada Lund", "Bo Ek"))
    assert said.bare == "The old dam’s gates, sold"
    assert said.full == "Ada Lund and Bo Ek called it The old dam’s gates, sold"
    assert said.text.whole[said.text.content_at :] == said.bare
    assert Statement("rain").text == ("rain", 0)
