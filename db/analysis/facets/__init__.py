"""What a filter can be narrowed to, and how many claims that finds.

``facet_counts`` counts, ``facets`` gives what is counted as values to choose; ``left_out`` counts
what a view leaves out unasked, ``did_you_mean`` names what somebody whose filter finds nothing may
have meant.
"""
