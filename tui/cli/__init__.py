"""The command line. ``main`` names the commands, one file each in ``commands`` and ``speakers``."""
