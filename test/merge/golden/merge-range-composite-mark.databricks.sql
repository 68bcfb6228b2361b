MERGE INTO `lakehouse`.`postgres_raw`.`pg_order_lines` AS t
USING (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, c3 AS v3, c4 AS v4, op, lsn, committed_at
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint')
  UNION ALL
  SELECT CAST(NULL AS INT) AS v0, g.`line` AS v1, g.`order_id` AS v2, CAST(NULL AS STRING) AS v3, CAST(NULL AS TIMESTAMP_NTZ) AS v4, 'd' AS op, CAST(4711 AS BIGINT) AS lsn, timestamp_micros(1700000000000000) AS committed_at
  FROM `lakehouse`.`postgres_raw`.`pg_order_lines` AS g
  WHERE ((g.`order_id` > 1) OR (g.`order_id` = 1 AND g.`line` > 2)) AND NOT ((g.`order_id` > 3) OR (g.`order_id` = 3 AND g.`line` > 4)) AND g.`order_id` >= 1 AND g.`order_id` <= 9
    AND (NOT g._deleted OR g._commit_lsn > 4711)
    AND NOT EXISTS (SELECT 1 FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0` AS k WHERE k.c2 = g.`order_id` AND k.c1 = g.`line`)
    AND (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'orders' AND entry = 'checkpoint') = 0
) AS s
ON t.`line` = s.v1 AND t.`order_id` = s.v2 AND t.`order_id` >= 1 AND t.`order_id` >= 1 AND t.`order_id` <= 3 AND t.`order_id` <= 9
WHEN MATCHED AND s.op = 'd' THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = timestamp_micros(1767225600000000)
WHEN MATCHED AND s.op <> 'd' THEN UPDATE SET
  `quantity` = s.v0,
  `memo` = s.v3,
  `shipped` = s.v4,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = timestamp_micros(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED THEN INSERT (`quantity`, `line`, `order_id`, `memo`, `shipped`, _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, s.v2, s.v3, s.v4, s.lsn, s.committed_at, timestamp_micros(1767225600000000), s.op <> 'u')
