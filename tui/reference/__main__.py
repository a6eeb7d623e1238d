"""``python -m tui.reference FILE…`` writes the generated blocks of these Markdown files anew."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.reference.blocks import rewritten


def main(names: list[str]) -> None:
    """Rewrite each file in which a block differs from the code, and name it."""
    for path in map(Path, names):
        old = path.read_text("utf-8")
        new = rewritten(old)
        if new != old:
            path.write_text(new, "utf-8")
            print(f"wrote {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
