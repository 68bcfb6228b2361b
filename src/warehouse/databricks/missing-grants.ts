import type { VolumeName } from '../../model/pipeline.ts';
import type { StatementSubject, SubjectName } from './statement-subject.ts';

/** Where grants are given, from our own names; and to whom, if that is known. */
export interface GrantPlace {
  readonly volume: VolumeName;
  readonly principal: string | undefined;
}

const PRIVILEGES = [
  'USE CATALOG',
  'USE SCHEMA',
  'CREATE SCHEMA',
  'CREATE TABLE',
  'SELECT',
  'MODIFY',
  'MANAGE',
  'READ VOLUME',
] as const;

type Privilege = (typeof PRIVILEGES)[number];

/**
 * The privilege that the warehouse says is missing. Only a word that we know is taken from its text, never a name.
 * "User does not have USE CATALOG on Catalog 'main'."
 */
export function readMissingPrivilege(text: string): Privilege | undefined {
  const words = /\bdoes not have ([A-Z][A-Z_ ]{2,30}?) on \w/.exec(text)?.[1]?.replaceAll('_', ' ');
  return PRIVILEGES.find((privilege) => privilege === words);
}

/**
 * The GRANTs that a statement needs: the missing one alone, if it is known, or else all of them. The owner of the
 * objects, or who may MANAGE them, can run this SQL as it stands but for an unknown principal.
 */
export function buildGrants(
  subject: StatementSubject,
  missing: Privilege | undefined,
  place: GrantPlace,
): readonly string[] {
  const { object } = subject;
  if (object === undefined) return [];
  const needed = NEEDED[subject.action];
  const privileges = missing !== undefined ? [missing] : needed;
  return privileges.map(
    (privilege) =>
      `GRANT ${privilege} ON ${securableOf(privilege, object, place.volume)} TO ${quote(place.principal ?? '<service principal>')};`,
  );
}

const NEEDED: Readonly<Record<StatementSubject['action'], readonly Privilege[]>> = {
  read: ['USE CATALOG', 'USE SCHEMA', 'SELECT'],
  write: ['USE CATALOG', 'USE SCHEMA', 'SELECT', 'MODIFY', 'READ VOLUME'],
  'create-table': ['USE CATALOG', 'USE SCHEMA', 'CREATE TABLE'],
  'create-schema': ['USE CATALOG', 'CREATE SCHEMA'],
  alter: ['USE CATALOG', 'USE SCHEMA', 'MANAGE'],
  other: ['USE CATALOG', 'USE SCHEMA'],
};

function securableOf(privilege: Privilege, object: SubjectName, volume: VolumeName): string {
  const schema = `${quote(object.catalog)}.${quote(object.schema)}`;
  switch (privilege) {
    case 'USE CATALOG':
    case 'CREATE SCHEMA':
      return `CATALOG ${quote(object.catalog)}`;
    case 'USE SCHEMA':
    case 'CREATE TABLE':
      return `SCHEMA ${schema}`;
    case 'SELECT':
    case 'MODIFY':
    case 'MANAGE':
      return object.table === undefined ? `SCHEMA ${schema}` : `TABLE ${schema}.${quote(object.table)}`;
    case 'READ VOLUME':
      return `VOLUME ${quote(volume.catalog)}.${quote(volume.schema)}.${quote(volume.volume)}`;
    default:
      return privilege satisfies never;
  }
}

function quote(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
