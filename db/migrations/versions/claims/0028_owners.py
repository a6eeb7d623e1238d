"""Entities are linked anew: by their offices, and organizations by whose they are.

Nothing of the schema changes; whoever opens an archive of before links it (``db/archive.py``).
"""

from __future__ import annotations

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Nothing: see above."""


def downgrade() -> None:
    """Nothing: an older version leaves keys alone that it does not know."""
