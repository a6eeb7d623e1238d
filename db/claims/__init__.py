"""Claims as they are shown: ordered ids of a query, rows by page, the article they stand in, and
where they come from.
"""
