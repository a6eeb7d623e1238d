"""Dossiers: claims to read, each with who says it, as whom, where, and a citation."""
