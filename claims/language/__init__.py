"""What is known of English and of names, whatever they are used for: folding, names of persons,
countries, word lists.

Below every other package of ``claims``; knows no article and no claim.
"""
