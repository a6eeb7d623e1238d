"""The speaker screen: affiliations through time, names, suggestions, and deciding who is who."""
