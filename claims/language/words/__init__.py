"""The word lists, one text file each, in a folder for each package that reads them."""
