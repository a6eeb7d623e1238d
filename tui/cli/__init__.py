"""The command line. ``main`` names the commands, a file each, in folders by what they concern."""
# Imported late: SQLAlchemy, spaCy, Rich and Textual, in the functions that need them; no help and
# no completion is to wait for them.
