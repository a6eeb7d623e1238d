"""Reviewing a claim: what each key does (``actions``), correcting it, its history."""
