"""What claims are about: telling phrases, and those of several articles as one topic.

``keys`` says by what a phrase is known and whether it is telling enough, ``grouping`` which phrases
are one topic, ``labels`` what a topic is called.
"""
