CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` (
  `Key "1"` STRING NOT NULL COMMENT 'string',
  `back``tick` BOOLEAN COMMENT 'boolean',
  `back\slash` BINARY COMMENT 'binary',
  `quo'te; DROP TABLE x; --` DOUBLE COMMENT 'float64',
  `$` DATE COMMENT 'date',
  `select` TIMESTAMP COMMENT 'timestamptz',
  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',
  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',
  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',
  `_deleted` BOOLEAN COMMENT 'Whether the row was deleted at the source',
  PRIMARY KEY (`Key "1"`)
)
USING DELTA
CLUSTER BY (`Key "1"`)
COMMENT 'Rows of PostgreSQL table public.o"rd`er\'s \\ 🙂 $\{x}'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
