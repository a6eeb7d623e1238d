"""What claims mean, compared: sentence vectors of them, and how likely two say the same."""
