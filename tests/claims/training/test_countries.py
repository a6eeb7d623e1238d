"""The table of countries is what its script makes."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from claims.training.countries import TABLE, table


def test_the_table_is_what_the_script_makes() -> None:
    pytest.importorskip("countryinfo")
    written = TABLE.read_text("utf-8")
    if f"countryinfo {version('countryinfo')}" not in written:
        pytest.skip("another release than the table was made from")
    assert table() == written
