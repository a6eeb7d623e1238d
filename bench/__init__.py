"""Benches and what feeds them; no part of the installed package."""
