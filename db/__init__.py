"""The archive: schema, migrations, storing, querying and exporting. Imports ``claims`` only."""
