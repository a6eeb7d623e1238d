"""The subcommands of ``claims threads``: one thread, and deciding what is one."""
