import { describe, expect, it } from 'vitest';
import { doBusiness, doRushHour } from '../../src/demo/business.ts';
import { countShop, openShop, SHOP_SIZE } from '../../src/demo/shop.ts';
import { openDatabase } from '../support/postgres.ts';

describe('the shop of the demo', () => {
  it('opens with the rows it promises, some with notes that are stored out of line', async () => {
    await using database = await openDatabase();
    await openShop(database.client);
    const { longNotes, ...rows } = await countShop(database.client);
    expect(rows).toEqual(SHOP_SIZE);
    expect(longNotes).toBe(300);
    const shortest = await database.value(`SELECT min(length(notes)) FROM orders WHERE length(notes) > 1000`);
    expect(Number(shortest)).toBeGreaterThan(8192);
  });

  it('does business of every kind, the same for the same seed', async () => {
    await using database = await openDatabase();
    await using other = await openDatabase();
    await openShop(database.client);
    await openShop(other.client);
    const done = await doBusiness(database.client, 7);
    expect(Object.entries(done).filter(([, rows]) => rows === 0)).toEqual([]);
    expect(await doBusiness(other.client, 7)).toEqual(done);
    expect(await database.value(`SELECT count(*) FROM customers WHERE country = 'Atlantis'`)).toBe('0');
    expect(await doRushHour(database.client)).toBeGreaterThan(80_000);
  });
});
