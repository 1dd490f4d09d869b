-- Vectors to search by meaning with.

CREATE TABLE article_vectors (
  -- what `extractor embed` made of the latest version of an article: one vector for each passage of it
  article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  model TEXT NOT NULL,          -- vectors of different models cannot be compared
  bounds TEXT NOT NULL,         -- JSON [[start, end], ...]: the passages as offsets into articles.text
  vectors BLOB NOT NULL         -- in the same order, 384 signed bytes each; their lengths mean nothing
);
