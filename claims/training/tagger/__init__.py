"""The attribution network, from gold folders to the weights of ``claims/tagger/trained``.

``silver`` and ``teach`` make more to learn from, ``fit`` trains, ``export`` makes the small file.
"""
