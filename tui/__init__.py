"""Everything the user touches in a terminal: the command line and the full-screen app."""
