import { listField, parseJson, textField } from '../warehouse/databricks/json-value.ts';
import type { RestClient } from '../warehouse/databricks/rest-client.ts';
import { RestFailure } from '../warehouse/databricks/rest-failure.ts';
import type { Principal, SecurableAccess } from './judge-grants.ts';

const CATALOG_URL = '/api/2.1/unity-catalog';
/** Groups that are asked for one after the other, when the principal's own privileges do not suffice. */
const MAX_GROUPS = 20;
/** Everybody belongs to it, and nobody's own groups name it. */
const EVERYBODY = 'account users';

/**
 * Who the workspace takes the run for; where it does not tell that, the name that the settings know. Throws what RestClient
 * throws.
 *
 * https://docs.databricks.com/api/workspace/currentuser/me
 */
export async function readPrincipal(rest: RestClient, knownName: string | undefined): Promise<Principal> {
  const me = await readMe(rest);
  return {
    // A service principal's user name is its application id, which is what GRANT takes.
    name: textField(me, 'userName') ?? knownName ?? '<service principal>',
    groups: listField(me, 'groups').flatMap((group) => textField(group, 'display') ?? []),
  };
}

async function readMe(rest: RestClient): Promise<unknown> {
  try {
    return parseJson((await rest.send({ method: 'GET', path: '/api/2.0/preview/scim/v2/Me' })).text);
  } catch (error) {
    if (error instanceof RestFailure && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

/**
 * What there is of an object, and which of the wanted privileges the principal has on it, by itself, by inheritance or
 * by a group. One that may not even be seen lacks every privilege. Throws what RestClient throws.
 */
export async function readAccess(
  rest: RestClient,
  principal: Principal,
  { kind, name }: Pick<SecurableAccess, 'kind' | 'name'>,
  wanted: readonly string[],
): Promise<SecurableAccess> {
  const fullName = name.map(encodeURIComponent).join('.');
  const object = await readObject(rest, `${kind.toLowerCase()}s/${fullName}`);
  if (object.tag !== 'there')
    return {
      kind,
      name,
      there: object.tag === 'hidden',
      owner: undefined,
      privileges: object.tag === 'hidden' ? new Set() : undefined,
    };
  const privileges = await readPrivileges(rest, principal, `${kind.toLowerCase()}/${fullName}`, wanted);
  return { kind, name, there: true, owner: object.owner, privileges };
}

type FoundObject =
  | { readonly tag: 'there'; readonly owner: string | undefined }
  | { readonly tag: 'missing' | 'hidden' };

async function readObject(rest: RestClient, path: string): Promise<FoundObject> {
  try {
    const answer = await rest.send({ method: 'GET', path: `${CATALOG_URL}/${path}` });
    return { tag: 'there', owner: textField(parseJson(answer.text), 'owner') };
  } catch (error) {
    if (error instanceof RestFailure && error.kind === 'missing') return { tag: 'missing' };
    if (error instanceof RestFailure && error.kind === 'forbidden') return { tag: 'hidden' };
    throw error;
  }
}

/** `undefined` where the workspace does not tell: then nothing can be said of what is missing. */
async function readPrivileges(
  rest: RestClient,
  { name, groups }: Principal,
  path: string,
  wanted: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  const privileges = new Set<string>();
  const suffices = (): boolean =>
    privileges.has('ALL_PRIVILEGES') || wanted.every((privilege) => privileges.has(privilege));
  for (const grantee of [name, ...groups.slice(0, MAX_GROUPS), EVERYBODY]) {
    const more = await readPrivilegesOf(rest, grantee, path);
    // The principal's own must be told; that of a group it belongs to may be nobody's business.
    if (more === undefined && grantee === name) return undefined;
    for (const privilege of more ?? []) privileges.add(privilege);
    if (suffices()) break;
  }
  return privileges;
}

async function readPrivilegesOf(
  rest: RestClient,
  grantee: string,
  path: string,
): Promise<readonly string[] | undefined> {
  const query = new URLSearchParams({ principal: grantee });
  try {
    const answer = await rest.send({
      method: 'GET',
      path: `${CATALOG_URL}/effective-permissions/${path}?${query}`,
    });
    return listField(parseJson(answer.text), 'privilege_assignments')
      .flatMap((assignment) => listField(assignment, 'privileges'))
      .flatMap((privilege) => textField(privilege, 'privilege')?.replaceAll(' ', '_') ?? []);
  } catch (error) {
    if (error instanceof RestFailure && error.kind !== 'unauthenticated') return undefined;
    throw error;
  }
}
