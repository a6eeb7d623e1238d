"""The app for one visitor: ``python -m tui.web.visitor HOW WRITES [FILTER LINE]``.

HOW it begins is ``restored``, ``fresh``, or ``apart`` where visitors are several people: nothing is
restored then, and nothing kept but when each of them was there. WRITES is ``writing`` or
``reading``.

The database is what ``$CLAIMS_DB`` says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from db.query.line import parse_filter
from db.query.model import NEWEST_FIRST
from tui.io.errors import explain
from tui.io.streams import tell
from tui.textual_version import check_textual


def main(arguments: Sequence[str]) -> int:
    """Run the app, and tell what went wrong in one line."""
    os.environ["TEXTUAL_DRIVER"] = "tui.web.driver:VisitorDriver"
    begin, writes, *lines = arguments
    try:
        check_textual()
        # Imported late: Textual looks at the driver then, and may be the wrong one.
        from tui.run import run_app

        run_app(
            None,
            parse_filter(lines[0], NEWEST_FIRST) if lines else None,
            fresh=begin == "fresh",
            read_only=writes == "reading",
            keeps=begin != "apart",
        )
    except Exception as error:
        failed = explain(error)
        tell(failed.format_message())
        return failed.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
