"""What every screen with claims shares: the current claim, the selection, article pages as blocks,
the way from screen to screen, and reading in the background.
"""
