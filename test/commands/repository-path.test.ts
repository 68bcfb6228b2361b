import { describe, expect, it } from 'vitest';
import { pathInRepository } from '../../src/commands/repository-path.ts';

describe('pathInRepository', () => {
  it.each([
    ['pipeline.yml', '/repo', 'pipeline.yml'],
    ['pipeline.yml', '/repo/team', 'team/pipeline.yml'],
    ['../shared/gateway.yml', '/repo/team', 'shared/gateway.yml'],
    ['/repo/a/b.yml', '/repo/team', 'a/b.yml'],
    ['/elsewhere/b.yml', '/repo', '/elsewhere/b.yml'],
  ])('gives %s, found from %s, as %s', (file, directory, expected) => {
    expect(pathInRepository(file, directory, '/repo')).toBe(expected);
  });
});
