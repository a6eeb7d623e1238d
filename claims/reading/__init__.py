"""From a path to an ``Article``: what is body, what is not, and what the page says of itself.

``read_article`` reads one file; a ``BoundedReader`` reads many and lets none take too much.

Importing this package loads no HTML or date library; they load when a file first needs them.
"""

from claims.reading.bounded import BoundedReader
from claims.reading.doubts import doubt
from claims.reading.files import READABLE, find_articles, read_article
from claims.reading.text.errors import ReadingError

__all__ = [
    "READABLE",
    "BoundedReader",
    "ReadingError",
    "doubt",
    "find_articles",
    "read_article",
]
