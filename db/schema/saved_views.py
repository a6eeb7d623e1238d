"""The table of filters that a user keeps by name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import Base, Id, Words


class SavedView(Base):
    """A filter line that a user keeps under a name, with the columns to show it in.

    ``layout`` is the columns as the terminal app writes them, NULL for the usual ones.
    """

    __tablename__ = "saved_view"
    id: Mapped[Id]
    name: Mapped[Words]
    name_key: Mapped[Words] = mapped_column(unique=True)
    line: Mapped[Words]
    layout: Mapped[Words | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
