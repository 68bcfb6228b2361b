CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_every_type` (
  `id` BIGINT NOT NULL,
  `a_boolean` BOOLEAN,
  `a_int16` SMALLINT,
  `a_int32` INT,
  `a_int64` BIGINT,
  `a_float32` FLOAT,
  `a_float64` DOUBLE,
  `a_decimal` DECIMAL(38,9),
  `a_string` STRING,
  `a_binary` BINARY,
  `a_date` DATE,
  `a_timestamp` TIMESTAMP_NTZ,
  `a_timestamptz` TIMESTAMP,
  `_commit_lsn` BIGINT NOT NULL,
  `_committed_at` TIMESTAMP,
  `_synced_at` TIMESTAMP
)
USING DELTA
CLUSTER BY (`id`)
COMMENT 'Rows of PostgreSQL table public.every_type'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
