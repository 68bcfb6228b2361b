MERGE INTO `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` AS t
USING (
  SELECT c.v0 AS v0, c.v1 AS v1, CASE WHEN NOT c.u2 THEN c.v2 WHEN (coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) THEN b.`back\slash` ELSE c.v2 END AS v2, c.v3 AS v3, c.v4 AS v4, c.v5 AS v5, c.u2 AND NOT false AND NOT (coalesce(b._commit_lsn < c.moved_lsn, false) AND coalesce(a._commit_lsn < c.moved_lsn, true)) AS u2, c.op AS op, c.lsn AS lsn, c.committed_at AS committed_at, c.moved_lsn AS moved_lsn
  FROM (
  SELECT c0 AS v0, c1 AS v1, c2 AS v2, c3 AS v3, c4 AS v4, c5 AS v5, k2 AS u2, f0 AS p0, moved_lsn, op, lsn, committed_at
  FROM parquet.`/Volumes/main/ops/stage/p-test/0000-1/t1/from-0`
  WHERE lsn >= (SELECT CASE WHEN max(epoch) = 3 THEN 0 ELSE raise_error(concat('tributary: fenced by epoch ', coalesce(CAST(max(epoch) AS STRING), 'none'))) END FROM `lakehouse`.`postgres_raw`.`_tributary_checkpoint` WHERE pipeline = 'o\'rd\\ers $\{env:HOME}' AND entry = 'checkpoint')
  ) AS c
  LEFT JOIN `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` AS a ON a.`Key "1"` = c.v0
  LEFT JOIN `lakehouse`.`postgres_raw`.`o"rd``er's \ 🙂` AS b ON b.`Key "1"` = c.p0
) AS s
ON t.`Key "1"` = s.v0
WHEN MATCHED AND s.op = 'd' AND s.lsn >= t._commit_lsn THEN UPDATE SET _deleted = true, _commit_lsn = s.lsn, _committed_at = s.committed_at, _synced_at = timestamp_micros(1767225600000000)
WHEN MATCHED AND s.op <> 'd' AND s.lsn >= t._commit_lsn THEN UPDATE SET
  `back``tick` = s.v1,
  `back\slash` = CASE WHEN s.op <> 'd' AND s.u2 AND t._commit_lsn < s.moved_lsn THEN raise_error(concat('tributary: unchanged values are missing ', s.op)) WHEN s.u2 THEN t.`back\slash` ELSE s.v2 END,
  `quo'te; DROP TABLE x; --` = s.v3,
  `$` = s.v4,
  `select` = s.v5,
  _commit_lsn = s.lsn,
  _committed_at = s.committed_at,
  _synced_at = timestamp_micros(1767225600000000),
  _deleted = (s.op = 'x')
WHEN NOT MATCHED THEN INSERT (`Key "1"`, `back``tick`, `back\slash`, `quo'te; DROP TABLE x; --`, `$`, `select`, _commit_lsn, _committed_at, _synced_at, _deleted)
  VALUES (s.v0, s.v1, CASE WHEN s.op <> 'd' AND s.u2 THEN raise_error(concat('tributary: unchanged values are missing ', s.op)) ELSE s.v2 END, s.v3, s.v4, s.v5, s.lsn, s.committed_at, timestamp_micros(1767225600000000), s.op <> 'u')
WHEN NOT MATCHED BY SOURCE AND t._commit_lsn <= 1 AND NOT t._deleted THEN UPDATE SET _deleted = true, _commit_lsn = 1, _synced_at = timestamp_micros(1767225600000000)
