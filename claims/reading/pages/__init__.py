"""Pages of the web: their article, what they say of themselves, and what extraction lost of them.

``html`` reads one; the others are what it asks: ``pruning`` before the body is extracted,
``headings`` and ``deks`` after it, ``page_about`` and ``html_bylines`` of what stands around it.
"""
