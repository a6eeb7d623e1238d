"""The files that are scored: gold folders with what a reader marked, and claims as predicted."""
