"""Tests of ``claims.extraction.speaker_confidence``."""
