"""What must hold for articles, speakers and claims: a function for each field of a query."""
