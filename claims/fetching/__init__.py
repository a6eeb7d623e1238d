"""Fetching pages politely: the one part of the program that opens connections, when asked to.

It needs the extra ``fetch``; nothing imports it but ``claims fetch``.
"""
