"""The words and numbers of the field as data, with their sources. Nothing here knows a database."""
