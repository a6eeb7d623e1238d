"""From a path to ``Article``s: what is body, what is not, and what a page says of itself.

``read_article`` reads a file of one article, ``read_articles`` all that lie in one; a
``BoundedReader`` reads many files and lets none of their articles take too much.

Importing this package loads no library of a format; they load when a file first needs them.
"""

from claims.reading.bounded import BoundedReader
from claims.reading.doubts import doubt
from claims.reading.files import find_articles, read_article, read_articles
from claims.reading.formats.source import Options, PassedOver
from claims.reading.formats.table import ENDINGS as READABLE
from claims.reading.formats.table import FORMATS
from claims.reading.text.errors import ReadingError

__all__ = [
    "FORMATS",
    "READABLE",
    "BoundedReader",
    "Options",
    "PassedOver",
    "ReadingError",
    "doubt",
    "find_articles",
    "read_article",
    "read_articles",
]
