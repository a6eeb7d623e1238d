"""How good extraction, reading and comparison are, on corpora and on what readers judged."""
