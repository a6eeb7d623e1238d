"""One module a revision, oldest first by number and named after what it is for.

Alembic reads them from one folder; ``alembic history`` lists them with their first lines. None is
ever merged into another, as each stands for archives that people have.
"""
