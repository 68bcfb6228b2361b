CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_five_keys` (
  `e` STRING NOT NULL COMMENT 'string',
  `d` STRING NOT NULL COMMENT 'string',
  `c` STRING NOT NULL COMMENT 'string',
  `b` STRING NOT NULL COMMENT 'string',
  `a` BOOLEAN NOT NULL COMMENT 'boolean',
  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',
  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',
  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',
  PRIMARY KEY (`e`, `d`, `c`, `b`, `a`)
)
USING DELTA
CLUSTER BY (`e`, `d`, `c`, `b`)
COMMENT 'Rows of PostgreSQL table public.five_keys'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
