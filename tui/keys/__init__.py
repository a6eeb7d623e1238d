"""Keys: the bindings of all parts of the app as one map, and what help, palette and footer make of
it.
"""
