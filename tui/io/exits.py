"""What the exit status of ``claims`` says."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit statuses, the same for every command."""

    OK = 0
    """All that was asked for was done."""
    FAILURE = 1
    """A file, the database or the model stood in the way; what could be done was done."""
    USAGE = 2
    """The command line or a filter makes no sense; nothing was done."""
    INTERRUPTED = 130
    """The user pressed Ctrl-C; what was stored before stays stored."""
    PIPE_CLOSED = 141
    """The reader of our output went away, as ``head`` does; what a SIGPIPE would have given."""
