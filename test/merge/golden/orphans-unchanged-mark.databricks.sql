SELECT CAST(s.v0 AS STRING)
FROM (
SELECT c0 AS v0, c1 AS v1, c2 AS v2, k2 AS u2, op, lsn, committed_at
FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
) AS s
LEFT JOIN `lakehouse`.`postgres_raw`.`pg_orders` AS t ON t.`order_id` = s.v0
WHERE s.op <> 'd' AND (s.u2) AND t._commit_lsn IS NULL
