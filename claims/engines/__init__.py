"""Where extraction runs: in processes of this machine, or on the workers of a cluster.

``engine`` reads what ``--engine`` names, ``extractor`` gives what extracts by it; ``cluster`` hands
articles to the workers of a Dask scheduler, ``on_worker`` is what runs there, and ``fingerprint``
says whether a worker, or what extracted before, has the same code and weights. Articles go out and
claims come back in the order given, so that all engines store the same rows.
"""
