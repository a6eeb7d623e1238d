"""Everything the user touches: the command line, the full-screen app, and the app in a browser."""
