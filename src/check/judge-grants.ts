import type { Problem } from '../model/problem.ts';

/** Who a run works as, by the name that GRANT takes. */
export interface Principal {
  readonly name: string;
  readonly groups: readonly string[];
}

/** What Unity Catalog tells of one of its objects. */
export interface SecurableAccess {
  readonly kind: 'CATALOG' | 'SCHEMA' | 'TABLE' | 'VOLUME';
  /** In parts, unquoted. */
  readonly name: readonly string[];
  /** `false`: it does not exist, or is not shown to the principal. */
  readonly there: boolean;
  readonly owner: string | undefined;
  /** As the REST API names them (`USE_CATALOG`); `undefined`: it would not tell. */
  readonly privileges: ReadonlySet<string> | undefined;
}

/** A privilege that a run needs, and what for. */
export interface Need {
  readonly securable: SecurableAccess;
  readonly privilege: string;
}

export interface GrantJudgement {
  readonly problems: readonly Problem[];
  /** What could not be asked. */
  readonly unknown: readonly Need[];
}

/**
 * Which of the privileges are missing, with the GRANTs that give them. An object that is not there needs nothing: what
 * makes it is a need of its parent.
 */
export function judgeNeeds(needs: readonly Need[], principal: Principal): GrantJudgement {
  const open = needs.filter(({ securable, privilege }) => !holds(securable, privilege, principal));
  const unknown = open.filter(({ securable }) => securable.privileges === undefined);
  const missing = open.filter(({ securable }) => securable.privileges !== undefined);
  if (missing.length === 0) return { problems: [], unknown };
  const lacks = missing.map(
    ({ securable, privilege }) => `${words(privilege)} on ${describeSecurable(securable)}`,
  );
  return {
    problems: [
      {
        code: 'target-permission-denied',
        message: `"${principal.name}" lacks ${lacks.join(', ')}.`,
        solution: missing.map((need) => buildGrant(need, principal)).join('\n'),
      },
    ],
    unknown,
  };
}

/** `catalog lakehouse` */
export function describeSecurable({ kind, name }: Pick<SecurableAccess, 'kind' | 'name'>): string {
  return `${kind.toLowerCase()} ${name.join('.')}`;
}

/** An owner may do everything with what it owns; ALL PRIVILEGES is all but the right to hand it on. */
function holds(securable: SecurableAccess, privilege: string, principal: Principal): boolean {
  if (securable.owner !== undefined && [principal.name, ...principal.groups].includes(securable.owner))
    return true;
  const privileges = securable.privileges ?? new Set();
  return privileges.has(privilege) || privileges.has('ALL_PRIVILEGES');
}

function buildGrant({ securable, privilege }: Need, principal: Principal): string {
  const name = securable.name.map(quote).join('.');
  return `GRANT ${words(privilege)} ON ${securable.kind} ${name} TO ${quote(principal.name)};`;
}

function words(privilege: string): string {
  return privilege.replaceAll('_', ' ');
}

function quote(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
