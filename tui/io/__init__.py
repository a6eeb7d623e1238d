"""What commands read and write: streams, tables, records, progress, errors and exit statuses."""
# Imported late: Rich and SQLAlchemy, for which no help is to wait.
