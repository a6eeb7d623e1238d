"""Threads: claims that say the same, found as articles come.

``threads`` puts each claim in one; ``rows`` begins, fills and merges them; ``counts`` and
``labelling`` say what lists show of each; ``judgements`` is what people decide.
"""
