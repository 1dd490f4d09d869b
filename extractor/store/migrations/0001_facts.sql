-- Articles, their facts, and how both came about.

CREATE TABLE runs (
  -- one row for each `extractor extract`
  key INTEGER PRIMARY KEY,
  started TEXT NOT NULL,        -- UTC, ISO 8601
  finished TEXT,                -- null: still running, or killed
  extractor TEXT NOT NULL,      -- version of the program
  paths TEXT NOT NULL,          -- JSON list: what was asked to be read
  written INTEGER NOT NULL DEFAULT 0,   -- articles written
  unchanged INTEGER NOT NULL DEFAULT 0, -- articles skipped because nothing had changed
  failed INTEGER NOT NULL DEFAULT 0     -- see the table failures
);

CREATE TABLE articles (
  -- one row for each version of an article; `latest` marks the one that answers are drawn from
  key INTEGER PRIMARY KEY AUTOINCREMENT, -- never reused: the search index may still know an old one
  id TEXT NOT NULL,             -- the article's name, stable over its versions
  version INTEGER NOT NULL,     -- 1, 2, ... as the page changed
  latest INTEGER NOT NULL CHECK (latest IN (0, 1)),
  content_hash TEXT NOT NULL,   -- SHA-256 of the page as read, before cleaning
  title TEXT,
  published TEXT,               -- ISO date as precise as known: 2024-09-06, 2024-09, 2024
  outlet TEXT,
  author TEXT,
  url TEXT,
  home_province TEXT,           -- where the outlet is at home
  source TEXT NOT NULL,         -- file (and line) the page was read from
  text TEXT NOT NULL,           -- NFC, boilerplate removed; all offsets count its characters, half open
  raw_map TEXT NOT NULL,        -- JSON [[offset in text, offset in the raw page], ...] where the distance changes
  removed TEXT NOT NULL,        -- JSON [{at, text, reason}]: pieces of the page that are not the article
  dates TEXT NOT NULL,          -- JSON [{date, source, confidence}]: candidates for `published`
  given TEXT NOT NULL,          -- JSON list: the metadata that came with the page
  extractor TEXT NOT NULL,      -- version of the program that read it
  run INTEGER NOT NULL REFERENCES runs (key),
  UNIQUE (id, version)
);
CREATE UNIQUE INDEX articles_latest ON articles (id) WHERE latest;
CREATE INDEX articles_superseded ON articles (key) WHERE NOT latest;
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);

-- The fact tables. Columns they share:
--   key         unique over all fact tables: article key * 65536 + number within the article
--   id          stable over re-extraction: hash of article, kind, offsets and what the fact says
--   start_at, end_at  the quote is substr(articles.text, start_at + 1, end_at - start_at)
--   locality    JSON path from the province down: ["Bình Thuận", "Phan Thiết"]
--   rule, reasons  what made the fact, and each of its slots (JSON)
--   confidence  probability that the fact is right

CREATE TABLE counts (
  -- numbers the text states about the world
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  value NUMERIC,                -- null where only bounds are known; money in đồng, percents as written
  low NUMERIC,
  high NUMERIC,
  modifier TEXT NOT NULL,       -- exact, about, over, under, at_least, at_most, range, vague
  denominator NUMERIC,          -- 573/624: value 573, denominator 624
  what TEXT NOT NULL,           -- the counted noun, or the unit of a measure
  measured TEXT,                -- what a measure measures: thu ngân sách
  name TEXT,                    -- proper name of the counted thing
  category TEXT NOT NULL,
  aspect TEXT NOT NULL,         -- stock, flow, target, rate
  predicate TEXT,               -- the governing verb
  locality TEXT,
  scope TEXT,                   -- a restriction that is no place
  period_start TEXT,            -- ISO, as precise as known; a half-open period has one null end
  period_end TEXT,
  part_of TEXT,                 -- id of the total, a count of the same article
  per TEXT,                     -- người/năm
  day TEXT AS (CASE aspect WHEN 'target' THEN period_start ELSE coalesce(period_end, period_start) END) VIRTUAL,
                                -- what answers are sorted by: plans for 2050 are not the latest news
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
-- Each begins with what is asked for and goes on with the order of the answers, the latest first.
CREATE INDEX counts_what ON counts (what, day, article);
CREATE INDEX counts_measured ON counts (measured, day, article) WHERE measured IS NOT NULL;
CREATE INDEX counts_name ON counts (name, day, article) WHERE name IS NOT NULL;
CREATE INDEX counts_day ON counts (day);
CREATE INDEX counts_locality ON counts (locality, category);
CREATE INDEX counts_category ON counts (category, day);
CREATE INDEX counts_period ON counts (coalesce(period_end, period_start), coalesce(period_start, period_end), article);

CREATE TABLE awards (
  -- one form by one giver to one kind of recipient
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  form TEXT NOT NULL,           -- giấy khen, bằng khen, ...
  giver TEXT,
  recipient TEXT NOT NULL,      -- collective, individual, household, organization, work, or a name
  count INTEGER,                -- null: many, or named
  names TEXT NOT NULL,          -- JSON list of named recipients
  reason TEXT,
  locality TEXT,
  date TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX awards_form ON awards (form);
CREATE INDEX awards_giver ON awards (giver) WHERE giver IS NOT NULL;
CREATE INDEX awards_locality ON awards (locality);
CREATE INDEX awards_date ON awards (date);

CREATE TABLE models (
  -- community schemes (mô hình) with a proper name
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  name TEXT NOT NULL,
  locality TEXT,
  status TEXT,                  -- active, launched, planned, ended
  year INTEGER,                 -- of the launch
  members INTEGER,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX models_name ON models (name);
CREATE INDEX models_locality ON models (locality);

CREATE TABLE localities (
  -- administrative units that the article names
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  name TEXT NOT NULL,           -- without the level word
  level TEXT NOT NULL,          -- province, district, commune, village: the legal one at publication
  path TEXT NOT NULL,           -- JSON, as `locality` elsewhere
  code TEXT,                    -- gazetteer code; codes are reused, (code, valid_from) identifies
  valid_from TEXT,
  former INTEGER NOT NULL,      -- 1: the unit had ended at publication
  candidates TEXT NOT NULL,     -- JSON list of the paths that tie
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX localities_name ON localities (name);
CREATE INDEX localities_path ON localities (path);

CREATE TABLE roles (
  -- people in positions
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  person TEXT NOT NULL,
  rank TEXT,
  position TEXT NOT NULL,
  organization TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX roles_person ON roles (person);
CREATE INDEX roles_position ON roles (position);
CREATE INDEX roles_organization ON roles (organization) WHERE organization IS NOT NULL;

CREATE TABLE events (
  -- dated or named happenings
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  event TEXT NOT NULL,          -- hội nghị, lễ ra mắt, sơ kết, ...
  name TEXT NOT NULL,
  date TEXT,
  organizer TEXT,
  locality TEXT,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  quote TEXT NOT NULL,
  rule TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (article, id)
);
CREATE INDEX events_event ON events (event);
CREATE INDEX events_name ON events (name);
CREATE INDEX events_locality ON events (locality);
CREATE INDEX events_date ON events (date);

CREATE TABLE checks (
  -- sums and comparisons that a source invites, with the verdict
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
  test TEXT NOT NULL,           -- sum, ratio, percent, restatement
  total TEXT NOT NULL,          -- id of a count
  parts TEXT NOT NULL,          -- JSON list of ids
  expected NUMERIC NOT NULL,
  found NUMERIC NOT NULL,
  verdict TEXT NOT NULL         -- adds up, differs, incomplete, overlapping
);
CREATE INDEX checks_article ON checks (article);
CREATE INDEX checks_verdict ON checks (verdict);

CREATE TABLE failures (
  -- what could not become an article or its facts; one row for each source and stage
  source TEXT NOT NULL,         -- file, or file:line
  stage TEXT NOT NULL,          -- read, clean, extract, write
  reason TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (key), -- the last run it happened in
  PRIMARY KEY (source, stage)
);

CREATE TABLE reviews (
  -- what people decided about facts, for ever: append only, found again by the fact's stable id
  key INTEGER PRIMARY KEY,
  fact TEXT NOT NULL,
  article TEXT NOT NULL,        -- articles.id
  kind TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'correct')),
  correction TEXT,              -- JSON of the changed slots
  note TEXT,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL              -- UTC, ISO 8601
);
CREATE INDEX reviews_fact ON reviews (fact);
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews
  BEGIN SELECT raise(ABORT, 'reviews are append-only'); END;

CREATE TABLE article_clusters (
  -- reprints: articles with the same cluster tell the same text
  article TEXT PRIMARY KEY,     -- articles.id
  cluster TEXT NOT NULL,        -- id of the cluster's first article
  similarity REAL NOT NULL      -- of the cluster's weakest link, 0 to 1
) WITHOUT ROWID;
CREATE INDEX article_clusters_cluster ON article_clusters (cluster);

CREATE TABLE article_signatures (
  -- what an article is compared by to find its reprints
  article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
  text_hash TEXT NOT NULL,      -- of its letters and digits
  signature BLOB                -- MinHash, 32-bit little-endian numbers; null: too short
);

CREATE TABLE labels (
  -- the distinct texts that facts are asked by: counted nouns, names, forms, persons, positions
  label TEXT NOT NULL PRIMARY KEY,
  folded TEXT NOT NULL,         -- ' its words without diacritics and đ, in lower case ', a blank on either side
  exact TEXT NOT NULL           -- ' the same with diacritics, tone marks at the end of the word '
) WITHOUT ROWID;

CREATE TABLE units (
  -- which paths of the fact tables lie in which administrative unit
  folded TEXT NOT NULL,         -- the unit's name as in `labels`
  unit TEXT NOT NULL,           -- the unit's name
  path TEXT NOT NULL,           -- JSON, as in the fact tables
  PRIMARY KEY (folded, unit, path)
) WITHOUT ROWID;

CREATE TABLE present (
  -- where the paths of the fact tables lie today
  path TEXT NOT NULL PRIMARY KEY, -- JSON, as in the fact tables
  province TEXT,                -- null: not known
  commune TEXT                  -- null: no single one
) WITHOUT ROWID;

-- Full text: `head` (title, or what a fact is called by) and `body` keep their diacritics (tone marks moved to the
-- word's end, so that hoà = hòa), `folded` is both without. The indexes keep no text; rowid is the key.
CREATE VIRTUAL TABLE article_search USING fts5 (
  head, body, folded, content = '', tokenize = "unicode61 remove_diacritics 0"
);
CREATE VIRTUAL TABLE fact_search USING fts5 (
  head, body, folded, content = '', tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIEW facts AS
  -- all kinds side by side, of all versions of the articles
  SELECT key, id, 'counts' AS kind, article, coalesce(name, measured, what) AS label, value, locality,
    period_start, period_end, quote, start_at, end_at, rule, confidence FROM counts
  UNION ALL SELECT key, id, 'awards', article, form, count, locality,
    date, date, quote, start_at, end_at, rule, confidence FROM awards
  UNION ALL SELECT key, id, 'models', article, name, members, locality,
    CAST(year AS TEXT), CAST(year AS TEXT), quote, start_at, end_at, rule, confidence FROM models
  UNION ALL SELECT key, id, 'localities', article, name, NULL, path,
    NULL, NULL, quote, start_at, end_at, rule, confidence FROM localities
  UNION ALL SELECT key, id, 'roles', article, person, NULL, NULL,
    NULL, NULL, quote, start_at, end_at, rule, confidence FROM roles
  UNION ALL SELECT key, id, 'events', article, name, NULL, locality,
    date, date, quote, start_at, end_at, rule, confidence FROM events;

CREATE VIEW latest_facts AS
  -- the facts of the latest version of each article, with where they were told
  SELECT facts.*, articles.id AS article_id, articles.title, articles.outlet, articles.published, articles.url
  FROM facts JOIN articles ON articles.key = facts.article WHERE articles.latest;

CREATE VIEW present_facts AS
  -- the latest facts with the province and commune of today beside the units of their time
  SELECT latest_facts.*, present.province, present.commune
  FROM latest_facts LEFT JOIN present ON present.path = latest_facts.locality;
