"""The table of what failed when it was tried last, to be tried again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.schema.base import CLUSTERED, Base, Words


class FailedFile(Base):
    """What could not be read, extracted or stored when it was tried last.

    ``file`` is the absolute path of the file, ``path`` of what in it failed.
    """

    __tablename__ = "failed_file"
    __table_args__ = CLUSTERED
    file: Mapped[Words] = mapped_column(primary_key=True)
    path: Mapped[Words] = mapped_column(primary_key=True)
    reason: Mapped[Words]
    failed_at: Mapped[datetime]
