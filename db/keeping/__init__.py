"""Keeping an archive: checked and mended, backed up and restored, copied between databases."""
