"""Commands that take claims away: into files, with columns chosen, or into a shell of SQL."""
