import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  codeBlock,
  escapeMarkdown
} from "./part-MPYCGHQI.mjs";

// src/report/remedy-parts.ts
function parseRemedy(lines) {
  const parts = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last?.tag === "code" && last.language === "yaml" && /^\s+\S/.test(line))
      parts.splice(-1, 1, { ...last, text: `${last.text}
${line}` });
    else for (const part of partsOf(line)) append(parts, part);
  }
  return parts;
}
var STATEMENT = /(?:GRANT|REVOKE|ALTER|CREATE|DROP|SELECT|INSERT|UPDATE|DELETE|TRUNCATE|CALL|SET|ANALYZE|VACUUM) [^;]*;/;
var SQL_LINE = new RegExp(`^(?:${STATEMENT.source})(?: ${STATEMENT.source})*(?:\\s*--.*)?$`);
var PROSE_THEN_SQL = new RegExp(`^(.*?:) (${STATEMENT.source}(?: ${STATEMENT.source})*)\\s*(.*)$`);
var COMMAND_LINE = /^(?:databricks|npx|psql|gh|az|aws|gcloud|export) [a-z-]/;
var YAML_BLOCK = /^[a-z][a-z_-]*:$/;
function partsOf(line) {
  if (SQL_LINE.test(line)) return [code("sql", line)];
  if (COMMAND_LINE.test(line)) return [code("sh", line)];
  if (YAML_BLOCK.test(line)) return [code("yaml", line)];
  const mixed = PROSE_THEN_SQL.exec(line);
  if (mixed === null) return [prose(line)];
  const [, before = "", statements = "", after = ""] = mixed;
  if (after.startsWith("--")) return [prose(before), code("sql", `${statements} ${after}`)];
  return [prose(before), code("sql", statements), ...after === "" ? [] : [prose(after)]];
}
function append(parts, part) {
  const last = parts.at(-1);
  if (last?.tag === "code" && part.tag === "code" && last.language === part.language && part.language === "sql")
    parts.splice(-1, 1, { ...last, text: `${last.text}
${part.text}` });
  else parts.push(part);
}
function prose(text) {
  return { tag: "prose", text };
}
function code(language, text) {
  return { tag: "code", language, text };
}

// src/report/remedy-markdown.ts
function formatRemedyMarkdown(lines) {
  const blocks = [];
  for (const part of parseRemedy(lines.filter((line) => line.trim() !== ""))) {
    const last = blocks.at(-1);
    if (part.tag === "code") blocks.push(codeUnder(part, last));
    else blocks.push(proseBlock(part.text));
  }
  return blocks.map((block, index) => separator(block, blocks[index - 1]) + block.text).join("");
}
var NUMBERED = /^(\d{1,3}\. |- )(.+)$/;
function proseBlock(text) {
  const [, mark, rest] = NUMBERED.exec(text) ?? [];
  if (mark === void 0 || rest === void 0)
    return { text: escapeMarkdown(text), indent: "", isItem: false };
  return { text: `${mark}${escapeMarkdown(rest)}`, indent: " ".repeat(mark.length), isItem: true };
}
function codeUnder(part, above) {
  const indent = above?.indent ?? "";
  const lines = codeBlock(part.text, part.language).split("\n");
  return { text: lines.map((line) => `${indent}${line}`).join("\n"), indent, isItem: false };
}
function separator(block, above) {
  if (above === void 0) return "";
  return block.isItem && above.isItem ? "\n" : "\n\n";
}

export {
  formatRemedyMarkdown
};
