"""Commands that no feature owns, one a file: a thin wrapper over a plain function."""
