"""Dialogs that no feature owns: asking, picking, writing a note, help, problems, jump mode."""
