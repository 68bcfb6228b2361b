import { describe, expect, it } from 'vitest';
import { judgeNeeds, type SecurableAccess } from '../../src/check/judge-grants.ts';

const PRINCIPAL = { name: '0f1e-application', groups: ['etl'] };

function catalog(changes: Partial<SecurableAccess> = {}): SecurableAccess {
  return { kind: 'CATALOG', name: ['lake'], there: true, owner: 'root', privileges: new Set(), ...changes };
}

const USE = 'USE_CATALOG';

describe('a privilege', () => {
  it.each<readonly [string, SecurableAccess]>([
    ['granted as such', catalog({ privileges: new Set([USE]) })],
    ['granted among all', catalog({ privileges: new Set(['ALL_PRIVILEGES']) })],
    ['the owner’s', catalog({ owner: PRINCIPAL.name })],
    ['that of an owning group', catalog({ owner: 'etl', privileges: undefined })],
  ])('is held when it is %s', (_, securable) => {
    expect(judgeNeeds([{ securable, privilege: USE }], PRINCIPAL)).toEqual({ problems: [], unknown: [] });
  });

  it('that is missing is told with the GRANT, names quoted, all in one message', () => {
    const schema: SecurableAccess = {
      ...catalog(),
      kind: 'SCHEMA',
      name: ['lake', 'ra`w'],
      privileges: new Set(['USE_SCHEMA']),
    };
    const needs = [
      { securable: catalog(), privilege: USE },
      { securable: schema, privilege: 'USE_SCHEMA' },
      { securable: schema, privilege: 'CREATE_TABLE' },
    ];
    expect(judgeNeeds(needs, PRINCIPAL).problems).toEqual([
      {
        code: 'target-permission-denied',
        message: '"0f1e-application" lacks USE CATALOG on catalog lake, CREATE TABLE on schema lake.ra`w.',
        solution:
          'GRANT USE CATALOG ON CATALOG `lake` TO `0f1e-application`;\n' +
          'GRANT CREATE TABLE ON SCHEMA `lake`.`ra``w` TO `0f1e-application`;',
      },
    ]);
  });

  it('that nobody tells of is neither held nor missing', () => {
    const need = { securable: catalog({ privileges: undefined }), privilege: USE };
    expect(judgeNeeds([need], PRINCIPAL)).toEqual({ problems: [], unknown: [need] });
  });
});
