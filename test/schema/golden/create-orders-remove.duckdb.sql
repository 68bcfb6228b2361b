CREATE TABLE IF NOT EXISTS "lakehouse"."postgres_raw"."pg_orders" (
  "order_id" BIGINT NOT NULL,
  "amount" DECIMAL(12,2),
  "notes" VARCHAR,
  "_commit_lsn" BIGINT NOT NULL,
  "_committed_at" TIMESTAMP WITH TIME ZONE,
  "_synced_at" TIMESTAMP WITH TIME ZONE
)
