-- What a first look at a large database needs at once: today's provinces, the worst contradictions.

CREATE TABLE coverage (
  -- one row for each article and province; written with the article, rebuilt with the search indexes
  province TEXT NOT NULL,       -- of today, as in `present`
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  facts INTEGER NOT NULL,       -- of the article that are about a place in the province
  models INTEGER NOT NULL,      -- named models among them
  PRIMARY KEY (province, article)
) WITHOUT ROWID;
CREATE INDEX coverage_article ON coverage (article);

INSERT INTO coverage (province, article, facts, models)
  SELECT province, article, count(*), sum(kind = 'models')
  FROM facts JOIN present ON present.path = facts.locality WHERE province IS NOT NULL
  GROUP BY province, article;

CREATE TABLE conflicts (
  -- the most severe contradictions, as of the end of the last `extractor extract`
  first_article TEXT NOT NULL,  -- articles.id
  first TEXT NOT NULL,          -- id of a count
  second_article TEXT NOT NULL,
  second TEXT NOT NULL,
  cause TEXT NOT NULL,          -- differ, digit, swapped; of a stock and the one before it also rise, fall
  severity REAL NOT NULL,       -- 0 to 1
  days INTEGER,                 -- between a stock and the one before it, at most
  PRIMARY KEY (first_article, first, second_article, second)
) WITHOUT ROWID;
CREATE INDEX conflicts_severity ON conflicts (severity);
