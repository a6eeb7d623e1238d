"""The app in a web browser: a server, the page it shows, and a process for each visitor."""
