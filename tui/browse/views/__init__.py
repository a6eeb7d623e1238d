"""Views saved by name: opening, saving and changing them, and the one that is open."""
