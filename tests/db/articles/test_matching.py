"""Finding the articles that a table tells something of."""

from __future__ import annotations

from db.articles.matching import Description, apply_descriptions, find_described
from db.schema.choices import ArticleAction, ArticleField
from tests.db.archives import Desk


def test_rows_find_articles_by_path(shelf: Desk) -> None:
    ferry, harbour = (str(shelf.folder / name) for name in ("ferry.txt", "harbour.txt"))
    told = [
        Description("1", ferry, None),
        Description("2", None, "https://x.example"),
        Description("3", harbour, None),
    ]
    first, nothing, third = find_described(shelf.engine, told)
    assert nothing is None
    assert {first, third} == {1, 2}


def test_the_same_is_not_said_again_and_a_name_fills_in_only_what_nobody_set(shelf: Desk) -> None:
    ferry = find_described(shelf.engine, [Description("1", str(shelf.folder / "ferry.txt"), None)])[
        0
    ]
    assert ferry is not None
    by_table = {ferry: {ArticleField.OUTLET: "Weekly"}}
    assert apply_descriptions(shelf.engine, by_table, "ines", ArticleAction.TABLE).article_ids
    assert not apply_descriptions(shelf.engine, by_table, "ines", ArticleAction.TABLE).article_ids
    by_name = {ferry: {ArticleField.OUTLET: "Daily"}}
    assert not apply_descriptions(shelf.engine, by_name, "ines", ArticleAction.NAME).article_ids
