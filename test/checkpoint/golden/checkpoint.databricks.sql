CREATE TABLE IF NOT EXISTS `lakehouse`.`postgres_raw`.`_tributary_checkpoint` (
  `pipeline` STRING NOT NULL,
  `epoch` BIGINT NOT NULL,
  `lsn` BIGINT NOT NULL,
  `document` STRING NOT NULL,
  `run_id` STRING NOT NULL,
  `updated_at` TIMESTAMP NOT NULL
)
USING DELTA
CLUSTER BY (`pipeline`)
COMMENT 'Progress of Tributary pipelines. Written by the runs; do not edit.'
TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.enableDeletionVectors' = 'true', 'delta.enableTypeWidening' = 'true', 'delta.feature.timestampNtz' = 'supported');

SELECT CAST(epoch AS STRING), CAST(lsn AS STRING), document, run_id FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'o\'rd\\ers $\{env:HOME} "1"';

INSERT INTO `lakehouse`.`postgres_raw`.`_tributary_checkpoint` (pipeline, epoch, lsn, document, run_id, updated_at) SELECT 'o\'rd\\ers $\{env:HOME} "1"', 7, 97500059720, '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot\'1\\\\","publicationOid":16500,"tables":[]}', 'run\'1', timestamp_micros(1767225600000000) WHERE NOT EXISTS (SELECT 1 FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'o\'rd\\ers $\{env:HOME} "1"');

UPDATE `lakehouse`.`postgres_raw`.`_tributary_checkpoint` SET epoch = 8, run_id = 'run\'1', updated_at = timestamp_micros(1767225600000000) WHERE pipeline = 'o\'rd\\ers $\{env:HOME} "1"' AND epoch = 7;

UPDATE `lakehouse`.`postgres_raw`.`_tributary_checkpoint` SET lsn = 97500059720, document = '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot\'1\\\\","publicationOid":16500,"tables":[]}', run_id = 'run\'1', updated_at = timestamp_micros(1767225600000000) WHERE pipeline = 'o\'rd\\ers $\{env:HOME} "1"' AND epoch = 7 AND lsn <= 97500059720;
