"""What a filter is: the description from which its line, option, sentence and tables come."""
