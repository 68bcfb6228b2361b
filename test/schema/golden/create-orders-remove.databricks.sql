CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_orders` (
  `order_id` BIGINT NOT NULL COMMENT 'int64',
  `amount` DECIMAL(12,2) COMMENT 'decimal',
  `notes` STRING COMMENT 'string',
  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',
  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',
  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',
  PRIMARY KEY (`order_id`)
)
USING DELTA
CLUSTER BY (`order_id`)
COMMENT 'Rows of PostgreSQL table public.orders'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
