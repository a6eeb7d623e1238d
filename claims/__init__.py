"""The domain: reading articles, extracting claims, naming speakers. Knows no database or screen."""

__version__ = "0.1.0"
