import { renderGithubHtml } from './github-html.ts';
import { escapeHtml, renderTerminalHtml } from './terminal-html.ts';

export type Theme = 'light' | 'dark';

/** What a picture shows around its text. */
export type Frame =
  /** A step's part of a workflow run's page. */
  | { readonly tag: 'summary'; readonly job: string }
  /** A comment in a pull request. */
  | { readonly tag: 'comment' }
  /** An issue's page. */
  | { readonly tag: 'issue'; readonly title: string; readonly labels: readonly string[] }
  | { readonly tag: 'terminal'; readonly command: string };

export interface PageOptions {
  readonly frame: Frame;
  /** Markdown, or what a terminal was sent. */
  readonly text: string;
  readonly theme: Theme;
  /** GitHub's style sheet for Markdown, of that theme. */
  readonly css: string;
}

/** Id of the element to be photographed. */
export const PICTURE_ID = 'picture';

/** A page of its own, with nothing to be loaded from elsewhere. */
export function buildPage({ frame, text, theme, css }: PageOptions): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><style>',
    css,
    PAGE_CSS,
    `</style></head><body class="${theme}"><div id="${PICTURE_ID}">`,
    buildFrame(frame, text),
    '</div></body></html>',
  ].join('\n');
}

function buildFrame(frame: Frame, text: string): string {
  switch (frame.tag) {
    case 'summary':
      return `<section class="box"><header class="plain">${escapeHtml(frame.job)} <span class="muted">summary</span></header>${bodyOf(text, 'folded')}</section>`;
    case 'comment':
      return commentBox(text, 'commented');
    case 'issue':
      return `<h1 class="title">${escapeHtml(frame.title)} <span class="muted">#42</span></h1><p class="state"><span class="open">Open</span>${frame.labels
        .map((label) => `<span class="label">${escapeHtml(label)}</span>`)
        .join('')}</p>${commentBox(text, 'opened')}`;
    case 'terminal':
      return `<section class="terminal"><div class="lights"><i></i><i></i><i></i></div><pre><span class="dim">$</span> ${escapeHtml(frame.command)}\n${renderTerminalHtml(text)}</pre></section>`;
    default:
      return frame satisfies never;
  }
}

function commentBox(text: string, verb: string): string {
  return `<div class="comment"><span class="avatar"></span><section class="box"><header><b>github-actions</b> <span class="label">bot</span> <span class="muted">${verb} 2 minutes ago</span></header>${bodyOf(text, 'shown')}</section></div>`;
}

function bodyOf(markdown: string, lineEnds: 'shown' | 'folded'): string {
  return `<div class="markdown-body">${renderGithubHtml(markdown, { lineEnds })}</div>`;
}

const PAGE_CSS = `
body { margin: 0; background: #ffffff; color: #1f2328; --edge: #d1d9e0; --head: #f6f8fa; --muted: #59636e;
  font: 14px/1.5 "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
body.dark { background: #0d1117; color: #f0f6fc; --edge: #3d444d; --head: #151b23; --muted: #9198a1; }
#picture { padding: 16px; }
#picture:has(.terminal) { display: inline-block; }
.box { border: 1px solid var(--edge); border-radius: 6px; flex: 1; min-width: 0; overflow: hidden; }
.box > header { padding: 8px 16px; background: var(--head); border-bottom: 1px solid var(--edge); }
.box > header.plain { background: none; border: 0; padding: 14px 24px 0; font-weight: 600; }
.muted { color: var(--muted); font-weight: 400; }
.markdown-body { padding: 16px; font-size: 14px; }
.plain + .markdown-body { padding: 12px 24px 20px; font-size: 16px; }
.markdown-body pre, .markdown-body code, .terminal pre { font-family: "DejaVu Sans Mono", monospace; }
.markdown-body > :last-child, .markdown-body .highlight:last-child > pre { margin-bottom: 0; }
.markdown-body .highlight { margin-bottom: 16px; }
.markdown-alert .sign { width: 16px; height: 16px; margin-right: 8px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; }
.comment { display: flex; gap: 12px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; flex: none;
  background: radial-gradient(circle at 50% 42%, #ffffff 0 22%, transparent 23%), radial-gradient(circle at 50% 110%, #ffffff 0 45%, transparent 46%), #1f883d; }
.label { border: 1px solid var(--edge); border-radius: 2em; padding: 0 7px; font-size: 12px; color: var(--muted); }
.title { font-size: 26px; font-weight: 400; margin: 0 0 8px; }
.state { margin: 0 0 16px; display: flex; gap: 8px; align-items: center; }
.open { background: #1f883d; color: #ffffff; border-radius: 2em; padding: 4px 12px; font-weight: 500; }
.terminal { background: #161b22; color: #e6edf3; border-radius: 8px; padding: 12px 18px 16px; }
.terminal pre { margin: 0; font-size: 12.5px; line-height: 20px; white-space: pre; }
.lights { display: flex; gap: 7px; margin-bottom: 10px; }
.lights i { width: 12px; height: 12px; border-radius: 50%; background: #484f58; }
.terminal .bold { font-weight: 700; } .terminal .dim { color: #8b949e; }
.terminal .red { color: #ff7b72; } .terminal .green { color: #56d364; } .terminal .yellow { color: #e3b341; }
`;
