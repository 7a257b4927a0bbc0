"""What is asked of search, by language: a word that many pages have."""

QUERIES = {"zh-Hans": "网格", "en": "grid"}
