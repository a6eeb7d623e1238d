"""Articles to stored runs: idempotent, one transaction an article. ``reextract`` does it anew from
stored texts.
"""
