/** How rows travel: as Thrift's columns, as Arrow within the answer, or as Arrow files behind presigned links. */
export type ResultForm = 'columns' | 'arrow' | 'links';

/** What a client says that it can read; nothing else is asked of a warehouse. */
export interface ReadableForms {
  readonly arrow: boolean;
  readonly links: boolean;
}

/** The form of a result: the one that is offered, or the next best that the client can read. */
export function resultForm(offered: ResultForm, readable: ReadableForms): ResultForm {
  if (!readable.arrow) return 'columns';
  return offered === 'links' && !readable.links ? 'arrow' : offered;
}
