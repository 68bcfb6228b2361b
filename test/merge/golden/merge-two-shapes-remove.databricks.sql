MERGE INTO `lakehouse`.`postgres_raw`.`pg_orders` AS t
USING (
  SELECT v0, v1, v2, u2, op, lsn, committed_at FROM (
  SELECT v0, first_value(v1) OVER image AS v1, first_value(v2) OVER known2 AS v2, first_value(op = 'd' OR u2) OVER known2 AS u2, CASE WHEN op = 'u' THEN 'u' WHEN first_value(op) OVER image = 'd' THEN 'd' ELSE 'x' END AS op, lsn, committed_at, row_number() OVER latest AS rank
  FROM (
  SELECT c0 AS v0, CAST(CAST(1.50 AS DECIMAL(12,2)) AS DECIMAL(12,2)) AS v1, CAST(NULL AS STRING) AS v2, false AS u2, op, lsn, committed_at, seq
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
  UNION ALL
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, k2 AS u2, op, lsn, committed_at, seq
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-1`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
  ) AS parts
  WINDOW latest AS (PARTITION BY v0 ORDER BY seq DESC),
    image AS (PARTITION BY v0 ORDER BY CASE WHEN op = 'd' THEN 1 ELSE 0 END, seq DESC),
    known2 AS (PARTITION BY v0 ORDER BY CASE WHEN op = 'd' OR u2 THEN 1 ELSE 0 END, seq DESC)
  ) AS folded WHERE rank = 1
) AS s
ON t.`order_id` = s.v0
WHEN MATCHED AND s.op <> 'u' AND s.lsn >= t._commit_lsn THEN DELETE
WHEN MATCHED AND s.op = 'u' AND s.lsn >= t._commit_lsn THEN UPDATE SET
  `amount` = s.v1,
  `notes` = CASE WHEN s.u2 THEN t.`notes` ELSE s.v2 END,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = timestamp_micros(1767225600000000)
WHEN NOT MATCHED AND s.op = 'u' THEN INSERT (`order_id`, `amount`, `notes`, _commit_lsn, _committed_at, _synced_at)
  VALUES (s.v0, s.v1, CASE WHEN s.op <> 'd' AND s.u2 THEN raise_error(concat('tributary: unchanged values are missing ', s.op)) ELSE s.v2 END, s.lsn, s.committed_at, timestamp_micros(1767225600000000))
