"""The commands that check, back up, restore and copy an archive."""
