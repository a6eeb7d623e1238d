"""Claims counted and set side by side: facets, summaries, matrix, timeline, comparison."""
