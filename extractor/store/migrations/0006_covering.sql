-- Indexes that hold all that a question asks of a fact, so that its row is read only to be shown: what holds of
-- people's decisions (`review`), and the article, of which the latest version counts.

DROP INDEX counts_what;
DROP INDEX counts_measured;
DROP INDEX counts_name;
DROP INDEX counts_locality;
DROP INDEX counts_category;
DROP INDEX awards_locality;
DROP INDEX models_locality;
DROP INDEX localities_path;
DROP INDEX events_locality;
CREATE INDEX counts_what ON counts (what, day, article, review);
CREATE INDEX counts_measured ON counts (measured, day, article, review) WHERE measured IS NOT NULL;
CREATE INDEX counts_name ON counts (name, day, article, review) WHERE name IS NOT NULL;
CREATE INDEX counts_locality ON counts (locality, category, article, review);
CREATE INDEX counts_category ON counts (category, day, article, review);
CREATE INDEX awards_locality ON awards (locality, article, review);
CREATE INDEX models_locality ON models (locality, article, review);
CREATE INDEX localities_path ON localities (path, article, review);
CREATE INDEX events_locality ON events (locality, article, review);

-- The queue by contradiction, as it is read: the worst first.
DROP INDEX contradicted_severity;
CREATE INDEX contradicted_worst ON contradicted (-severity, fact_key);
