"""The headings of agenda items: where each item begins, whatever the layout."""
