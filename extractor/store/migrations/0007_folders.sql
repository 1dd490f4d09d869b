-- Where relative paths began, so that two files of one name can be told apart.

ALTER TABLE runs ADD COLUMN folder TEXT; -- the folder of the `source` of its articles; null where nobody kept it
