"""Tests of ``claims.extraction.certainty``."""
