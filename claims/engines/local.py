"""Extraction by processes of this machine."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence

from claims.article import Article
from claims.engines.encoding import Encoded, prepare_encoding
from claims.engines.reading import LocalReaders
from claims.extraction.parallel import ParallelExtractor
from claims.reading.formats.source import Options
from claims.reading.pieces import Piece, ReadPiece


class LocalExtractor(ParallelExtractor):
    """Extracts like ``ParallelExtractor``, with vectors where they are asked for, and reads."""

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        """Like ``extract_each``, with vectors beside the claims."""
        return self.each(articles, prepare_encoding)

    def read_pieces(
        self, tasks: Iterable[Sequence[Piece]], options: Options
    ) -> Generator[list[ReadPiece], None, None]:
        """What the pieces of each task hold, in the order given, read by as many processes."""
        return LocalReaders(self.jobs, self.limits).read_pieces(tasks, options)
