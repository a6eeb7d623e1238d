"""One module a revision, in the folder of what it concerns, numbered in the order of running.

``alembic history`` lists them in that order with their first lines. None is ever merged into
another, as each stands for archives that people have.
"""
