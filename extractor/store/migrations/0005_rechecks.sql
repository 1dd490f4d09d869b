-- Sums and comparisons follow what people make of their numbers. Two more columns of `checks`:
--   machine  JSON of expected, found and verdict as the machine told them, where people changed a number
--   holds    0: a number that the comparison was made of was rejected or became another
ALTER TABLE checks ADD COLUMN machine TEXT;
ALTER TABLE checks ADD COLUMN holds INTEGER NOT NULL DEFAULT 1;
