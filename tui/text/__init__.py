"""Values into words and safe text, for the command line and the app alike; loads neither click nor
Textual.
"""
