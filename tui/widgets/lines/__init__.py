"""Lists, tables and texts that draw their own lines, and only those on the screen.

``ScrolledLines`` is what they have in common; ``line_cache`` keeps what was drawn.
"""
