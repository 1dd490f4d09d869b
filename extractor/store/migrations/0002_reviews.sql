-- Reviews that can be taken back, found again after re-extraction, and that the answers follow.

CREATE TABLE reviews_2 (
  -- what people decided about facts, for ever: append only; the table `standing` says what of it holds
  key INTEGER PRIMARY KEY,
  fact TEXT NOT NULL,           -- id of the fact
  article TEXT NOT NULL,        -- articles.id
  kind TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct', 'create', 'split', 'skip', 'undo')),
  correction TEXT,              -- JSON: the changed slots; of create the whole record; of split a list of records
  reason TEXT,                  -- why it was rejected, in one of a few words
  note TEXT,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,             -- UTC, ISO 8601
  before TEXT,                  -- JSON: the record as the reviewer saw it
  machine TEXT,                 -- JSON: the record as the machine then read it, where that was another; {}: not at all
  undoes INTEGER REFERENCES reviews_2 (key), -- the review that this one takes back
  token TEXT,                   -- names the decision in every database: sent twice, it is kept once
  extractor TEXT                -- version of the program that read the fact
);
-- Until now it was not kept what people saw; its quote and number let the fact be found again.
INSERT INTO reviews_2 (key, fact, article, kind, decision, correction, note, reviewer, at, before)
  SELECT key, fact, article, kind, decision, correction, note, reviewer, at, (
    SELECT json_object('quote', f.quote, 'start', f.start_at, 'end', f.end_at)
    FROM articles AS a JOIN facts AS f ON f.article = a.key
    WHERE a.id = reviews.article AND f.id = reviews.fact AND f.kind = reviews.kind ORDER BY a.version DESC LIMIT 1
  ) FROM reviews;
DROP TABLE reviews;
ALTER TABLE reviews_2 RENAME TO reviews;
CREATE INDEX reviews_fact ON reviews (article, fact);
CREATE INDEX reviews_reviewer ON reviews (reviewer, key);
CREATE UNIQUE INDEX reviews_undoes ON reviews (undoes) WHERE undoes IS NOT NULL;
CREATE UNIQUE INDEX reviews_token ON reviews (token) WHERE token IS NOT NULL;
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;

CREATE TABLE standing (
  -- which decision holds for a fact, and where it stands; derived from `reviews` and the facts
  article TEXT NOT NULL,        -- articles.id
  fact TEXT NOT NULL,           -- id of the fact, as in `reviews`
  kind TEXT NOT NULL,
  decision TEXT NOT NULL,       -- accept, reject, correct, create, split
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  review INTEGER NOT NULL,      -- reviews.key
  opinions INTEGER NOT NULL,    -- how many people decided about it
  state TEXT NOT NULL CHECK (state IN ('attached', 'disputed', 'settled', 'orphan')),
                                -- disputed: the machine now reads something else; settled: what was rejected is no
                                -- longer read; orphan: its words are no longer in the article
  fact_key INTEGER,             -- key of the fact that it is about today; its id may be another
  PRIMARY KEY (article, fact)
) WITHOUT ROWID;
CREATE INDEX standing_fact_key ON standing (fact_key);
CREATE INDEX standing_state ON standing (state) WHERE state <> 'attached';
CREATE INDEX standing_single ON standing (fact, reviewer) WHERE opinions = 1;

CREATE TABLE holds (
  -- facts that a reviewer has before their eyes: no other one is shown them until then
  fact_key INTEGER PRIMARY KEY,
  reviewer TEXT NOT NULL,
  until TEXT NOT NULL           -- UTC, ISO 8601
);
CREATE INDEX holds_until ON holds (until);

CREATE TABLE contradicted (
  -- counts that another article or a sum contradicts, for the review; derived when an extraction ends
  fact_key INTEGER PRIMARY KEY REFERENCES counts (key) ON DELETE CASCADE,
  severity REAL NOT NULL        -- 0 to 1
);
CREATE INDEX contradicted_severity ON contradicted (severity);

-- Two more columns of each fact table:
--   review   what holds of people's decisions: accept, reject, correct, create; null: nobody decided
--   machine  JSON of the columns that people changed, as the machine read them; {}: it did not read the fact
ALTER TABLE counts ADD COLUMN review TEXT;
ALTER TABLE counts ADD COLUMN machine TEXT;
ALTER TABLE awards ADD COLUMN review TEXT;
ALTER TABLE awards ADD COLUMN machine TEXT;
ALTER TABLE models ADD COLUMN review TEXT;
ALTER TABLE models ADD COLUMN machine TEXT;
ALTER TABLE localities ADD COLUMN review TEXT;
ALTER TABLE localities ADD COLUMN machine TEXT;
ALTER TABLE roles ADD COLUMN review TEXT;
ALTER TABLE roles ADD COLUMN machine TEXT;
ALTER TABLE events ADD COLUMN review TEXT;
ALTER TABLE events ADD COLUMN machine TEXT;

-- The queues of the review: by doubt, and in the order of the text.
CREATE INDEX counts_doubt ON counts (confidence) WHERE review IS NULL;
CREATE INDEX awards_doubt ON awards (confidence) WHERE review IS NULL;
CREATE INDEX models_doubt ON models (confidence) WHERE review IS NULL;
CREATE INDEX localities_doubt ON localities (confidence) WHERE review IS NULL;
CREATE INDEX roles_doubt ON roles (confidence) WHERE review IS NULL;
CREATE INDEX events_doubt ON events (confidence) WHERE review IS NULL;
CREATE INDEX counts_unread ON counts (article, start_at) WHERE review IS NULL;
CREATE INDEX awards_unread ON awards (article, start_at) WHERE review IS NULL;
CREATE INDEX models_unread ON models (article, start_at) WHERE review IS NULL;
CREATE INDEX localities_unread ON localities (article, start_at) WHERE review IS NULL;
CREATE INDEX roles_unread ON roles (article, start_at) WHERE review IS NULL;
CREATE INDEX events_unread ON events (article, start_at) WHERE review IS NULL;

DROP VIEW present_facts;
DROP VIEW latest_facts;
DROP VIEW facts;
CREATE VIEW facts AS
  -- all kinds side by side, of all versions of the articles, with those that people rejected
  SELECT key, id, 'counts' AS kind, article, coalesce(name, measured, what) AS label, value, locality,
    period_start, period_end, quote, start_at, end_at, rule, confidence, review FROM counts
  UNION ALL SELECT key, id, 'awards', article, form, count, locality,
    date, date, quote, start_at, end_at, rule, confidence, review FROM awards
  UNION ALL SELECT key, id, 'models', article, name, members, locality,
    CAST(year AS TEXT), CAST(year AS TEXT), quote, start_at, end_at, rule, confidence, review FROM models
  UNION ALL SELECT key, id, 'localities', article, name, NULL, path,
    NULL, NULL, quote, start_at, end_at, rule, confidence, review FROM localities
  UNION ALL SELECT key, id, 'roles', article, person, NULL, NULL,
    NULL, NULL, quote, start_at, end_at, rule, confidence, review FROM roles
  UNION ALL SELECT key, id, 'events', article, name, NULL, locality,
    date, date, quote, start_at, end_at, rule, confidence, review FROM events;

CREATE VIEW latest_facts AS
  -- what holds: the facts of the latest version of each article but the rejected ones, with where they were told
  SELECT facts.*, articles.id AS article_id, articles.title, articles.outlet, articles.published, articles.url
  FROM facts JOIN articles ON articles.key = facts.article WHERE articles.latest AND facts.review IS NOT 'reject';

CREATE VIEW present_facts AS
  -- the latest facts with the province and commune of today beside the units of their time
  SELECT latest_facts.*, present.province, present.commune
  FROM latest_facts LEFT JOIN present ON present.path = latest_facts.locality;
