"""How claims relate, on the command line."""
