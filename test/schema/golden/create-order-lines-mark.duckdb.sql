CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."pg_order_lines" (
  "order_id" BIGINT NOT NULL,
  "line" SMALLINT NOT NULL,
  "quantity" INTEGER,
  "memo" VARCHAR,
  "shipped" TIMESTAMP,
  "_commit_lsn" BIGINT NOT NULL,
  "_committed_at" TIMESTAMP WITH TIME ZONE,
  "_synced_at" TIMESTAMP WITH TIME ZONE,
  "_deleted" BOOLEAN
)
