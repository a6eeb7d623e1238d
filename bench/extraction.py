"""Speed of extraction against the bare model: ``python -m bench.extraction [PATH...]``.

Reads the articles (``fixtures`` unless given), then times the whole pipeline and the model alone
over the same texts in turn, several rounds each, and prints words per second and their ratio.
Processor time is measured, so that other work on the machine does not count. How fast the network
is in 8 bits depends on what the processor multiplies with, which is told beside the ratio.

Then a larger batch is extracted by one process and by one a core, with what they need to begin.
That is told by the clock on the wall, so the machine has to be idle; nothing depends on it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from claims.article import Article
from claims.extraction.parallel import ParallelExtractor, usable_cores
from claims.extraction.pipeline import Extractor
from claims.processes.threads import use_one_thread
from claims.reading import find_articles, read_article
from claims.reading.text.errors import ReadingError

_LEAST: Final = 0.5
_LEAST_IN_8_BITS: Final = 0.6
_CPUINFO: Final = Path("/proc/cpuinfo")
_IN_8_BITS: Final = ("avx512_vnni", "avx_vnni", "asimddp", "i8mm")
_VECTORS: Final = ("avx512f", "avx2", "asimd")
_ROUNDS: Final = 5
_BATCH: Final = 16
_MIN_WORDS: Final = 20_000
_MIN_WORDS_FOR_CORES: Final = 80_000


def main(paths: Sequence[str]) -> None:
    """Print the figures; exit 1 where the ratio is below what the processor must reach."""
    # One thread, since processor time is measured, which threads that wait take too.
    use_one_thread()
    # Imported late: processes import this module too, and must set their threads before this loads.
    import spacy

    articles = _articles(paths or ["fixtures"], _MIN_WORDS)
    words = _words(articles)
    extractor = Extractor(threads=1)
    bare = spacy.load(extractor.model_name)

    def whole() -> None:
        for _ in extractor.extract(articles, batch_size=_BATCH):
            pass

    def model() -> None:
        for _ in bare.pipe((article.text for article in articles), batch_size=_BATCH):
            pass

    whole_times, model_times = [], []
    for _ in range(_ROUNDS):
        model_times.append(_seconds(model))
        whole_times.append(_seconds(whole))
    ratio = statistics.median(m / w for m, w in zip(model_times, whole_times, strict=True))
    print(f"{len(articles)} articles, {words} words, {_ROUNDS} rounds, {extractor.model_name}")
    print(f"bare model   {words / statistics.median(model_times):8.0f} words a second")
    print(f"extraction   {words / statistics.median(whole_times):8.0f} words a second")
    instructions = _instructions()
    least = _LEAST_IN_8_BITS if set(_IN_8_BITS) & set(instructions) else _LEAST
    print(f"instructions {' '.join(instructions) or 'not known'}")
    print(f"ratio        {ratio:8.2f} (at least {least})")
    _compare_cores(_articles(paths or ["fixtures"], _MIN_WORDS_FOR_CORES))
    if ratio < least:
        sys.exit(1)


def _instructions() -> list[str]:
    """What the processor multiplies with, by the system's names for it; only Linux tells."""
    if not _CPUINFO.exists():
        return []
    known = set(_CPUINFO.read_text(encoding="utf-8").split())
    return [one for one in (*_IN_8_BITS, *_VECTORS) if one in known]


def _compare_cores(articles: Sequence[Article]) -> None:
    """Print how fast one process and one a core are, loading included."""
    words = _words(articles)
    print(f"{len(articles)} articles, {words} words, by the clock, from loading on")
    rates = []
    for jobs in (1, usable_cores()):
        start = time.perf_counter()
        for _ in ParallelExtractor(jobs=jobs).extract(articles):
            pass
        rates.append(words / (time.perf_counter() - start))
        print(f"processes {jobs:2d} {rates[-1]:8.0f} words a second")
    print(f"ratio        {rates[1] / rates[0]:8.2f}")


def _articles(paths: Sequence[str], least: int) -> list[Article]:
    """The articles under the paths, repeated until there is enough to measure."""
    found = [read_article(p) for p in find_articles(paths) if not isinstance(p, ReadingError)]
    words = _words(found)
    if not words:
        sys.exit("no articles to measure")
    return found * (1 + least // words)


def _words(articles: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _seconds(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
