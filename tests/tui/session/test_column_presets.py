"""Choices of columns that are kept by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.session.column_presets import PresetError, Presets, PresetsOfVisit


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(tmp_path / "state" / "export-columns.json")


def test_a_choice_is_kept_and_stands_for_its_columns(presets: Presets) -> None:
    presets.save("@mine", ("note", "speaker"))
    again = Presets(presets.file)
    assert again.all() == {"mine": ("note", "speaker")}
    assert again.columns("content,@mine") == ("content", "note", "speaker")


def test_one_of_the_same_name_is_replaced_and_one_can_be_forgotten(presets: Presets) -> None:
    presets.save("mine", ("note",))
    presets.save("mine", ("tags",))
    presets.save("other", ("cue",))
    presets.delete("@mine")
    assert presets.all() == {"other": ("cue",)}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("@mien", "there is no preset @mien; did you mean @mine?"),
        ("speakr", "there is no column 'speakr'; did you mean speaker?"),
    ],
)
def test_what_there_is_not_is_told(presets: Presets, asked: str, told: str) -> None:
    presets.save("mine", ("note",))
    with pytest.raises(PresetError) as caught:
        presets.columns(asked)
    assert str(caught.value) == told


def test_a_name_must_do_in_a_list(presets: Presets) -> None:
    for name in ("", "a,b", "my own"):
        with pytest.raises(PresetError, match="letters, digits and hyphens"):
            presets.save(name, ("note",))


def test_a_file_that_is_broken_is_named(presets: Presets) -> None:
    presets.file.parent.mkdir()
    for text in ("{", "[]", '{"mine": 5}'):
        presets.file.write_text(text)
        with pytest.raises(PresetError, match=r"export-columns\.json: cannot be read"):
            presets.all()


def test_columns_of_another_version_are_passed_over(presets: Presets) -> None:
    presets.file.parent.mkdir()
    presets.file.write_text('{"mine": ["note", "gone"], "old": ["gone"]}')
    assert presets.all() == {"mine": ("note",)}


def test_those_of_a_visit_are_nobody_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    Presets().save("ours", ("cue",))
    visit = PresetsOfVisit()
    visit.save("mine", ("note", "speaker"))
    assert visit.columns("@mine") == ("note", "speaker")
    assert visit.all() == {"mine": ("note", "speaker")}
    assert PresetsOfVisit().all() == {}
    assert Presets().all() == {"ours": ("cue",)}
