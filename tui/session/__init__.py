"""One run of the app: settings, what is kept between runs, themes and the log."""
