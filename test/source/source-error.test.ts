import { describe, expect, it } from 'vitest';
import { translateSourceError } from '../../src/source/source-error.ts';

const PLACE = { host: 'db.example', port: 5432, database: 'shop', username: 'reader' };

function postgresError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('what PostgreSQL refuses', () => {
  it.each([
    ['22P02', 'invalid input syntax for type integer: "078-05-1120"'],
    ['22007', 'invalid input syntax for type date: "078-05-1120"'],
    ['23505', 'duplicate key value: (078-05-1120) already exists'],
  ])('is told by its code alone where its words may quote a row (%s)', (code, message) => {
    const error = translateSourceError(postgresError(code, message), PLACE, 'copying public.people');
    expect(error).toMatchObject({ code: 'source-query-failed', solution: expect.stringContaining('log') });
    expect(error.message).toBe(`PostgreSQL refused while copying public.people: SQLSTATE ${code}`);
  });

  it('is told in its own words otherwise', () => {
    const refused = postgresError('42703', 'column "label" does not exist');
    expect(translateSourceError(refused, PLACE, 'reading its catalog').message).toBe(
      'PostgreSQL refused while reading its catalog: column "label" does not exist',
    );
  });
});
