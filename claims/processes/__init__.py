"""Work that hostile input may make endless, done by processes that are watched from outside.

``limits`` says what one article may take, ``usage`` measures what a process takes, and ``worker``
is a process that answers requests and is ended where one takes too much.
"""
