"""Which language a text is in."""

from __future__ import annotations

import pytest

from claims.reading.text.language import language_of
from tests.claims.reading.samples import BODY

GERMAN = (
    "Der Rat der Stadt hat am Montag die Abstimmung über die neue Fähre auf den Herbst verschoben."
)
FRENCH = "Le conseil de la ville a reporté lundi le vote sur la nouvelle ligne de bacs à l'automne."
SPANISH = (
    "El ayuntamiento aplazó el lunes hasta el otoño la votación sobre la nueva línea de barcos."
)
CHINESE = "市议会星期一决定把关于新渡轮航线的表决推迟到秋天,市长说没有人签署任何文件。" * 3
ARABIC = "أجل مجلس المدينة يوم الاثنين التصويت على خط العبارات الجديد حتى الخريف." * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (GERMAN * 2, "de"),
        (FRENCH * 2, "fr"),
        (SPANISH * 2, "es"),
        (CHINESE, "zh"),
        (ARABIC, "ar"),
    ],
)
def test_a_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "NATO, EU, Putin", "1984", "Sch…"])
def test_too_little_tells_nothing(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("市议会推迟表决。", "zh"),
        ("The New York Times 报道说市长没有签署文件,the mayor 说“no”。", "zh"),
        ("市長は反対だと述べた。", "ja"),
        ("أجل المجلس التصويت", "ar"),
        ("Міський голова сказав, що ніхто не підписав", "uk"),
        ("시장은 반대했다", "ko"),
        ("Москва", "und"),
        ("東京", "und"),
    ],
)
def test_another_script_is_never_english(text: str, language: str) -> None:
    assert language_of(text) == language


def test_words_of_another_script_in_english_change_nothing() -> None:
    assert language_of(f"{BODY} 市议会推迟表决。 Москва {BODY}") == "en"
    assert language_of("In Beijing it is 表决, he said.") is None


def test_english_with_foreign_quotations_is_english() -> None:
    assert language_of(f"{BODY}\n\n“{GERMAN}”\n\n{BODY}") == "en"
