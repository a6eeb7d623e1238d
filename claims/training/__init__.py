"""Training the attribution tagger: gold folders in, weights out. Needs the ``train`` extra."""
