"""From gold to weights, for all that extraction and comparison learn, and the lists that are made.

Most modules are commands. ``tagger``, which trains the network, ``calibrate``, ``fit_same`` and
``export_encoder`` need the extra ``train``.
"""
