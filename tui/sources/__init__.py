"""The sources desk: articles, and what is known of them."""
