CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_order_lines` (
  `order_id` BIGINT NOT NULL COMMENT 'int64',
  `line` SMALLINT NOT NULL COMMENT 'int16',
  `quantity` INT COMMENT 'int32',
  `memo` STRING COMMENT 'string',
  `shipped` TIMESTAMP_NTZ COMMENT 'timestamp',
  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',
  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',
  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',
  `_deleted` BOOLEAN COMMENT 'Whether the row was deleted at the source',
  PRIMARY KEY (`order_id`, `line`)
)
USING DELTA
CLUSTER BY (`order_id`, `line`)
COMMENT 'Rows of PostgreSQL table public.order_lines'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
