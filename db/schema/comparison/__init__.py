"""The tables of what articles say, compared: stories, quotations, topics, threads and relations.

``db.comparison`` fills them; all but what people judged can be made anew.
"""
