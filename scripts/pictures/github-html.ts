import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { highlightSql } from './highlight-sql.ts';

export interface GithubHtmlOptions {
  /** In comments and issues GitHub shows every line end; in summaries and files only paragraphs. */
  readonly lineEnds: 'shown' | 'folded';
}

/**
 * Markdown as HTML the way GitHub shows it: its flavour of Markdown, coloured boxes, SQL in colours, comments gone, and no
 * HTML but the little that GitHub lets through.
 */
export function renderGithubHtml(markdown: string, { lineEnds }: GithubHtmlOptions): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const clean = withoutForeignTags(html.replace(/<!--[\s\S]*?-->\n?/g, ''));
  const broken = lineEnds === 'shown' ? withLineEnds(clean) : clean;
  return withHighlights(withAlerts(broken));
}

/** What Markdown makes, and what of HTML GitHub lets through and we use. */
const ALLOWED =
  /^(?:a|b|blockquote|br|code|del|details|em|h[1-6]|hr|i|img|input|kbd|li|ol|p|pre|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul)$/i;

function withoutForeignTags(html: string): string {
  return html.replace(/<\/?([A-Za-z][A-Za-z0-9-]*)[^>]*>/g, (tag, name: string) =>
    ALLOWED.test(name) ? tag : '',
  );
}

function withLineEnds(html: string): string {
  return html.replace(/<p>([\s\S]*?)<\/p>/g, (paragraph) => paragraph.replaceAll('\n', '<br>\n'));
}

/** Titles, and the lines of simple signs in the manner of GitHub's own (16 by 16). */
const ALERTS: Readonly<Record<string, readonly [title: string, sign: string]>> = {
  NOTE: ['Note', 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 7.5v4M8 4.6v.3'],
  TIP: ['Tip', 'M8 1.5a4.5 4.5 0 0 0-2 8.5v2h4v-2a4.5 4.5 0 0 0-2-8.5M6.5 14.5h3'],
  IMPORTANT: ['Important', 'M1.5 2.5h13v9h-7l-3 3v-3h-3zM8 4.8v2.6M8 9.2v.2'],
  WARNING: ['Warning', 'M8 1.8L14.8 14H1.2zM8 6.4v3.4M8 11.8v.2'],
  CAUTION: ['Caution', 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.6v4.2M8 11.2v.2'],
};

/** A quote whose first line is `[!WARNING]` becomes a box. Boxes do not stand within quotes, nor quotes within boxes. */
function withAlerts(html: string): string {
  return html.replace(
    /<blockquote>\n<p>\[!([A-Z]+)\](?:<br>)?\n?([\s\S]*?)<\/blockquote>/g,
    (quote, kind: string, content: string) => {
      const alert = ALERTS[kind];
      if (alert === undefined) return quote;
      const [title, sign] = alert;
      const body = content.startsWith('</p>') ? content.slice('</p>'.length) : `<p>${content}`;
      return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title"><svg class="sign" viewBox="0 0 16 16"><path d="${sign}"/></svg>${title}</p>\n${body}</div>`;
    },
  );
}

function withHighlights(html: string): string {
  return html.replace(
    /<pre><code class="language-(\w+)">([\s\S]*?)<\/code><\/pre>/g,
    (_, language: string, code: string) =>
      `<div class="highlight"><pre>${language === 'sql' ? highlightSql(code) : code}</pre></div>`,
  );
}
