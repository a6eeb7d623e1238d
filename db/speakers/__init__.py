"""A speaker's page: affiliations through time, names, and suggestions that wait for a decision."""
