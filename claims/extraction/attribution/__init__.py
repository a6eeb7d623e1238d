"""Attributions by the trained network, put right and joined with those of the rules.

``component`` is the spaCy component and has the order; ``network`` runs the weights, and ``lines``
keeps headlines apart from the text.
"""
