"""Statements about one dam, compared."""

from __future__ import annotations

from claims.comparison.meaning.statement import Statement

DAM = Statement("“The dam will be finished by May,”", "said", ("Ada Lund",))
