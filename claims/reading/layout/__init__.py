"""What each block of a page is: title, dek, byline, paragraph, caption, or furniture.

``blocks`` cuts the text, ``segments`` marks the blocks by the evidence that the other modules
find.
"""
