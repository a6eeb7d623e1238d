"""The main screen: the table of claims, its filter, facets and panes, finding, views, export."""
