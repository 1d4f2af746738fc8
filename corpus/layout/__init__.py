"""Lines as text: page furniture cleared, lines joined to paragraphs, paragraphs put under sub-headings."""
