"""What a page may ask of its terminal."""

from __future__ import annotations

import pytest

from tui.web.terminal import BadMessageError, Focus, Keys, Ping, Size, read_message


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ((132, 43), Size(132, 43)),
        ((20_000, 20_000), Size(500, 250)),
        ((-4, 0), Size(20, 10)),
        ((10**30, -(10**30)), Size(500, 10)),
    ],
)
def test_a_size_is_kept_within_bounds(asked: tuple[int, int], given: Size) -> None:
    width, height = asked
    assert Size.of_query({"width": str(width), "height": str(height)}) == given
    assert read_message(f'["resize", {{"width": {width}, "height": {height}}}]') == given


def test_a_page_that_asks_for_no_size_gets_a_usual_one() -> None:
    assert Size.of_query({}) == Size(80, 24)


@pytest.mark.parametrize("number", ["", "wide", "NaN", "Infinity", "8e3", "80.5", "9" * 5000])
def test_what_is_no_number_is_told(number: str) -> None:
    with pytest.raises(BadMessageError, match=r"^height is not a whole number$"):
        Size.of_query({"width": "80", "height": number})


def test_messages() -> None:
    assert read_message('["stdin", "é\\u001b"]') == Keys("é\x1b".encode())
    assert read_message('["stdin", "\\ud800"]') == Keys(b"?")
    assert read_message('["ping", "17"]') == Ping("17")
    assert (read_message('["focus"]'), read_message('["blur"]')) == (Focus(True), Focus(False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stdin",
        "{}",
        "[]",
        "null",
        "7",
        "[" * 100_000,
        '["stdin"]',
        '["stdin", 7]',
        '["quit"]',
        '["resize"]',
        '["resize", {"width": 80}]',
        '["resize", {"width": NaN, "height": 24}]',
        '["resize", {"width": "80", "height": 24}]',
        '["resize", {"width": 80.5, "height": 24}]',
        '["resize", {"width": 1e999, "height": 24}]',
        '["resize", [80, 24]]',
        '["ping", {}]',
    ],
    ids=lambda text: text[:40],
)
def test_what_no_page_sends_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(BadMessageError) as caught:
        read_message(text)
    assert "\n" not in str(caught.value)
