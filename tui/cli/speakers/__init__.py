"""The subcommands of ``claims speakers``: who is who across articles."""
