CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."pg_every_type" (
  "id" BIGINT NOT NULL,
  "a_boolean" BOOLEAN,
  "a_int16" SMALLINT,
  "a_int32" INTEGER,
  "a_int64" BIGINT,
  "a_float32" FLOAT,
  "a_float64" DOUBLE,
  "a_decimal" DECIMAL(38,9),
  "a_string" VARCHAR,
  "a_binary" BLOB,
  "a_date" DATE,
  "a_timestamp" TIMESTAMP,
  "a_timestamptz" TIMESTAMP WITH TIME ZONE,
  "_commit_lsn" BIGINT NOT NULL,
  "_committed_at" TIMESTAMP WITH TIME ZONE,
  "_synced_at" TIMESTAMP WITH TIME ZONE
)
