"""Stories: articles that are copies of one text, as a table, with the articles of each."""
