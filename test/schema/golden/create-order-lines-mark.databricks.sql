CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_order_lines` (
  `order_id` BIGINT NOT NULL,
  `line` SMALLINT NOT NULL,
  `quantity` INT,
  `memo` STRING,
  `shipped` TIMESTAMP_NTZ,
  `_commit_lsn` BIGINT NOT NULL,
  `_committed_at` TIMESTAMP,
  `_synced_at` TIMESTAMP,
  `_deleted` BOOLEAN
)
USING DELTA
CLUSTER BY (`order_id`, `line`)
COMMENT 'Rows of PostgreSQL table public.order_lines'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
