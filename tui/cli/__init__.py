"""The command line. ``main`` names the commands, one file each in ``commands`` and ``speakers``."""
# Imported late: SQLAlchemy, spaCy, Rich and Textual, in the functions that need them; no help and
# no completion is to wait for them.
