"""Article in, claims out, as spaCy components over a small English model.

``components`` has the table of the stages, each a package here: ``parsing``, ``attribution`` (with
``rules``), ``cues``, ``mentions``, ``affiliations``, ``speakers``, ``phrases``. ``document`` is
what they hand to each other; ``speaker_confidence`` and ``confidence`` rate what they find.
"""
