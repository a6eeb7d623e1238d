"""Printed pages, as PDF files have them: letters to lines, lines to paragraphs.

``lines`` makes lines of letters, ``running`` leaves out what stands on every page, ``columns`` puts
lines in reading order, ``paragraphs`` joins them.
"""
