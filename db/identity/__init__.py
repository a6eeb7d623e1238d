"""Who is who in the archive: mentions to entities at ingest, people's decisions, and what is
computed from both.
"""
