import type { GithubAnswer } from './answer.ts';

const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;

/** What a list operation was asked for. */
export interface PageRequest {
  /** The address without query. */
  readonly url: string;
  readonly query: URLSearchParams;
}

/**
 * One page of a list, with the links to its neighbours: 30 items unless asked for more, never more than 100, and
 * nothing behind the last page.
 */
export function pageAnswer<Item>(
  { url, query }: PageRequest,
  items: readonly Item[],
  toContent: (page: readonly Item[]) => unknown,
): GithubAnswer {
  const perPage = Math.min(countOf(query.get('per_page'), DEFAULT_PER_PAGE), MAX_PER_PAGE);
  const page = countOf(query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, relation: string): string => {
    const toQuery = new URLSearchParams(query);
    toQuery.set('page', String(to));
    return `<${url}?${toQuery}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    status: 200,
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    content: toContent(items.slice((page - 1) * perPage, page * perPage)),
  };
}

/** GitHub takes what is no count for the default. */
function countOf(text: string | null, fallback: number): number {
  const count = Number(text ?? fallback);
  return Number.isInteger(count) && count > 0 ? count : fallback;
}
