CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_five_keys` (
  `e` STRING NOT NULL,
  `d` STRING NOT NULL,
  `c` STRING NOT NULL,
  `b` STRING NOT NULL,
  `a` BOOLEAN NOT NULL,
  `_commit_lsn` BIGINT NOT NULL,
  `_committed_at` TIMESTAMP,
  `_synced_at` TIMESTAMP
)
USING DELTA
CLUSTER BY (`e`, `d`, `c`, `b`)
COMMENT 'Rows of PostgreSQL table public.five_keys'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
