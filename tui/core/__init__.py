"""What every screen with claims shares: the current claim, selecting, reviewing, pages of rows, an
article as blocks.
"""
