"""Claims side by side: by article or speaker, two articles aligned, matrix, timeline."""
