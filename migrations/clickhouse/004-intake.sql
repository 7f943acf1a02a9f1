-- The id that an event came with, where its customer is now known by another; '' where it is the same.
ALTER TABLE events {on_cluster} ADD COLUMN IF NOT EXISTS known_as String DEFAULT '' CODEC(ZSTD(1)) AFTER customer
;
-- That two ids are one customer: what came as `known_as` belongs to `customer`. A row for each state of a link, the
-- latest `version` holds: read with GROUP BY known_as, customer.
CREATE TABLE IF NOT EXISTS links {on_cluster}
(
  known_as String,
  known_as_key UInt64 MATERIALIZED cityHash64(known_as),
  customer String,
  customer_key UInt64 MATERIALIZED cityHash64(customer),
  linked DateTime64(3, 'UTC'),
  source LowCardinality(String),
  undone Nullable(DateTime64(3, 'UTC')),
  -- The customers whose events may be in the wrong place until they have been looked at; empty when they have.
  unsettled Array(String),
  version UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (known_as_key, customer_key, version)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
;
-- Customers who lost events to another in a batch: a batch's events tell only who gained some.
CREATE TABLE IF NOT EXISTS moved {on_cluster}
(
  batch UInt64,
  customer_key UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY batch
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
;
-- What was refused at the door, with the reason, until it is mended, thrown away or 90 days old.
CREATE TABLE IF NOT EXISTS dead_letters {on_cluster}
(
  letter UUID,
  received DateTime64(3, 'UTC'),
  source LowCardinality(String),
  -- The call or the form in which it came, such as track or cloudevent.
  door LowCardinality(String),
  reason LowCardinality(String),
  -- Whom it seems to be about; '' where that cannot be told.
  customer String,
  customer_key UInt64 MATERIALIZED cityHash64(customer),
  -- As it came: JSON, or any text where it was none.
  message String CODEC(ZSTD(1))
)
ENGINE = {engine:MergeTree}
ORDER BY (received, letter)
TTL toDateTime(received) + INTERVAL 90 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
