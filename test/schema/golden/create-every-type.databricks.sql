CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`pg_every_type` (
  `id` BIGINT NOT NULL COMMENT 'int64',
  `a_boolean` BOOLEAN COMMENT 'boolean',
  `a_int16` SMALLINT COMMENT 'int16',
  `a_int32` INT COMMENT 'int32',
  `a_int64` BIGINT COMMENT 'int64',
  `a_float32` FLOAT COMMENT 'float32',
  `a_float64` DOUBLE COMMENT 'float64',
  `a_decimal` DECIMAL(38,9) COMMENT 'decimal',
  `a_string` STRING COMMENT 'string',
  `a_binary` BINARY COMMENT 'binary',
  `a_date` DATE COMMENT 'date',
  `a_timestamp` TIMESTAMP_NTZ COMMENT 'timestamp',
  `a_timestamptz` TIMESTAMP COMMENT 'timestamptz',
  `_commit_lsn` BIGINT NOT NULL COMMENT 'LSN of the commit that the row is as of',
  `_committed_at` TIMESTAMP COMMENT 'When that commit was made',
  `_synced_at` TIMESTAMP COMMENT 'When Tributary wrote the row',
  PRIMARY KEY (`id`)
)
USING DELTA
CLUSTER BY (`id`)
COMMENT 'Rows of PostgreSQL table public.every_type'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported')
