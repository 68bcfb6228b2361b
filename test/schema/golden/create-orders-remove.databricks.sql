CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_orders` (
  `order_id` BIGINT NOT NULL,
  `amount` DECIMAL(12,2),
  `notes` STRING,
  `_commit_lsn` BIGINT NOT NULL,
  `_committed_at` TIMESTAMP,
  `_synced_at` TIMESTAMP
)
USING DELTA
CLUSTER BY (`order_id`)
COMMENT 'Rows of PostgreSQL table public.orders'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
