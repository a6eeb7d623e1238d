"""What commands read and write: streams, tables, records, progress, errors and exit statuses."""
