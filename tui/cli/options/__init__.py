"""Options that commands share: filters, the archive, sorting, and what Tab completes them with."""
