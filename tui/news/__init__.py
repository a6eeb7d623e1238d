"""What came in since the last visit."""
