"""Tokens, sentences, lemmas and the parse, and views of it that the other stages ask."""
