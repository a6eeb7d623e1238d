"""One file a command: a thin wrapper over a plain function."""
