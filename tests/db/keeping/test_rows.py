"""Checksums of tables, which tell rows apart and not the databases that they are in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from sqlalchemy import Column, Date, DateTime, Float, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import Boolean

from db.keeping.rows import Adding, TableSum, all_tables, numbered_by

TABLE = Table(
    "made_up",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("words", Text),
    Column("share", Float),
    Column("told", Boolean),
    Column("day", Date),
    Column("at", DateTime),
    Column("vector", LargeBinary),
)
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
ROW = (1, "Émile; “bread”", 0.1, True, date(2024, 2, 29), NOON, b"\x00\xff")


def summed(*rows: tuple[object, ...]) -> TableSum:
    adding = Adding(TABLE)
    adding.add(rows)
    return adding.sum


def test_the_order_of_rows_makes_no_difference_and_their_number_does() -> None:
    other = (2, *ROW[1:])
    assert summed(ROW, other) == summed(other, ROW)
    assert summed(ROW).checksum != summed(ROW, ROW).checksum
    assert summed() == TableSum(0, "0" * 32)


def test_the_same_moment_and_the_same_zero_are_the_same() -> None:
    east = NOON.astimezone(timezone(timedelta(hours=7)))
    assert summed((*ROW[:5], east, ROW[6])) == summed(ROW)
    assert summed((1, None, -0.0, None, None, None, None)) == summed(
        (1, None, 0.0, None, None, None, None)
    )


def test_any_other_value_is_another_sum() -> None:
    others = (2, "Emile; “bread”", 0.1 + 1e-17 + 2e-17, False, date(2024, 3, 1), None, b"\x00")
    for place, value in enumerate(others):
        changed = (*ROW[:place], value, *ROW[place + 1 :])
        assert summed(changed) != summed(ROW), value


def test_sums_of_parts_are_the_sum_of_all() -> None:
    whole, part = Adding(TABLE), Adding(TABLE)
    part.add([ROW])
    whole.add([(2, *ROW[1:])])
    whole.take(part)
    assert whole.sum == summed(ROW, (2, *ROW[1:]))


def test_every_table_that_grows_has_whole_numbers_to_be_read_by() -> None:
    without = {table.name for table in all_tables() if numbered_by(table) is None}
    assert without == {"failed_file"}
    for table in all_tables():
        if (number := numbered_by(table)) is not None:
            assert isinstance(number.type, Integer), table.name
