"""Widgets that no feature owns: lists and texts drawn line by line, inputs that show hostile text
safely.
"""
