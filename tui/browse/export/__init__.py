"""Exporting from the main screen."""
