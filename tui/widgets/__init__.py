"""Widgets that no feature owns: inputs that show hostile text safely, the footer, the clipboard.
What is drawn line by line is in ``lines/``.
"""
