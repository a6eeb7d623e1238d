"""Benches; no part of the installed package. Here is what tries speed, scale, kills and several
writers; ``quality/`` tries how good results are, ``made_up/`` makes what all of them work on.
"""
