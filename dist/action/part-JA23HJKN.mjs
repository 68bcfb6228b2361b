import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  mapType,
  reloadWords
} from "./part-BSZKNS2G.mjs";
import {
  ZERO_LSN
} from "./part-3QJBBAU7.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";

// src/schema/drift.ts
function compareColumns(before, now, present) {
  const known = new Map(before.map((column) => [column.attributeNumber, column]));
  const selected = new Set(now.map((column) => column.attributeNumber));
  const retired = new Set(
    before.filter((column) => column.dropped).map((column) => column.name.toLowerCase())
  );
  const dropped = before.filter(
    ({ attributeNumber, dropped: already }) => !already && !selected.has(attributeNumber) && !present.has(attributeNumber)
  );
  for (const column of dropped) retired.add(column.name.toLowerCase());
  const unsupported = [];
  const added = [];
  for (const column of now) {
    const earlier = known.get(column.attributeNumber);
    if (earlier === void 0) {
      if (retired.has(column.name.toLowerCase())) {
        unsupported.push(
          `column "${column.name}" was dropped and added again; the target still holds the old one`
        );
      } else {
        added.push(column);
      }
    } else if (earlier.name !== column.name) {
      unsupported.push(`column "${earlier.name}" was renamed to "${column.name}"`);
    } else if (isTypeChanged(earlier, column)) {
      unsupported.push(`the type of column "${column.name}" was changed to ${column.type.displayName}`);
    }
  }
  return { added, dropped, unsupported };
}
var UNBOUNDED_TEXT_OIDS = /* @__PURE__ */ new Set([25, 1043]);
function isTypeChanged(before, now) {
  if (before.typeOid === now.typeOid && before.typmod === now.typmod) return false;
  const bothText = UNBOUNDED_TEXT_OIDS.has(before.typeOid) && UNBOUNDED_TEXT_OIDS.has(now.typeOid);
  const wider = now.typmod === -1 || before.typmod !== -1 && now.typmod >= before.typmod;
  return !(bothText && wider);
}

// src/schema/missing-literal.ts
var PLAIN_DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d{1,6})?(\+00)?)?$/;
var PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
function isMissingValueTellable(mapping, missingValue) {
  if (missingValue === void 0) return true;
  if (mapping.form.tag !== "plain") return false;
  switch (mapping.type.tag) {
    case "boolean":
    case "string":
    case "binary":
      return true;
    case "int16":
    case "int32":
    case "int64":
    case "decimal":
    case "float32":
    case "float64":
      return PLAIN_NUMBER.test(missingValue);
    case "date":
    case "timestamp":
    case "timestamptz":
      return PLAIN_DATE_OR_TIME.test(missingValue);
    default:
      return mapping.type;
  }
}
function missingLiteral(dialect, mapping, missingValue) {
  if (missingValue === void 0 || !isMissingValueTellable(mapping, missingValue)) return "NULL";
  switch (mapping.type.tag) {
    case "boolean":
      return missingValue === "t" ? "true" : "false";
    case "string":
      return dialect.stringLiteral(missingValue);
    case "binary":
      return `unhex(${dialect.stringLiteral(missingValue.replace(/^\\x/, ""))})`;
    default:
      return `CAST(${dialect.stringLiteral(missingValue)} AS ${dialect.typeName(mapping.type)})`;
  }
}

// src/ingest/table-plan.ts
function knownTable(checkpoint, selected) {
  return checkpoint?.tables.find(
    ({ oid, target }) => oid === selected.source.oid && target === selected.target.table
  );
}
function planTable(selected, known, options) {
  const target = planTarget(selected, options.deletedRows);
  const fresh = { selected, target, added: [], dropped: [], retired: [], unseen: [], rereadTo: ZERO_LSN };
  if (known === void 0) {
    return options.initialLoad ? { ...fresh, snapshot: { tag: "pending" }, loadReason: "first load" } : { ...fresh, snapshot: { tag: "skipped", lsn: options.startLsn }, loadReason: void 0 };
  }
  if (known.deletedRows !== options.deletedRows) throw deletedRowsChanged(selected, known);
  const { added, dropped } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const retired = [...known.columns.filter((column) => column.dropped), ...dropped];
  const waiting = known.columns.filter(({ unseen: unseen2, dropped: isDropped }) => unseen2 === true && !isDropped);
  const stillUnseen = selected.columns.filter(
    ({ attributeNumber }) => waiting.some((column) => column.attributeNumber === attributeNumber)
  );
  const loadReason = whyLoad(known, selected, added, stillUnseen);
  const unseen = [...added, ...stillUnseen].map(({ name }) => name);
  const rereadTo = known.rereadTo ?? ZERO_LSN;
  const snapshot = loadReason === void 0 ? known.snapshot : { tag: "pending" };
  return { selected, target, added, dropped, retired, unseen, rereadTo, snapshot, loadReason };
}
function deletedRowsChanged(selected, known) {
  const was = String(known.deletedRows === "mark");
  return new IngestError(
    "target-table-mismatch",
    `${selected.displayName}: its target ${selected.target.table} was made with include_deleted_rows: ${was}, which has been changed.`,
    {
      solution: `Set source.cdc.include_deleted_rows back to ${was}, or give the table a new target, which is then loaded: selection.schemas[].tables[].destination_table.`
    }
  );
}
function presentAttributes(selected) {
  const { columns, unpublishedColumns } = selected.source;
  return new Set([...columns, ...unpublishedColumns].map(({ attributeNumber }) => attributeNumber));
}
function whyLoad(known, selected, added, unseen) {
  if (known.snapshot.tag === "pending") return "its first load was not completed";
  if (known.publicationMembership !== selected.source.publicationMembership) {
    return "it was taken out of the publication and added again: changes in between are not in the log";
  }
  const newlySelected = added.find((column) => column.attributeNumber <= known.attributeCount);
  if (newlySelected !== void 0) return `column "${newlySelected.name}" was newly selected`;
  return whyAddedNeedsRows([...added, ...unseen], known.storageId !== selected.source.storageId);
}
function whyAddedNeedsRows(added, rewritten) {
  const unsure = added.find(
    (column) => column.mayBeRewritten || rewritten && column.missingValue === void 0 || !hasMissingLiteral(column)
  );
  return unsure === void 0 ? void 0 : `only its rows tell what they hold in the added column "${unsure.name}"`;
}
function hasMissingLiteral(column) {
  const mapping = mapType(column.type);
  return mapping.tag === "unsupported" || isMissingValueTellable(mapping.mapping, column.missingValue);
}
function judgeDrift(selected, known) {
  if (known === void 0) return [];
  const { unsupported } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const sameKey = known.keyColumns.length === selected.keyColumns.length && known.keyColumns.every((key) => selected.keyColumns.includes(key));
  const changes = sameKey ? unsupported : [
    ...unsupported,
    `its row key changed from (${known.keyColumns.join(", ")}) to (${selected.keyColumns.join(", ")})`
  ];
  return changes.map((change) => driftProblem(selected, change));
}
function driftProblem(selected, change) {
  return {
    code: "drift-unsupported",
    message: `${selected.displayName}: ${change}. Bringing that over is not supported yet.`,
    solution: `Undo it, or load the table anew: drop or rename ${selected.target.table} in the target, then ${reloadWords(selected.displayName)}`
  };
}
function planTarget(selected, deletedRows) {
  return {
    name: selected.target,
    source: selected.displayName,
    columns: selected.columns.map((column) => planColumn(column, selected)),
    keyColumns: selected.keyColumns,
    deletedRows
  };
}
function planColumn(column, selected) {
  const mapping = mapType(column.type);
  if (mapping.tag === "unsupported") {
    throw new IngestError(
      "column-unsupported",
      `${selected.displayName}: column "${column.name}": ${mapping.reason}.`
    );
  }
  const isKey = selected.keyColumns.includes(column.name);
  return {
    name: column.name,
    attributeNumber: column.attributeNumber,
    mapping: mapping.mapping,
    sourceType: column.type.displayName,
    isKey,
    toastable: column.toastable && !isKey
  };
}
function checkpointTable(plan) {
  const { source } = plan.selected;
  return {
    oid: source.oid,
    schema: source.schema,
    name: source.name,
    target: plan.selected.target.table,
    publicationMembership: source.publicationMembership,
    replicaIdentity: source.replicaIdentity,
    keyColumns: plan.selected.keyColumns,
    deletedRows: plan.target.deletedRows,
    attributeCount: source.attributeCount,
    storageId: source.storageId,
    columns: [
      ...plan.selected.columns.map(({ attributeNumber, name, typeOid, typmod }) => ({
        attributeNumber,
        name,
        typeOid,
        typmod,
        dropped: false,
        ...plan.unseen.includes(name) ? { unseen: true } : {}
      })),
      ...plan.retired.map((column) => ({ ...column, dropped: true }))
    ],
    ...plan.rereadTo === ZERO_LSN ? {} : { rereadTo: plan.rereadTo },
    snapshot: plan.snapshot
  };
}

export {
  isTypeChanged,
  missingLiteral,
  knownTable,
  planTable,
  judgeDrift,
  driftProblem,
  checkpointTable
};
