import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  formatMarker,
  hashOf,
  readMarker,
  textBelowMarker
} from "./part-RHYF5CV6.mjs";
import {
  ALL_ROWS,
  MAX_BODY_BYTES,
  driftSection,
  failureSection,
  fitBody,
  formatInstant,
  isSameRange,
  latenessSentence,
  loadSection,
  verdictOf,
  walSection,
  writeObstacleOf
} from "./part-PZVXIY37.mjs";
import {
  formatRemedyMarkdown
} from "./part-Z7YIVGII.mjs";
import {
  capitalised,
  escapeMarkdown,
  escapeShort,
  printableLine
} from "./part-MPYCGHQI.mjs";
import {
  missingLiteral
} from "./part-JA23HJKN.mjs";
import {
  reloadWords
} from "./part-BSZKNS2G.mjs";
import {
  formatBytes,
  formatNumberOf
} from "./part-RVW7BTWX.mjs";
import {
  buildAddColumn,
  buildFillColumn,
  columnDefinitions
} from "./part-TBZWB7EC.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";
import {
  ERROR_CODES
} from "./part-WR5T4RD5.mjs";

// src/report/github/own-author.ts
var WORKFLOW_BOT = "github-actions[bot]";
var BOT = /\[bot\]$/;
async function keepOwn(api, candidates) {
  const others = candidates.filter(({ author }) => author !== WORKFLOW_BOT);
  const person = others.some(({ author }) => !BOT.test(author)) ? await api.personLogin() : void 0;
  const app = others.some(({ author }) => BOT.test(author)) ? await api.appLogin() : void 0;
  return candidates.filter(({ author }) => {
    if (author === WORKFLOW_BOT) return true;
    return BOT.test(author) ? app !== void 0 && author === `${app.replace(BOT, "")}[bot]` : author === person;
  });
}

// src/report/github/managed-issue.ts
var ISSUE_LABEL = {
  name: "tributary",
  color: "0e7c86",
  description: "Kept up to date by Tributary"
};
async function tendIssues(api, verdicts, settings) {
  if (verdicts.length === 0) return { open: [], refusals: [] };
  const listed = await api.listIssues(ISSUE_LABEL.name);
  if (listed.tag === "refused") {
    const isMissed = verdicts.some(({ tag }) => tag === "raised");
    return { open: [], refusals: isMissed ? [listed.reason] : [] };
  }
  const own = await keepOwn(
    api,
    listed.data.filter(({ body }) => readMarker(body)?.name === "issue")
  );
  const open2 = [];
  const refusals = /* @__PURE__ */ new Set();
  for (const verdict of verdicts) {
    const { pipeline, kind } = verdict;
    const matches = own.filter((issue) => isAbout(issue, verdict));
    const answer = await carryOut(api, verdict, decideIssue(matches, verdict, settings.header), settings);
    for (const duplicate of surplusOf(matches)) await closeDuplicate(api, duplicate);
    if (answer.issue !== void 0 && verdict.tag === "raised")
      open2.push({ pipeline, kind, number: answer.issue.number, url: answer.issue.url });
    if (answer.refusal !== void 0) refusals.add(answer.refusal.reason);
  }
  return { open: open2, refusals: [...refusals] };
}
function isAbout({ body }, { pipeline, kind }) {
  const fields = readMarker(body)?.fields;
  return fields?.["pipeline"] === pipeline && fields["kind"] === kind;
}
var RECOVERED = "recovered";
var DUPLICATE = "duplicate";
var MAX_COMMENTS = 2e3;
function decideIssue(own, verdict, header) {
  const issue = own.find(({ isOpen }) => isOpen) ?? own.findLast(canReopen);
  return verdict.tag === "raised" ? decideRaised(issue, verdict, header) : decideRecovered(issue, verdict, header);
}
function canReopen(issue) {
  return stateOf(issue) !== DUPLICATE && issue.commentCount < MAX_COMMENTS;
}
function decideRaised(issue, verdict, header) {
  const { text, accumulates } = verdict;
  if (issue === void 0) return { tag: "open", title: text.title, body: bodyOf(verdict, header) };
  const isSame = stateOf(issue) === hashOf(verdict.state);
  if (isSame) {
    const isUpToDate = accumulates || !issue.isOpen || pictureOf(issue) === hashOf(text.body);
    if (isUpToDate) return { tag: "none", issue: issue.isOpen ? issue : void 0 };
    return { tag: "update", issue, change: { body: bodyOf(verdict, header) }, comment: void 0 };
  }
  const earlier = accumulates && issue.isOpen ? textBelowMarker(issue.body) : void 0;
  return {
    tag: "update",
    issue,
    change: {
      title: text.title,
      body: bodyOf(verdict, header, earlier),
      ...issue.isOpen ? {} : { state: "open" }
    },
    comment: commentOf(issue.isOpen ? text.news : text.body, header)
  };
}
function decideRecovered(issue, verdict, header) {
  if (issue === void 0 || stateOf(issue) === RECOVERED) return { tag: "none", issue: void 0 };
  const body = withState(issue, RECOVERED);
  if (!issue.isOpen) return { tag: "update", issue, change: { body }, comment: void 0 };
  return {
    tag: "update",
    issue,
    change: { body, state: "closed", stateReason: "completed" },
    comment: commentOf(`✅ **It is over.** ${verdict.news}`, header)
  };
}
function surplusOf(own) {
  return own.filter(({ isOpen }) => isOpen).slice(1);
}
async function closeDuplicate(api, issue) {
  const body = withState(issue, DUPLICATE);
  await api.updateIssue(issue.number, { body, state: "closed", stateReason: "not_planned" });
}
var CUT_NOTE = "… cut here, because GitHub takes no longer texts: the link below leads to all of it.";
function bodyOf({ pipeline, kind, state, text }, header, earlier) {
  const fields = { pipeline, kind, state: hashOf(state), picture: hashOf(text.body) };
  const marker = formatMarker({ name: "issue", fields });
  const end = `

---
${header}`;
  const maxBytes = MAX_BODY_BYTES - Buffer.byteLength(`${marker}
${end}`);
  const body = fitBody(text.body, { maxBytes, note: CUT_NOTE }) + end;
  if (earlier === void 0) return `${marker}
${body}`;
  return `${marker}
${fitBody(`${body}

${earlier}`, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(`${marker}
`), note: EARLIER_NOTE })}`;
}
var EARLIER_NOTE = "… and more before that, which the comments tell.";
function commentOf(text, header) {
  const end = `

${header}`;
  return fitBody(text, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(end), note: CUT_NOTE }) + end;
}
function stateOf({ body }) {
  return readMarker(body)?.fields["state"];
}
function pictureOf({ body }) {
  return readMarker(body)?.fields["picture"];
}
function withState({ body }, state) {
  const { pipeline = "", kind = "", picture = "" } = readMarker(body)?.fields ?? {};
  const marker = formatMarker({ name: "issue", fields: { pipeline, kind, state, picture } });
  return `${marker}
${textBelowMarker(body)}`;
}
async function carryOut(api, verdict, decision, settings) {
  switch (decision.tag) {
    case "none":
      return { issue: decision.issue, refusal: void 0 };
    case "open":
      return await open(api, decision, settings);
    case "update": {
      const { issue, change, comment } = decision;
      const updated = await api.updateIssue(issue.number, change);
      const isGone = updated.tag === "refused" && (updated.status === 404 || updated.status === 410);
      if (isGone && verdict.tag === "raised")
        return await open(
          api,
          { title: verdict.text.title, body: bodyOf(verdict, settings.header) },
          settings
        );
      if (updated.tag === "refused") return { issue: void 0, refusal: isGone ? void 0 : updated };
      return { issue: updated.data, refusal: await addComment(api, issue.number, comment) };
    }
  }
}
async function open(api, { title, body }, { labels, assignees }) {
  const label = await api.ensureLabel(ISSUE_LABEL);
  if (label.tag === "refused") return { issue: void 0, refusal: label };
  const issue = { title, body, labels: [ISSUE_LABEL.name, ...labels], assignees };
  const opened = await api.createIssue(issue);
  if (opened.tag === "refused") return { issue: void 0, refusal: opened };
  return { issue: opened.data, refusal: void 0 };
}
async function addComment(api, issueNumber, comment) {
  if (comment === void 0) return void 0;
  const added = await api.createComment({ tag: "issue", number: issueNumber }, comment);
  return added.tag === "refused" ? added : void 0;
}

// src/report/github/run-comment.ts
function runCommentOf(verdicts, place) {
  const raised = verdicts.filter((verdict) => verdict.tag === "raised");
  return {
    ...place,
    name: "run",
    hasChanges: raised.length > 0,
    body: raised.length > 0 ? raised.map(({ text }) => text.body).join("\n\n---\n\n") : "The run ended well, and nothing has drifted."
  };
}

// src/report/github/run-line.ts
function formatRunLine({ headSha, runId, runUrl, runAttempt }, now) {
  const run = `run ${escapeMarkdown(runId ?? "")}${runAttempt > 1 ? `, attempt ${runAttempt}` : ""}`;
  return [
    ...headSha === void 0 ? [] : [`Commit ${headSha.slice(0, 7)}`],
    ...runId === void 0 ? [] : [runUrl === void 0 ? run : `[${run}](${runUrl})`],
    formatInstant(now.toISOString())
  ].join(" · ");
}

// src/report/github/sticky-comment.ts
async function tendComment(api, pullNumber, wanted, mode) {
  if (mode === "never") return { tag: "none" };
  const place = { tag: "pull-request", number: pullNumber };
  const comments = await api.listComments(place);
  if (comments.tag === "refused") return comments;
  const own = await keepOwn(api, matchesOf(comments.data, wanted));
  const decision = decideComment(own, wanted, mode);
  const outcome = await carryOut2(api, pullNumber, decision);
  if (decision.tag === "keep" || decision.tag === "update")
    for (const id of decision.surplus) await api.deleteComment(id);
  return outcome;
}
function matchesOf(comments, { name, key }) {
  return comments.filter(({ body }) => {
    const marker = readMarker(body);
    return marker?.name === name && marker.fields["key"] === key;
  });
}
function decideComment(own, wanted, mode) {
  const [comment, ...others] = own;
  const isResolved = !wanted.hasChanges && mode === "changes-only";
  const text = isResolved ? `${RESOLVED}

${wanted.body}` : wanted.body;
  if (comment === void 0)
    return isResolved ? { tag: "none" } : { tag: "create", body: bodyOf2(wanted, text) };
  const surplus = others.map(({ id }) => id);
  if (readMarker(comment.body)?.fields["hash"] === hashOfComment(wanted, text))
    return { tag: "keep", comment, surplus };
  return { tag: "update", comment, body: bodyOf2(wanted, text), surplus };
}
var RESOLVED = "✅ **Resolved:** nothing is left of what stood here.";
function bodyOf2(wanted, text) {
  const { name, key, header, summaryUrl } = wanted;
  const head = `${formatMarker({ name, fields: { key, hash: hashOfComment(wanted, text) } })}
${header}

`;
  const note = `… cut here, because GitHub takes no longer comments: [the run's summary](${summaryUrl}) has all of it.`;
  return head + fitBody(text, { maxBytes: MAX_BODY_BYTES - Buffer.byteLength(head), note });
}
function hashOfComment({ essence, hasChanges }, text) {
  return hashOf(essence === void 0 ? text : `${hasChanges} ${essence}`);
}
async function carryOut2(api, pullNumber, decision) {
  switch (decision.tag) {
    case "none":
      return decision;
    case "keep":
      return { tag: "kept", commentId: decision.comment.id, url: decision.comment.url };
    case "create":
      return await create(api, pullNumber, decision.body);
    case "update": {
      const updated = await api.updateComment(decision.comment.id, decision.body);
      if (updated.tag === "answered")
        return { tag: "updated", commentId: updated.data.id, url: updated.data.url };
      return updated.status === 404 ? await create(api, pullNumber, decision.body) : updated;
    }
  }
}
async function create(api, pullNumber, body) {
  const created = await api.createComment({ tag: "pull-request", number: pullNumber }, body);
  if (created.tag === "refused") return created;
  return { tag: "created", commentId: created.data.id, url: created.data.url };
}

// src/report/issue-markdown.ts
var MAX_TITLE = 200;
var AFTER_A_FAILURE = {
  retry: "As a rule this passes by itself: the next run goes on from the checkpoint, and nothing is lost. The first run that ends well closes this issue.",
  operator: "Runs go on failing until this is mended. The server keeps the log for the slot meanwhile, so nothing is lost as long as its limit is not reached. The first run that ends well closes this issue.",
  bug: "This is a fault in Tributary, so waiting is not likely to help. Nothing is lost: the next run goes on from the checkpoint. The first run that ends well closes this issue."
};
var LOG_IS_GONE = /* @__PURE__ */ new Set([
  "slot-missing",
  "slot-lost",
  "slot-ahead-of-checkpoint",
  "checkpoint-ahead-of-server",
  "cluster-changed"
]);
var AFTER_A_LOSS = "Runs go on failing until this is done, and the target stays as it is: a run never goes on as if nothing had happened. The first run that ends well closes this issue.";
var STANDING_TITLE = "#### Where it stands";
function formatFailingIssue(report, error, disposition) {
  const failure = failureSection(error);
  return {
    title: titleOf(`${report.pipeline} fails: ${error.code}`),
    body: page([
      `❌ **${escapeShort(report.pipeline)} fails.** What was merged before stays in the target.`,
      failure,
      STANDING_TITLE,
      standingSection(report),
      nextSection(LOG_IS_GONE.has(error.code) ? AFTER_A_LOSS : AFTER_A_FAILURE[disposition])
    ]),
    news: page(["It fails in another way now.", failure])
  };
}
function formatNotBegunIssue(label, error) {
  const failure = failureSection(error);
  return {
    title: titleOf(`${label} fails: ${error.code}`),
    body: page([
      `❌ **${escapeShort(label)}: no run could begin.** The target stays as it is.`,
      failure,
      nextSection(AFTER_A_FAILURE.operator)
    ]),
    news: page(["It fails in another way now.", failure])
  };
}
function formatDriftIssue(report) {
  const count = formatNumberOf(report.drift.length, "schema change");
  const changes = driftSection(report.drift);
  return {
    title: titleOf(`${report.pipeline}: the source's schema has changed`),
    body: page([
      `🔀 **${escapeShort(report.pipeline)}: ${count} at the source ${report.drift.length === 1 ? "was" : "were"} followed in the target.** There is nothing to mend: see whether it is what you want, and whether views and reports need it.`,
      changes,
      nextSection(
        "The pipeline runs on. A column that is gone at the source stays in the target until you drop it. Close this issue when you have read it; the next schema change opens it again."
      )
    ]),
    news: page([`${count} at the source, followed in the target.`, changes])
  };
}
function formatStaleIssue(report, reason, workflow) {
  const isBehind = reason === "behind";
  const headline = isBehind ? `⏳ **${escapeShort(report.pipeline)} is too far behind its source.**` : `⏰ **${escapeShort(report.pipeline)} runs too seldom:** GitHub began this run late, or left runs out.`;
  const remedy = isBehind ? BEHIND_REMEDY : LATE_REMEDY;
  return {
    title: titleOf(
      `${report.pipeline} ${isBehind ? "is too far behind its source" : "runs later than scheduled"}`
    ),
    body: page([
      headline,
      lateStandingSection(report),
      loadSection(report.unfinishedLoads),
      "#### What to do",
      formatRemedyMarkdown([...remedy, ...runNow(workflow, "- ")]),
      nextSection(
        "Every run catches up with everything that is pending, so nothing is lost. A run that comes in time and catches up closes this issue."
      )
    ]),
    news: page([headline, lateStandingSection(report)])
  };
}
var BEHIND_REMEDY = [
  "- Give runs more time: raise max-duration, and the timeout-minutes of the job above it.",
  "- Let runs come more often, or split the pipeline, so that its parts run beside each other."
];
var LATE_REMEDY = [
  "- GitHub starts scheduled workflows when it has room, worst of all at the full hour: choose an odd minute.",
  "- Where freshness matters, start the workflow from elsewhere by workflow_dispatch."
];
function formatRiskIssue(report, wal, workflow) {
  return {
    title: titleOf(`${report.pipeline}: slot ${report.slot} is at risk`),
    body: page([
      walSection(wal),
      `If the server removes log that the pipeline ${escapeShort(report.pipeline)} has not read, its tables must be loaded anew.`,
      "#### What to do",
      formatRemedyMarkdown(riskRemedy(report.slot, wal, workflow)),
      STANDING_TITLE,
      standingSection(report),
      nextSection("A run that gets to its end lets the server remove log, and closes this issue.")
    ]),
    news: walSection(wal)
  };
}
function riskRemedy(slot, { limitBytes }, workflow) {
  const name = `'${slot.replaceAll("'", "''")}'`;
  return [
    `1. Look at the slot: SELECT slot_name, active, wal_status, safe_wal_size FROM pg_replication_slots WHERE slot_name = ${name};`,
    ...runNow(workflow, "2. "),
    limitBytes === null ? "3. The server sets no limit, so its disk is the limit: make sure that it has room." : `3. If the server's disk has room, let it keep more (now ${formatBytes(limitBytes)}): ALTER SYSTEM SET max_slot_wal_keep_size = '${doubledMegabytes(limitBytes)}MB'; SELECT pg_reload_conf();`,
    `4. If the disk is about to fill up, and only then, give the slot up; its tables are loaded anew: SELECT pg_drop_replication_slot(${name});`
  ];
}
var MEBIBYTE = 1048576;
function doubledMegabytes(bytes) {
  return Math.max(1, Math.round(2 * bytes / MEBIBYTE));
}
function runNow(workflow, mark) {
  if (workflow === null) return [`${mark}Run the pipeline now.`];
  return [`${mark}Run the pipeline now:`, `gh workflow run ${shellWord(workflow)}`];
}
function shellWord(text) {
  return /^[\w.-]+$/.test(text) ? text : `'${printableLine(text).replaceAll("'", `'\\''`)}'`;
}
function standingSection(report) {
  const { lag, checkpoint } = verdictOf(report);
  return standingList([lag, checkpoint]);
}
function lateStandingSection(report) {
  const { lag, checkpoint } = verdictOf(report);
  const late = latenessSentence(report.trigger);
  return standingList([lag, ...late === void 0 ? [] : [late], checkpoint]);
}
function standingList(sentences) {
  return sentences.map((sentence) => `- ${capitalised(escapeShort(sentence, 1e3))}`).join("\n");
}
function nextSection(sentence) {
  return `#### What happens next

${sentence}`;
}
function page(sections) {
  return sections.filter((section) => section !== "").join("\n\n");
}
function titleOf(text) {
  const line = printableLine(text);
  const characters = Array.from(line);
  return characters.length <= MAX_TITLE ? line : `${characters.slice(0, MAX_TITLE - 1).join("")}…`;
}

// src/report/issue-verdict.ts
var HOUR_MS = 36e5;
var STALE_INTERVALS = 4;
var UNKNOWN_STALE_MS = 6 * HOUR_MS;
function issuesOf(report, facts) {
  if (report.status === "another-run-active" || hasGivenWay(report)) return [];
  return [
    failingVerdict(report),
    driftVerdict(report),
    staleVerdict(report, facts),
    riskVerdict(report, facts)
  ].filter((verdict) => verdict !== void 0);
}
function hasGivenWay({ error }) {
  return error?.code === "checkpoint-fenced" || error?.code === "interrupted";
}
function failingVerdict(report) {
  const { pipeline, error } = report;
  if (error !== null)
    return {
      tag: "raised",
      kind: "failing",
      pipeline,
      accumulates: false,
      state: `${error.code} ${withoutNumbers(error.message)}`,
      text: formatFailingIssue(report, error, ERROR_CODES[error.code].disposition)
    };
  if (!hasEnded(report)) return void 0;
  return {
    tag: "recovered",
    kind: "failing",
    pipeline,
    news: "A run has ended well again. It went on from the checkpoint: nothing is lost."
  };
}
function notBegunVerdict(label, error) {
  return {
    tag: "raised",
    kind: "failing",
    pipeline: label,
    accumulates: false,
    state: `${error.code} ${withoutNumbers(error.message)}`,
    text: formatNotBegunIssue(label, error)
  };
}
function begunVerdict(label) {
  return { tag: "recovered", kind: "failing", pipeline: label, news: "Runs begin again." };
}
function withoutNumbers(message) {
  return message.replace(/\b[0-9a-f]{8,}\b|[0-9A-F]+\/[0-9A-F]+|\d+/gi, "#");
}
function driftVerdict(report) {
  const { pipeline, drift } = report;
  if (drift.length === 0) return void 0;
  return {
    tag: "raised",
    kind: "drift",
    pipeline,
    accumulates: true,
    state: drift.map(({ table, kind, column, type }) => JSON.stringify([table, kind, column, type])).join(" "),
    text: formatDriftIssue(report)
  };
}
function staleVerdict(report, facts) {
  const { pipeline } = report;
  if (report.status === "failed") return void 0;
  const reason = staleReason(report, facts);
  if (reason !== void 0)
    return {
      tag: "raised",
      kind: "stale",
      pipeline,
      accumulates: false,
      state: reason,
      text: formatStaleIssue(report, reason, facts.workflow)
    };
  if (!hasEnded(report) || !report.caughtUp) return void 0;
  return {
    tag: "recovered",
    kind: "stale",
    pipeline,
    news: "The target has caught up with the source, and the run came in time."
  };
}
function staleReason({ caughtUp, lag, trigger }, { intervalMs }) {
  const limitMs = intervalMs === null ? UNKNOWN_STALE_MS : Math.max(HOUR_MS, STALE_INTERVALS * intervalMs);
  if (!caughtUp && (lag.after.seconds ?? 0) * 1e3 >= limitMs) return "behind";
  const skippedMs = (trigger?.skipped ?? 0) * (intervalMs ?? 0);
  return (trigger?.lateMs ?? 0) >= limitMs || skippedMs >= limitMs ? "late" : void 0;
}
function riskVerdict(report, { workflow }) {
  const { pipeline, wal } = report;
  if (wal === null || wal.risk === "watch") return void 0;
  if (wal.risk === "none")
    return {
      tag: "recovered",
      kind: "slot-at-risk",
      pipeline,
      news: "The server keeps little log for the slot again."
    };
  return {
    tag: "raised",
    kind: "slot-at-risk",
    pipeline,
    accumulates: false,
    state: wal.risk,
    text: formatRiskIssue(report, wal, workflow)
  };
}
function hasEnded({ status }) {
  return status === "done" || status === "nothing-to-do";
}

// src/workflow/words-on-github.ts
function commentKeyOf({ inputs }) {
  const place = inputs.workingDirectory === "." ? [] : [inputs.workingDirectory];
  const pipeline = inputs.pipeline === void 0 ? [] : [inputs.pipeline];
  return [...place, ...inputs.config, ...pipeline].join(" ");
}
function placeOf(step) {
  return {
    key: commentKeyOf(step),
    header: formatRunLine(step.event, new Date(step.nowMs())),
    summaryUrl: step.event.runUrl ?? ""
  };
}
async function sayOnPull(step, wanted) {
  const { event, inputs, log } = step;
  if (event.pullNumber === void 0 || inputs.comment === "never") return {};
  const obstacle = writeObstacleOf(event);
  if (obstacle !== void 0) {
    log.text(obstacle);
    return {};
  }
  const api = await githubOf(step);
  if (api === void 0) return {};
  return commentSaid(step, await tendComment(api, event.pullNumber, wanted, inputs.comment));
}
function commentSaid({ log }, outcome) {
  switch (outcome.tag) {
    case "none":
      return {};
    case "refused":
      log.warning(outcome.reason);
      return {};
    case "kept":
    case "created":
    case "updated":
      log.text(`Comment ${outcome.tag === "kept" ? "left as it is" : outcome.tag}: ${outcome.url}`);
      return { "comment-id": String(outcome.commentId) };
    default:
      return outcome;
  }
}
async function githubOf({ openGithub, log }) {
  if (openGithub !== void 0) return await openGithub(log.redactor);
  log.text("Nothing is said on GitHub: there is no github-token.");
  return void 0;
}
async function sayOfRuns(step, config, reports) {
  const label = labelOf(step);
  const isPipeline = config.pipelines.some(({ name }) => name === label);
  return await sayVerdicts(step, [
    ...reports.flatMap((report) => verdictsOf(step, config, report)),
    ...isPipeline ? [] : [begunVerdict(label)]
  ]);
}
async function sayNotBegun(step, error) {
  return await sayVerdicts(step, [notBegunVerdict(labelOf(step), error)]);
}
function labelOf(step) {
  return step.inputs.pipeline ?? commentKeyOf(step);
}
async function sayVerdicts(step, verdicts) {
  const { inputs, event, log } = step;
  if (inputs.issues === "never") return {};
  if (event.pullNumber !== void 0) return await sayOnPull(step, runCommentOf(verdicts, placeOf(step)));
  const api = await githubOf(step);
  if (api === void 0) return {};
  const { open: open2, refusals } = await tendIssues(api, verdicts, {
    header: placeOf(step).header,
    labels: inputs.issueLabels,
    assignees: inputs.issueAssignees
  });
  for (const reason of refusals) log.warning(reason);
  for (const { kind, pipeline, url } of open2) log.text(`Issue about ${pipeline} (${kind}): ${url}`);
  const latest = open2.at(-1);
  return latest === void 0 ? {} : { "issue-number": String(latest.number) };
}
function verdictsOf({ event }, { pipelines }, report) {
  const schedule = pipelines.find(({ name }) => name === report.pipeline)?.schedule;
  return issuesOf(report, {
    intervalMs: schedule?.tag === "interval" ? schedule.everyMs : null,
    workflow: event.workflow ?? null
  });
}

// src/model/run-cost.ts
var HOUR_MS2 = 36e5;
var PRECISION = 1e6;
function runCost(busyMs, { amount, currency }) {
  return {
    amount: Math.round(amount * busyMs * PRECISION / HOUR_MS2) / PRECISION,
    perHour: amount,
    currency
  };
}

// src/ingest/target-changes.ts
function isWithoutTable({ snapshot, loadReason }) {
  switch (snapshot.tag) {
    case "pending":
    case "skipped":
      return true;
    case "loading":
      return loadReason !== void 0 || isAtItsBeginning(snapshot);
    case "loaded":
      return loadReason !== void 0;
    default:
      return snapshot;
  }
}
function isAtItsBeginning({ after, purpose, range }) {
  return after === null && (purpose === "first-load" || isSameRange(range, ALL_ROWS));
}
function addColumnStatements(dialect, target, source, options) {
  const column = target.columns.find(({ attributeNumber }) => attributeNumber === source.attributeNumber);
  if (column === void 0) return [];
  const isThere = options.existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase());
  const literal = missingLiteral(dialect, column.mapping, source.missingValue);
  const add = {
    sql: buildAddColumn(dialect, target.name, column),
    repetition: "harmful"
  };
  const fill = {
    sql: buildFillColumn(dialect, target.name, column, literal),
    repetition: "harmless"
  };
  return [...isThere ? [] : [add], ...options.isLoaded || literal === "NULL" ? [] : [fill]];
}
function judgeTargetFit(dialect, target, existing, added) {
  const types = new Map(existing.map(({ name, type }) => [name.toLowerCase(), type]));
  const addedNames = new Set(added.map(({ name }) => name));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types.get(name.toLowerCase());
    const wanted = dialect.typeName(type);
    if (found === void 0) return addedNames.has(name) ? [] : [`"${name}" (${wanted}) is missing`];
    return found === wanted ? [] : [`"${name}" is ${found}, not ${wanted}`];
  });
  if (differences.length === 0) return [];
  return [
    {
      code: "target-table-mismatch",
      message: `The target table ${displayTargetName(target.name)} exists and does not fit ${target.source}: ${differences.join("; ")}.`,
      solution: RENAME_SOLUTION
    }
  ];
}
var RENAME_SOLUTION = "Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.";
function missingTarget(target) {
  return {
    code: "target-table-mismatch",
    message: `The target table ${displayTargetName(target.name)} is gone.`,
    solution: `Load it anew: ${reloadWords(target.source)}`
  };
}

export {
  runCost,
  isWithoutTable,
  addColumnStatements,
  judgeTargetFit,
  RENAME_SOLUTION,
  missingTarget,
  placeOf,
  sayOnPull,
  sayOfRuns,
  sayNotBegun
};
