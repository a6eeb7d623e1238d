"""The values that columns of one of a few words hold, besides those that the domain names."""

from __future__ import annotations

from enum import StrEnum


class SpanPart(StrEnum):
    """Which part of a claim a stored span is."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


class ReviewAction(StrEnum):
    """What a person does in one step of judging; the last two turn an earlier step around."""

    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"
    CORRECT = "correct"
    NOTE = "note"
    TAG = "tag"
    UNTAG = "untag"
    UNDO = "undo"
    REDO = "redo"


class ArticleAction(StrEnum):
    """What was done to what is known of articles; the last two turn an earlier step around."""

    SET = "set"
    ACCEPT = "accept"
    MERGE = "merge"
    TABLE = "table"
    NAME = "name"
    UNDO = "undo"
    REDO = "redo"


class ArticleField(StrEnum):
    """What is known of an article, and can be corrected."""

    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    PUBLISHED = "published"
    URL = "url"


class ReviewField(StrEnum):
    """Which of a claim's values an event changes."""

    REVIEW = "review"
    TYPE = "type"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    SPEAKERS = "speakers"
    NOTE = "note"
    TAGS = "tags"
