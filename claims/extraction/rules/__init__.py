"""Attributions by rule: ``enumerate`` proposes candidates with their features, ``select`` chooses
among them.
"""
