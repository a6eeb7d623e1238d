"""Files of every format as articles.

``table`` lists the formats and finds the one for a file, and loads its reader from ``readers``;
``source`` is what a reader gets and gives; ``documents`` and ``fields`` are what readers of texts
and of records make articles with.
"""
