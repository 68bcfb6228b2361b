import { expect, it } from 'vitest';
import { buildRowsQuery } from '../../src/source/read-rows.ts';

it('the query for rows by key quotes every name, and compares in the key’s own type', () => {
  expect(
    buildRowsQuery({
      schema: 'sa"les',
      table: 'Order Lines',
      keyColumns: [
        { name: 'order id', type: 'bigint' },
        { name: 'Line', type: 'character varying(10)' },
      ],
      columns: ['no"tes', 'b'],
    }),
  ).toMatchInlineSnapshot(`
    "SELECT keys.ordinal::text, t."no""tes", t."b" FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS keys (k0, k1, ordinal)
    JOIN "sa""les"."Order Lines" t ON t."order id" = keys.k0::bigint AND t."Line" = keys.k1::character varying(10)"
  `);
});
