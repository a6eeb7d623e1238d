"""What must hold of any input whatever: the inputs, what is checked, and those that once failed."""
