CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."_tributary_checkpoint" (
  "pipeline" VARCHAR NOT NULL,
  "entry" VARCHAR NOT NULL,
  "epoch" BIGINT NOT NULL,
  "lsn" BIGINT NOT NULL,
  "document" VARCHAR,
  "run_id" VARCHAR NOT NULL,
  "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
  "started_at" TIMESTAMP WITH TIME ZONE,
  "from_lsn" BIGINT,
  "intervals" BIGINT,
  "changes" BIGINT,
  "loaded_rows" BIGINT,
  "inserted_rows" BIGINT,
  "updated_rows" BIGINT,
  "deleted_rows" BIGINT,
  "staged_bytes" BIGINT,
  "lag_bytes" BIGINT
);

SELECT CAST(epoch AS VARCHAR), CAST(lsn AS VARCHAR), document, run_id, entry, CAST(epoch_us(started_at) AS VARCHAR), CAST(epoch_us(updated_at) AS VARCHAR), CAST(from_lsn AS VARCHAR), CAST(intervals AS VARCHAR), CAST(changes AS VARCHAR), CAST(loaded_rows AS VARCHAR), CAST(inserted_rows AS VARCHAR), CAST(updated_rows AS VARCHAR), CAST(deleted_rows AS VARCHAR), CAST(staged_bytes AS VARCHAR), CAST(lag_bytes AS VARCHAR) FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'o''rd\ers ${env:HOME} "1"' AND entry IN ('checkpoint', 'run') ORDER BY entry, updated_at DESC LIMIT 31;

INSERT INTO "lakehouse"."postgres_raw"."_tributary_checkpoint" (pipeline, entry, epoch, lsn, document, run_id, updated_at) SELECT 'o''rd\ers ${env:HOME} "1"', 'checkpoint', 7, 97500059720, '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot''1\\","publicationOid":16500,"tables":[]}', 'run''1', make_timestamptz(1767225600000000) WHERE NOT EXISTS (SELECT 1 FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'o''rd\ers ${env:HOME} "1"' AND entry = 'checkpoint');

UPDATE "lakehouse"."postgres_raw"."_tributary_checkpoint" SET epoch = 8, run_id = 'run''1', updated_at = make_timestamptz(1767225600000000) WHERE pipeline = 'o''rd\ers ${env:HOME} "1"' AND entry = 'checkpoint' AND (epoch = 7 OR (epoch = 8 AND run_id = 'run''1'));

MERGE INTO "lakehouse"."postgres_raw"."_tributary_checkpoint" AS t
USING (
  SELECT e.entry FROM (SELECT 'checkpoint' AS entry UNION ALL SELECT 'run' AS entry) AS e
  WHERE EXISTS (SELECT 1 FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" AS h WHERE h.pipeline = 'o''rd\ers ${env:HOME} "1"' AND h.entry = 'checkpoint' AND h.epoch = 7 AND h.lsn <= 97500059720)
) AS s
ON t.pipeline = 'o''rd\ers ${env:HOME} "1"' AND t.entry = s.entry AND (s.entry = 'checkpoint' OR t.run_id = 'run''1')
WHEN MATCHED THEN UPDATE SET epoch = 7, lsn = 97500059720, document = CASE WHEN s.entry = 'checkpoint' THEN '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot''1\\","publicationOid":16500,"tables":[]}' END, run_id = 'run''1', updated_at = make_timestamptz(1767225600000000), started_at = make_timestamptz(1700000000000000), from_lsn = NULL, intervals = 1, changes = 5, loaded_rows = 0, inserted_rows = 3, updated_rows = 1, deleted_rows = 1, staged_bytes = 4096, lag_bytes = NULL
WHEN NOT MATCHED THEN INSERT (pipeline, entry, epoch, lsn, document, run_id, updated_at, started_at, from_lsn, intervals, changes, loaded_rows, inserted_rows, updated_rows, deleted_rows, staged_bytes, lag_bytes)
  VALUES ('o''rd\ers ${env:HOME} "1"', s.entry, 7, 97500059720, CASE WHEN s.entry = 'checkpoint' THEN '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot''1\\","publicationOid":16500,"tables":[]}' END, 'run''1', make_timestamptz(1767225600000000), make_timestamptz(1700000000000000), NULL, 1, 5, 0, 3, 1, 1, 4096, NULL);
