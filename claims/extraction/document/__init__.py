"""What the stages of extraction hand to each other.

``analysis`` is all of it, kept with the document; the other modules are its parts. Within it places
are numbers of tokens: ``ranges`` is the door through which they come from code points and go back.
"""
