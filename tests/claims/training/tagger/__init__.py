"""Tests of ``claims.training.tagger``."""
