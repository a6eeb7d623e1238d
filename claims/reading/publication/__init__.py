"""Which of the dates on a page is that of publication, and what states it."""
