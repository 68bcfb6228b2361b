CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."pg_five_keys" (
  "e" VARCHAR NOT NULL,
  "d" VARCHAR NOT NULL,
  "c" VARCHAR NOT NULL,
  "b" VARCHAR NOT NULL,
  "a" BOOLEAN NOT NULL,
  "_commit_lsn" BIGINT NOT NULL,
  "_committed_at" TIMESTAMP WITH TIME ZONE,
  "_synced_at" TIMESTAMP WITH TIME ZONE
)
