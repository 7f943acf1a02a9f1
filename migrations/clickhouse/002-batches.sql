-- Imports and stored batches of events. A row when the events are about to move into the ledger, a second one with
-- `finished` when they have: read with GROUP BY batch. Of a batch that never finished, any part may be there.
CREATE TABLE IF NOT EXISTS batches {on_cluster}
(
  batch UInt64,
  source String,
  begun DateTime64(3, 'UTC'),
  finished Nullable(DateTime64(3, 'UTC')),
  rows UInt64,
  duplicates UInt64,
  rejected UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY batch
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
