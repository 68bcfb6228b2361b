import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  MOOD_MARKS,
  driftSection,
  failureSection,
  fitBody,
  formatInstant,
  lagWords,
  latenessSentence,
  loadSection,
  noticeSection,
  runsUntilNow,
  tableSection,
  verdictOf,
  verdictSection,
  walSection,
  warehouseSentence
} from "./part-PZVXIY37.mjs";
import {
  formatRunChart
} from "./part-M7J4PHNF.mjs";
import {
  MARK_PLACES,
  codeBlock,
  createRedactor,
  escapeShort,
  foldedBlock,
  omittedSentence,
  printableLine,
  tableBlock,
  withoutCommands
} from "./part-MPYCGHQI.mjs";
import {
  require_tunnel,
  require_undici
} from "./part-F6OR2NRY.mjs";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  __toESM
} from "./part-2GY7G3VF.mjs";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/report/event-throttle.ts
var QUIET_MS = 5e3;
var EventThrottle = class {
  #nowMs;
  #shownAtMs = /* @__PURE__ */ new Map();
  #shownStages = /* @__PURE__ */ new Set();
  constructor(nowMs) {
    this.#nowMs = nowMs;
  }
  admits(event) {
    switch (event.tag) {
      case "notice":
        return true;
      case "stage-started":
        return this.#admitsStage(event.stage);
      case "stage-finished":
        return this.#shownStages.delete(event.stage);
      case "progress":
        return this.#admitsProgress(event.task);
      case "progress-finished":
        this.#shownAtMs.delete(taskKey(event.task));
        return false;
    }
  }
  #admitsStage(stage) {
    if (!this.#isDue(`stage ${stage}`, -Infinity)) return false;
    this.#shownStages.add(stage);
    return true;
  }
  #admitsProgress(task) {
    return this.#isDue(taskKey(task), this.#nowMs());
  }
  /** `unseenAtMs` stands for the last showing of what was never shown. */
  #isDue(key, unseenAtMs) {
    const now = this.#nowMs();
    const shownAt = this.#shownAtMs.get(key) ?? unseenAtMs;
    const due = now - shownAt >= QUIET_MS;
    this.#shownAtMs.set(key, due ? now : shownAt);
    return due;
  }
};
function taskKey(task) {
  return `task ${task}`;
}

// src/report/run-event-line.ts
function formatProgress(event) {
  return `${printableLine(event.task)}: ${formatAmount(event)}`;
}
function formatAmount(event) {
  const { total } = event;
  if (event.unit === "bytes")
    return total === void 0 ? formatBytes(event.done) : `${formatBytes(event.done)} of ${formatBytes(total)}`;
  const done = formatCount(event.done);
  if (total === void 0) return `${done} ${event.unit}`;
  return `${done} of ${formatCount(total)} ${event.unit}${percentSuffix(shareDone(event))}`;
}
function shareDone(event) {
  if (event.total === void 0 || event.total <= 0) return void 0;
  return Math.min(1, Math.max(0, event.done / event.total));
}
function percentSuffix(share) {
  return share === void 0 ? "" : ` (${Math.floor(share * 100)}%)`;
}

// src/report/github-reporter.ts
var MARKERS = { error, warning, notice };
var MAX_SUMMARY_BYTES = 1e6;
var CUT = "\n… cut here, because GitHub takes no longer summaries.\n";
var WorkflowLog = class {
  #redactor = createRedactor([]);
  #appendix = "";
  #summaryRoom = MAX_SUMMARY_BYTES;
  /** What was meant to be marked so far. */
  #told = { error: 0, warning: 0, notice: 0 };
  /** From now on these secrets are shown nowhere. */
  protect(redactor) {
    this.#redactor = redactor;
    for (const form of redactor.forms) setSecret(form);
  }
  /** For sinks that are not the step's own: files, GitHub's interface. */
  get redactor() {
    return this.#redactor;
  }
  text(text) {
    info(withoutCommands(this.#redactor.redact(text)));
  }
  /** Folded under a title. */
  group(title, text) {
    this.openGroup(title);
    this.text(text);
    this.closeGroup();
  }
  /** Groups do not nest: whoever opens one closes it first. */
  openGroup(title) {
    startGroup(withoutCommands(this.#redactor.redact(title)).replaceAll("\n", " "));
  }
  closeGroup() {
    endGroup();
  }
  /** Puts marks on the lines of files, the first ones as far as places are left. The caller lists all of them in the log. */
  annotate(annotations) {
    for (const { level, title, message, file, line, column, endColumn } of annotations)
      this.#mark(level, message, { title, file, startLine: line, startColumn: column, endColumn });
  }
  failure({ code, message, solution }) {
    const text = [message, solution ?? ""].join("\n").trim();
    if (!this.#mark("error", text, { title: `Tributary: ${code}` })) this.text(text);
  }
  warning(text) {
    if (!this.#mark("warning", text, { title: "Tributary" })) this.text(text);
  }
  /** Whether anything was told as an error so far. */
  get hasErrors() {
    return this.#told.error > 0;
  }
  /** Ends the summary, and says how many marks found no place. Nothing is marked after it. */
  async close() {
    const sentence = omittedSentence(this.#told);
    if (sentence !== void 0) notice(sentence, { title: "Tributary: more findings" });
    if (this.#appendix !== "") await this.summary(`
${this.#appendix}`);
  }
  #mark(level, text, properties) {
    this.#told[level] += 1;
    if (this.#told[level] > MARK_PLACES[level]) return false;
    MARKERS[level](withoutCommands(this.#redactor.redact(text)), properties);
    return true;
  }
  output(name, value) {
    setOutput(name, this.#redactor.redact(value));
  }
  /** Markdown for the summary's end, below the verdict, whatever that will be. */
  append(markdown) {
    this.#appendix += markdown;
  }
  /** The summary is a courtesy: that it cannot be written says nothing about what was done. What is too much for it is cut. */
  async summary(markdown) {
    const text = fitBody(this.#redactor.redact(markdown), { maxBytes: this.#summaryRoom, note: CUT });
    const bytes = Buffer.byteLength(text);
    if (bytes > this.#summaryRoom) return;
    this.#summaryRoom -= bytes;
    try {
      await summary.addRaw(text).write();
    } catch {
      this.text("The job summary could not be written.");
    }
  }
};
var GithubReporter = class {
  #log;
  #throttle;
  #openStage;
  constructor(log, nowMs) {
    this.#log = log;
    this.#throttle = new EventThrottle(nowMs);
  }
  report(event) {
    if (!this.#throttle.admits(event)) return;
    switch (event.tag) {
      case "stage-started":
        this.endGroup();
        this.#log.openGroup(`${event.stage}: ${event.detail}`);
        this.#openStage = event.stage;
        break;
      case "stage-finished":
        this.#log.text(`${event.stage} finished: ${event.detail}`);
        if (this.#openStage === event.stage) this.endGroup();
        break;
      case "progress":
        this.#log.text(formatProgress(event));
        break;
      case "progress-finished":
        break;
      case "notice":
        this.#log.text(event.text);
        break;
    }
  }
  /** Ends the group that is open, if any, so that what is printed next stands outside. */
  endGroup() {
    if (this.#openStage !== void 0) this.#log.closeGroup();
    this.#openStage = void 0;
  }
  [Symbol.dispose]() {
    this.endGroup();
  }
};

// src/report/fit-sections.ts
function fitSections(sections, maxBytes) {
  let kept = sections.filter(({ text }) => text !== "");
  const gone = [];
  for (; ; ) {
    const page = joinSections(kept, gone);
    const least = leastWorth(kept);
    if (least === void 0 || Buffer.byteLength(page) <= maxBytes) return page;
    kept = kept.filter((section) => section !== least);
    gone.push(least);
  }
}
function joinSections(kept, gone) {
  const names = gone.map(({ name }) => name).join(", ");
  return [
    ...kept.map(({ text }) => text),
    ...gone.length > 0 ? [`Left out because of its length: ${names}. The JSON report has all of it.`] : []
  ].join("\n\n");
}
function leastWorth(sections) {
  const [first, ...rest] = sections.filter(({ worth }) => worth !== "always");
  return rest.reduce((least, one) => one.worth < (least?.worth ?? 0) ? one : least, first);
}

// src/model/run-report.ts
var STAGES = ["preflight", "load", "drain", "stage", "merge", "checkpoint", "acknowledge"];

// src/report/run-details-markdown.ts
var CHART_WIDTH = 90;
var FEWEST_RUNS = 2;
function chartSection(report) {
  const runs = runsUntilNow(report);
  if (runs.length < FEWEST_RUNS) return "";
  return `#### The last runs

${codeBlock(formatRunChart(runs, { width: CHART_WIDTH }).join("\n"), "text")}`;
}
function costSection(report) {
  return `**Warehouse**: ${escapeShort(warehouseSentence(report), 500)}.`;
}
function reproduceSection(line) {
  return line === void 0 ? "" : foldedBlock("Run it on your machine", codeBlock(line, "sh"));
}
function detailSection(report) {
  const { staged, warehouse, trigger } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] > 0).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`
  );
  const facts = [
    `Staged: ${formatNumberOf(staged.rows, "row")} in ${formatNumberOf(staged.files, "file")}, ${formatBytes(staged.bytes)}; ${formatBytes(warehouse.uploadedBytes)} uploaded`,
    `Time: ${stages.length > 0 ? stages.join(" · ") : formatDuration(report.durationMs)}`,
    ...trigger === null ? [] : [`Started by: ${triggerText(trigger)}`],
    ...report.wal === null ? [] : [`Log: ${report.wal.sentence}`],
    `Run: ${report.runId}, ${report.startedAt} to ${report.finishedAt}`
  ];
  return foldedBlock("Details", facts.map((fact) => `- ${escapeShort(fact, 1e3)}`).join("\n"));
}
function triggerText({ event, cron, dueAt, lateMs }) {
  return [
    event,
    ...cron === null ? [] : [`cron ${cron}`],
    ...dueAt === null ? [] : [`due at ${formatInstant(dueAt)}`],
    ...lateMs === null ? [] : [`${formatDuration(lateMs)} late`]
  ].join(", ");
}

// src/report/run-report-markdown.ts
var MAX_BYTES = 900 * 1024;
var MOST_TOLD = 20;
var MOST_ROWS = 500;
function formatRunReportsMarkdown(reports, options = {}) {
  const overview = formatOverview(reports, options.unfinished ?? []);
  const isSeveral = overview.length > 0;
  const told = reports.toSorted((a, b) => MOOD_ORDER[moodOf(a)] - MOOD_ORDER[moodOf(b)]).slice(0, MOST_TOLD);
  for (let count = told.length; ; count -= 1) {
    const page = [
      ...overview,
      ...told.slice(0, count).map((report) => {
        const text2 = formatReport(report, options, MAX_BYTES / (count + 1));
        return isSeveral && isQuiet(report) ? foldedBlock(foldedTitle(report), text2) : text2;
      }),
      ...count < reports.length ? [`Of ${formatNumberOf(reports.length - count, "run")} the JSON report tells more.`] : []
    ];
    const text = `${page.join("\n\n")}
`;
    if (count === 0 || Buffer.byteLength(text) <= MAX_BYTES) return text;
  }
}
function formatFailureMarkdown(error2) {
  return `### ❌ Nothing was run

${failureSection(error2)}
`;
}
function formatReport(report, { reproduce }, maxBytes) {
  return fitSections(
    [
      { name: "verdict", worth: "always", text: verdictSection(report) },
      { name: "failure", worth: "always", text: failureSection(report.error) },
      { name: "write-ahead log", worth: 8, text: walSection(report.wal) },
      { name: "tables", worth: 7, text: tableSection(report.tables) },
      { name: "loads under way", worth: 6, text: loadSection(report.unfinishedLoads) },
      { name: "schema drift", worth: 5, text: driftSection(report.drift) },
      { name: "notices", worth: 4, text: noticeSection(report) },
      { name: "the last runs", worth: 1, text: chartSection(report) },
      { name: "cost", worth: 3, text: costSection(report) },
      { name: "command line", worth: 2, text: reproduceSection(reproduce?.(report.pipeline)) },
      { name: "details", worth: 0, text: detailSection(report) }
    ],
    maxBytes
  );
}
var MOOD_ORDER = { bad: 0, neutral: 1, good: 2 };
function moodOf(report) {
  return verdictOf(report).mood;
}
function isQuiet(report) {
  const { drift, notices, unfinishedLoads, wal, trigger, tables } = report;
  return moodOf(report) === "good" && drift.length + notices.length + unfinishedLoads.length === 0 && (wal === null || wal.risk === "none") && latenessSentence(trigger) === void 0 && tables.every(({ specialValues }) => specialValues === 0);
}
function foldedTitle(report) {
  const { mood, headline } = verdictOf(report);
  return `${MOOD_MARKS[mood]} ${report.pipeline}: ${headline}`;
}
var STATUS_WORDS = {
  done: "done",
  "nothing-to-do": "nothing to do",
  "another-run-active": "another run is active",
  stopped: "stopped early",
  failed: "failed"
};
function formatOverview(reports, unfinished) {
  if (reports.length + unfinished.length === 1 && unfinished.length === 0) return [];
  const rows = [...reports.map(overviewRow), ...unfinished.map(unfinishedRow)];
  return [
    `## ${overviewHeadline(reports, unfinished.length)}`,
    tableBlock(
      [
        { title: "", align: "left" },
        { title: "pipeline", align: "left" },
        { title: "result", align: "left" },
        { title: "changes", align: "right" },
        { title: "rows loaded", align: "right" },
        { title: "behind by", align: "right" },
        { title: "took", align: "right" }
      ],
      rows.slice(0, MOST_ROWS)
    ),
    ...rows.length > MOST_ROWS ? [`… and ${formatNumberOf(rows.length - MOST_ROWS, "more pipeline")}.`] : []
  ];
}
function overviewHeadline(reports, unfinished) {
  const total = reports.length + unfinished;
  const failed = reports.filter((report) => moodOf(report) === "bad").length;
  const open2 = unfinished + reports.filter((report) => moodOf(report) === "neutral").length;
  if (failed > 0) return `${MOOD_MARKS.bad} ${failed} of ${formatNumberOf(total, "pipeline")} failed`;
  if (open2 > 0) return `${MOOD_MARKS.neutral} ${open2} of ${formatNumberOf(total, "pipeline")} not caught up`;
  return `${MOOD_MARKS.good} ${formatNumberOf(total, "pipeline")}, all caught up`;
}
function overviewRow(report) {
  const sum = (counts) => {
    const total = counts.reduce((one, other) => one + other, 0);
    return total === 0 ? "·" : formatCount(total);
  };
  const words = STATUS_WORDS[report.status];
  return [
    MOOD_MARKS[moodOf(report)],
    `**${escapeShort(report.pipeline)}**`,
    report.error === null ? words : `${words}: \`${report.error.code}\``,
    sum(report.tables.map(({ changes }) => changes)),
    sum(report.tables.map(({ loadedRows }) => loadedRows)),
    lagWords(report.lag.after),
    formatDuration(report.durationMs)
  ];
}
function unfinishedRow(name) {
  return [
    MOOD_MARKS.neutral,
    `**${escapeShort(name)}**`,
    "not begun or not finished; the next run goes on",
    "·",
    "·",
    "unknown",
    "·"
  ];
}

export {
  WorkflowLog,
  GithubReporter,
  STAGES,
  formatRunReportsMarkdown,
  formatFailureMarkdown
};
