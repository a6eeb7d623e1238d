"""What only the app knows of a config file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.session.config import (
    config_file,
)
from tui.session.config_check import checked_config


def problems(file: Path, text: str) -> list[str]:
    """What is wrong with a file, without the name of its folder."""
    file.write_text(text, encoding="utf-8")
    return [str(each).removeprefix(f"{file.parent}{os.sep}") for each in checked_config(file)[1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'databse = "x"',
            "config.toml:1: databse: there is no such setting; did you mean database?",
        ),
        ("\nuser = 3", 'config.toml:2: user: write text between quotation marks: "…"'),
        ('article_seconds = "9"', "config.toml:1: article_seconds: write a number above 0"),
        ("article_megabytes = -1", "config.toml:1: article_megabytes: write a number above 0"),
        ("article_megabytes = true", "config.toml:1: article_megabytes: write a number above 0"),
        ("compare = 1", "config.toml:1: compare: write true or false"),
        ('keys = "m"', "config.toml:1: keys: write it as a table: [keys]"),
        (
            '[keys]\n"mark.togle" = "m"',
            "config.toml:2: keys.mark.togle: no binding has this id; did you mean mark.toggle?",
        ),
        (
            "[keys]\n# z\nmark.toggle = 1",
            'config.toml:3: keys.mark.toggle: write one or more keys: "m" or ["m", "space"]',
        ),
        (
            '[keys]\nmark.toggle = "spcae"',
            "config.toml:2: keys.mark.toggle: there is no key spcae; did you mean space?",
        ),
        (
            '[keys.mark]\ntoggle = "s"',
            "config.toml:2: keys.mark.toggle: s would mean mark.toggle and find.sort",
        ),
        (
            '[keys]\nmark.toggle = "comma"',
            "config.toml:2: keys.mark.toggle: “,” would mean mark.toggle and mark.speaker",
        ),
        (
            '[keys]\nmark.toggle = "ctrl+q"',
            "config.toml:2: keys.mark.toggle: ctrl+q would mean mark.toggle and app.quit",
        ),
        (
            'theme = "claims-lihgt"',
            "config.toml:1: theme: there is no theme claims-lihgt; did you mean claims-light?",
        ),
        ("a = [\nb", "config.toml:2: it is no valid TOML: Invalid value"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_in_a_line(file: Path, text: str, told: str) -> None:
    assert problems(file, text) == [told]


def test_what_makes_sense_holds_beside_what_does_not(file: Path) -> None:
    file.write_text('user = "Ines"\nthme = "x"\n[keys]\nmark.toggle = "f9"\nno.such = "x"\n')
    settings, wrong = checked_config(file)
    assert (settings.user, settings.keys) == ("Ines", {"mark.toggle": "f9"})
    assert len(wrong) == 2


def test_keys_can_change_places(file: Path) -> None:
    assert problems(file, '[keys]\nmark.toggle = "comma"\nmark.speaker = "space"') == []


@settings(max_examples=30)
@given(st.dictionaries(st.text(min_size=1), st.recursive(st.text() | st.integers(), st.lists)))
def test_no_settings_make_it_fail(found: dict[str, object]) -> None:
    file = config_file().parent / "odd.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    import json

    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in found.items()]
    file.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    checked_config(file)


def test_a_key_is_written_by_its_character_or_its_name(file: Path) -> None:
    written = 'mark.toggle = ["ctrl+,", "ctrl+minus", "("]\nmark.speaker = [",", "ctrl+]"]'
    assert problems(file, f"[keys]\n{written}") == []
    named = {
        "mark.toggle": "ctrl+comma,ctrl+minus,left_parenthesis",
        "mark.speaker": "comma,ctrl+right_square_bracket",
    }
    assert checked_config(file)[0].keys == named


def test_a_binding_is_known_by_the_id_that_it_had_before(file: Path) -> None:
    assert problems(file, '[keys]\ntimeline.next-post = "N"') == []
    assert checked_config(file)[0].keys == {"timeline.next-affiliation": "N"}
    assert problems(file, '[keys]\n\ntimeline.next-post = "B"') == [
        "config.toml:3: keys.timeline.next-post: B would mean timeline.next-affiliation and "
        "timeline.topic"
    ]
    assert problems(file, '[keys]\ntimeline.next-post = "N"\ntimeline.next-affiliation = "M"') == [
        "config.toml:2: keys.timeline.next-post: it is called timeline.next-affiliation now, "
        "which is set as well"
    ]
    assert checked_config(file)[0].keys == {"timeline.next-affiliation": "M"}
