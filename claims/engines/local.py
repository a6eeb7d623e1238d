"""Extraction by processes of this machine."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from claims.article import Article
from claims.engines.encoding import Encoded, prepare_encoding
from claims.extraction.parallel import ParallelExtractor


class LocalExtractor(ParallelExtractor):
    """Extracts like ``ParallelExtractor``, with vectors where they are asked for."""

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        """Like ``extract_each``, with vectors beside the claims."""
        return self.each(articles, prepare_encoding)
