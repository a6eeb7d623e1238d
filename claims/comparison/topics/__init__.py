"""What claims are about: phrases that tell something, and those of several articles as one topic.

``keys`` says by what a phrase is known and whether it tells enough, ``grouping`` which phrases are
one topic, ``labels`` what a topic is called.
"""
