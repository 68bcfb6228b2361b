CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."o""rd`er's \ 🙂" (
  "Key ""1""" VARCHAR NOT NULL,
  "back`tick" BOOLEAN,
  "back\slash" BLOB,
  "quo'te; DROP TABLE x; --" DOUBLE,
  "$" DATE,
  "select" TIMESTAMP WITH TIME ZONE,
  "_commit_lsn" BIGINT NOT NULL,
  "_committed_at" TIMESTAMP WITH TIME ZONE,
  "_synced_at" TIMESTAMP WITH TIME ZONE,
  "_deleted" BOOLEAN
)
