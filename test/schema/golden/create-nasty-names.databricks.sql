CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` (
  `Key "1"` STRING NOT NULL,
  `back``tick` BOOLEAN,
  `back\slash` BINARY,
  `quo'te; DROP TABLE x; --` DOUBLE,
  `$` DATE,
  `select` TIMESTAMP,
  `_commit_lsn` BIGINT NOT NULL,
  `_committed_at` TIMESTAMP,
  `_synced_at` TIMESTAMP,
  `_deleted` BOOLEAN
)
USING DELTA
CLUSTER BY (`Key "1"`)
COMMENT 'Rows of PostgreSQL table public.o"rd`er\'s \\ 🙂 $\{x}'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
