import type { FrontRequest, FrontResponse, FrontService } from './service.ts';

/** A privilege as Unity Catalog tells it: on an object (`schema lakehouse.raw`), to a user, principal or group. */
export interface Grant {
  readonly on: string;
  readonly to: string;
  readonly privilege: string;
}

export interface PermissionOptions {
  /** Whom every token belongs to. */
  readonly userName: string;
  readonly groups?: readonly string[];
  /** May be changed between calls; inheritance is not worked out, so list what is effective. */
  readonly grants: readonly Grant[];
  /** Nobody is told what is granted. */
  readonly secretive?: boolean;
}

const ME = '/api/2.0/preview/scim/v2/Me';
const PERMISSIONS =
  /^\/api\/2\.1\/unity-catalog\/effective-permissions\/(catalog|schema|table|volume)\/([^/]+)$/;

/** Who a token belongs to, and what it may do: the two calls by which a client finds out its own rights. */
export function permissionService(options: PermissionOptions): FrontService {
  return {
    nameOf: ({ method, path }) => {
      if (method !== 'GET') return undefined;
      if (path === ME) return 'who am I';
      return PERMISSIONS.test(path) ? 'effective permissions' : undefined;
    },
    handle: async (request) => (request.path === ME ? whoAmI(options) : effective(request, options)),
  };
}

function whoAmI({ userName, groups = [] }: PermissionOptions): FrontResponse {
  return json(200, {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    id: '4711',
    userName,
    active: true,
    ...(groups.length === 0 ? {} : { groups: groups.map((display) => ({ display, type: 'direct' })) }),
  });
}

function effective({ path, query }: FrontRequest, options: PermissionOptions): FrontResponse {
  const [, kind = '', name = ''] = PERMISSIONS.exec(path) ?? [];
  const principal = query.get('principal');
  if (principal === null || [...query.keys()].some((key) => key !== 'principal'))
    return json(400, { error_code: 'INVALID_PARAMETER_VALUE', message: 'Only principal is expected.' });
  if (options.secretive === true)
    return json(403, { error_code: 'PERMISSION_DENIED', message: 'User is not an owner.' });
  const on = `${kind} ${decodeURIComponent(name)}`;
  const privileges = options.grants
    .filter((grant) => grant.on === on && grant.to === principal)
    .map(({ privilege }) => ({ privilege }));
  return json(200, privileges.length === 0 ? {} : { privilege_assignments: [{ principal, privileges }] });
}

function json(status: number, body: Readonly<Record<string, unknown>>): FrontResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
