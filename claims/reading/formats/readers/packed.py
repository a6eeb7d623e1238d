"""Packed files: ZIP, tar and files compressed one by one, within limits that no bomb passes."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import sys
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Final, cast

from claims.reading.formats import table
from claims.reading.formats.source import Options, Outcome, PassedOver, Source, within
from claims.reading.text.errors import ReadingError, printable

MOST_MEMBERS: Final = 100_000
LARGEST_MEMBER: Final = 1_000_000_000
LARGEST: Final = 4_000_000_000
"""Bytes that may be unpacked of one file."""
STEEPEST: Final = 200
"""How many times its packed size a file may have, beyond what is small anyway."""
SMALL: Final = 50_000_000
DEEPEST: Final = 2
"""How many packed files may lie in each other."""

_IN_MEMORY: Final = 20_000_000
_UTF_8: Final = 0x800
"""The bit of a file in a ZIP archive that says its name is in UTF-8."""
_CHUNK: Final = 1 << 20
_NO_ENDING: Final = "without an ending"


class Budget:
    """What may still be unpacked of a file.

    Args:
        source: The file.
        stream: Its bytes.
    """

    def __init__(self, source: Source, stream: BinaryIO) -> None:
        self._path = source.path
        size = stream.seek(0, 2)
        stream.seek(0)
        self._left = min(LARGEST, max(SMALL, STEEPEST * size))
        self._members = 0

    def member(self) -> None:
        """Count one more.

        Raises:
            ReadingError: There are too many.
        """
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise ReadingError(self._path, f"more than {MOST_MEMBERS:,} files are packed in it")

    def copy(self, stream: IO[bytes]) -> BinaryIO:
        """What a stream gives, unpacked, as a file that can be read from anywhere.

        Raises:
            ReadingError: It is more than may be unpacked.
        """
        kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # the caller's
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._left -= len(chunk)
            if self._left < 0 or size > LARGEST_MEMBER:
                kept.close()
                raise ReadingError(
                    self._path, "unpacked it would be far too large; it is left as it is"
                )
            kept.write(chunk)
        kept.seek(0)
        return cast(BinaryIO, kept)


def read_zip(source: Source, options: Options) -> Iterator[Outcome]:
    """The files in a ZIP archive."""
    _check_depth(source)
    with source.open() as stream:
        budget = Budget(source, stream)
        try:
            packed = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, EOFError, ValueError) as error:
            raise ReadingError(source.path, f"it is a damaged ZIP archive ({error})") from error
        with packed:
            for member in packed.infolist():
                if member.is_dir():
                    continue
                budget.member()
                if member.flag_bits & 1:
                    yield ReadingError(within(source.path, _name(member)), "it is encrypted")
                    continue
                name = _name(member)
                yield from read_member(source, name, options, budget, partial(packed.open, member))


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a file in a ZIP archive; many programs write UTF-8 and do not say so."""
    if member.flag_bits & _UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def read_tar(source: Source, options: Options) -> Iterator[Outcome]:
    """The files in a tar archive, compressed or not; links and devices are none."""
    _check_depth(source)
    with source.open() as stream:
        budget = Budget(source, stream)
        inner = _decompressed(source.path, stream) if source.path.suffix == ".zst" else stream
        try:
            with tarfile.open(fileobj=cast(BinaryIO, inner), mode="r|*") as packed:
                for member in packed:
                    budget.member()
                    if member.isreg():
                        yield from read_member(
                            source,
                            member.name,
                            options,
                            budget,
                            partial(_extracted, packed, member),
                        )
        except _damages() as error:
            raise ReadingError(source.path, f"it is a damaged tar archive ({error})") from error


def read_compressed(source: Source, options: Options) -> Iterator[Outcome]:
    """The one file in a compressed one."""
    _check_depth(source)
    with source.open() as stream:
        budget = Budget(source, stream)
        try:
            with _decompressed(source.path, stream) as inner:
                copied = budget.copy(inner)
        except _damages() as error:
            raise ReadingError(source.path, f"it is damaged ({error})") from error
        with copied:
            named = source.named.with_suffix("") if source.named.suffix in _SUFFIXES else None
            inside = Source(source.path, copied, named or source.named, source.depth + 1)
            yield from table.read(inside, options)


def read_member(
    source: Source,
    name: str,
    options: Options,
    budget: Budget,
    opened: Callable[[], IO[bytes]],
) -> Iterator[Outcome]:
    """What lies in one file of an archive; it fails alone.

    Args:
        source: The archive.
        name: Of the file.
        budget: What may still be unpacked of the archive.
        opened: Gives the file's bytes.

    Raises:
        ReadingError: More would be unpacked than may be.
    """
    parts = PurePosixPath(name).parts
    if not parts or any(part == "__MACOSX" or re.match(r"\.[^.]", part) for part in parts):
        return  # hidden, or what macOS adds
    path = source.names.of_file(name)
    about = table.about_folder(Path(parts[-1]))
    if about or table.format_by_name(Path(parts[-1])) is None:
        ending = printable(Path(parts[-1]).suffix.lower())
        yield PassedOver(printable(path), about or ending or _NO_ENDING)
        return
    try:
        with opened() as stream, budget.copy(stream) as copied:
            inside = Source(path, copied, Path(parts[-1]), source.depth + 1)
            if table.format_of(inside, options) is None:
                ending = printable(Path(parts[-1]).suffix.lower())
                yield PassedOver(printable(path), f"{ending} without articles")
                return
            yield from table.read(inside, options)
    except ReadingError as error:
        if error.path == printable(source.path):
            raise  # the archive as a whole
        yield error
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        yield ReadingError(path, f"it is damaged or packed in a way that is not known ({error})")


def _extracted(packed: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    return cast(IO[bytes], packed.extractfile(member))


def _damages() -> tuple[type[Exception], ...]:
    """What unpackers raise on damaged files."""
    loaded = sys.modules.get("zstandard")
    of_zstd = () if loaded is None else (loaded.ZstdError,)
    return (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError, *of_zstd)


def _check_depth(source: Source) -> None:
    if source.depth >= DEEPEST:
        raise ReadingError(
            source.path, "it lies too deep: archives are opened in one other at most"
        )


def _decompressed(path: Path, stream: BinaryIO) -> IO[bytes]:
    """What a compressed file holds, as its first bytes tell how."""
    head = stream.read(4)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.GzipFile(fileobj=stream, mode="rb"))
    if head.startswith(b"BZh"):
        return bz2.BZ2File(stream)
    if head.startswith(b"\xfd7zX"):
        return lzma.LZMAFile(stream)
    if head == b"\x28\xb5\x2f\xfd":
        # Imported late: its reader loads a library of its own.
        from claims.reading.formats.readers.frames import Frames

        return io.BufferedReader(Frames(stream), _CHUNK)
    raise ReadingError(path, "it is not compressed in a way that is known")


_SUFFIXES: Final = (".gz", ".bz2", ".xz", ".zst")
