SELECT CAST(s.v0 AS VARCHAR)
FROM (
SELECT c0 AS v0, c1 AS v1, c2 AS v2, k2 AS u2, op, lsn, committed_at
FROM read_parquet('/data/lakehouse.duckdb.staging/p-test/0000-1/t1/from-0/*.parquet')
WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS VARCHAR), 'none'))) END FROM "lakehouse"."postgres_raw"."_tributary_checkpoint" WHERE pipeline = 'orders' AND entry = 'checkpoint')
) AS s
LEFT JOIN "lakehouse"."postgres_raw"."pg_orders" AS t ON t."order_id" = s.v0
WHERE s.op <> 'd' AND (s.u2) AND t._commit_lsn IS NULL
