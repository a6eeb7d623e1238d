"""Revisions of what people do with claims: reviews, saved views, views for SQL."""
