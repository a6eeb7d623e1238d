"""``claims articles``: correcting what is known of articles, a file a command."""
