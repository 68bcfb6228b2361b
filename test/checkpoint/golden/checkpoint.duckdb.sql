CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."_tributary_checkpoint" (
  "pipeline" VARCHAR NOT NULL,
  "epoch" BIGINT NOT NULL,
  "lsn" BIGINT NOT NULL,
  "document" VARCHAR NOT NULL,
  "run_id" VARCHAR NOT NULL,
  "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL
);

SELECT CAST(epoch AS VARCHAR), CAST(lsn AS VARCHAR), document, run_id FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'o''rd\ers ${env:HOME} "1"';

INSERT INTO "lakehouse"."postgres_raw"."_tributary_checkpoint" (pipeline, epoch, lsn, document, run_id, updated_at) SELECT 'o''rd\ers ${env:HOME} "1"', 7, 97500059720, '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot''1\\","publicationOid":16500,"tables":[]}', 'run''1', make_timestamptz(1767225600000000) WHERE NOT EXISTS (SELECT 1 FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'o''rd\ers ${env:HOME} "1"');

UPDATE "lakehouse"."postgres_raw"."_tributary_checkpoint" SET epoch = 8, run_id = 'run''1', updated_at = make_timestamptz(1767225600000000) WHERE pipeline = 'o''rd\ers ${env:HOME} "1"' AND epoch = 7;

UPDATE "lakehouse"."postgres_raw"."_tributary_checkpoint" SET lsn = 97500059720, document = '{"version":1,"drainTarget":"0/0","cluster":{"systemIdentifier":"7400000000000000000","timeline":1,"databaseOid":16384},"slotName":"slot''1\\","publicationOid":16500,"tables":[]}', run_id = 'run''1', updated_at = make_timestamptz(1767225600000000) WHERE pipeline = 'o''rd\ers ${env:HOME} "1"' AND epoch = 7 AND lsn <= 97500059720;
