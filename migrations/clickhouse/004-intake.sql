-- The id that an event came with, where its customer is now known by another; '' where it is the same.
ALTER TABLE events {on_cluster} ADD COLUMN IF NOT EXISTS known_as String DEFAULT '' CODEC(ZSTD(1)) AFTER customer
;
-- What is known of two ids being one customer, a fact a row: what came as `known_as` belongs to `customer`, or no longer.
CREATE TABLE IF NOT EXISTS links {on_cluster}
(
  known_as String,
  known_as_key UInt64 MATERIALIZED cityHash64(known_as),
  customer String,
  customer_key UInt64 MATERIALIZED cityHash64(customer),
  -- The latest of linked and undone holds. Unsettled: events may stand with the wrong customer, until it is settled.
  what Enum8('linked' = 1, 'undone' = 2, 'unsettled' = 3, 'settled' = 4),
  at DateTime64(3, 'UTC'),
  source LowCardinality(String),
  -- With unsettled: the customers whose events are to be looked at.
  homes Array(String),
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
