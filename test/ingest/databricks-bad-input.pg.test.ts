import { describe, it } from 'vitest';
import { type BadSituation, CLIENT, expectClearAndHarmless, restAnswer } from '../support/bad-situation.ts';
import { type Fault, SESSION_NOT_READY } from '../support/front/fault.ts';
import { GITHUB_ISSUER, SAMPLE_JOB, subjectOf } from '../support/front/github-issuer.ts';

const WAREHOUSE = 'SQL warehouse 0123456789abcdef at localhost';
const NO_SUCH_PAGE: Fault = { tag: 'http', status: 404, body: '<!doctype html><title>Not found</title>' };

function httpAnswer(status: number, message: string): Fault {
  return {
    tag: 'http',
    status,
    headers: { 'x-databricks-reason-phrase': message, 'x-thriftserver-error-message': message },
    body: JSON.stringify({ error_code: 'PERMISSION_DENIED', message }),
  };
}

const SIGNING_IN: readonly BadSituation[] = [
  {
    name: 'a host that does not exist',
    environment: { DATABRICKS_HOST: 'nowhere.invalid', DATABRICKS_TOKEN: 'dapi-of-nobody' },
    code: 'target-unavailable',
    message: ['nowhere.invalid'],
    solution: ['target.databricks.host', 'DATABRICKS_HOST'],
  },
  {
    name: 'a host that does not exist, signing in by identity',
    environment: { DATABRICKS_HOST: 'nowhere.invalid' },
    code: 'target-unavailable',
    message: ['nowhere.invalid'],
    solution: ['target.databricks.host', 'DATABRICKS_HOST'],
  },
  {
    name: 'a host that is no workspace',
    environment: { DATABRICKS_TOKEN: 'dapi-of-nobody' },
    faults: [[() => true, NO_SUCH_PAGE]],
    code: 'target-unavailable',
    message: ['localhost', 'HTTP 404'],
    solution: ['host is its workspace'],
  },
  {
    name: 'a host that is no workspace, signing in by identity',
    faults: [[({ name }) => name !== 'identity token', NO_SUCH_PAGE]],
    code: 'target-authentication-failed',
    message: ['localhost', 'is not a Databricks workspace'],
    solution: ['target.databricks.host', 'DATABRICKS_HOST'],
  },
  {
    name: 'a host that sends to a page to log in',
    environment: { DATABRICKS_TOKEN: 'dapi-of-nobody' },
    faults: [[() => true, { tag: 'http', status: 302, headers: { location: '/login.html' } }]],
    code: 'target-unavailable',
    message: ['localhost', 'HTTP 302'],
    solution: ['target.databricks.host', 'DATABRICKS_HOST'],
  },
  {
    name: 'a path of no warehouse',
    environment: { DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/fedcba9876543210' },
    code: 'target-unavailable',
    message: ['SQL warehouse fedcba9876543210 at localhost', 'HTTP 404'],
    solution: ['target.databricks.http_path', 'DATABRICKS_HTTP_PATH', '/sql/1.0/warehouses/<id>'],
  },
  {
    name: 'a wrong token',
    environment: { DATABRICKS_TOKEN: 'dapi-of-nobody' },
    code: 'target-authentication-failed',
    message: ['localhost', 'personal access token'],
    solution: ['Make a new one', 'DATABRICKS_TOKEN'],
  },
  {
    name: 'an expired token',
    environment: { DATABRICKS_TOKEN: 'dapi-test-token' },
    spoil: ({ workspace: { front } }) => {
      front.tokens.expireAll();
      return () => front.tokens.accept(front.token);
    },
    code: 'target-authentication-failed',
    message: ['localhost', 'personal access token'],
    solution: ['expired', 'DATABRICKS_TOKEN'],
  },
  {
    name: 'a service principal that the workspace does not know',
    faults: [['GET table', { tag: 'expired-token' }]],
    code: 'target-authentication-failed',
    message: ['localhost', CLIENT],
    solution: ['assigned to this workspace', '"Databricks SQL access"'],
  },
  {
    name: 'a subject that no policy matches',
    spoil: ({ policies }) => {
      const taken = policies.splice(0);
      return () => policies.push(...taken);
    },
    code: 'target-authentication-failed',
    message: ['localhost', 'invalid_grant', GITHUB_ISSUER, subjectOf(SAMPLE_JOB), CLIENT],
    solution: [
      'databricks account service-principal-federation-policy create',
      `{"oidc_policy":{"issuer":"${GITHUB_ISSUER}","audiences":["22222222-3333-4444-8555-666666666666"],"subject":"${subjectOf(SAMPLE_JOB)}"}}`,
    ],
  },
  {
    name: 'an address that the workspace blocks',
    faults: [
      [
        'GET table',
        restAnswer(403, 'PERMISSION_DENIED', 'Source IP address: 10.0.0.1 is blocked by Databricks IP ACL'),
      ],
    ],
    code: 'target-permission-denied',
    message: ['IP access list', 'localhost'],
    solution: ['address of this machine'],
  },
];

const WAREHOUSES: readonly BadSituation[] = [
  {
    name: 'no CAN USE on the warehouse',
    faults: [['OpenSession', httpAnswer(403, 'You do not have permission to use the SQL warehouse.')]],
    code: 'target-permission-denied',
    message: [CLIENT, WAREHOUSE, 'HTTP 403'],
    solution: ['CAN USE'],
  },
  {
    name: 'a stopped warehouse that may not be started',
    spoil: ({ workspace: { warehouse } }) => {
      warehouse.state = 'STOPPED';
      return () => {
        warehouse.state = 'RUNNING';
      };
    },
    faults: [
      [
        'OpenSession',
        { tag: 'status-error', message: 'Cannot create the resource, please try again later.' },
      ],
      ['start warehouse', restAnswer(403, 'PERMISSION_DENIED', 'You do not have permission to start it.')],
    ],
    code: 'target-unavailable',
    message: [WAREHOUSE, 'could not be started (its state is STOPPED)'],
    solution: ['Start it', 'CAN USE', 'Nothing is lost'],
  },
  {
    name: 'a stopped warehouse that does not come up though it is started',
    faults: [
      [
        'OpenSession',
        { tag: 'status-error', message: 'Cannot create the resource, please try again later.' },
      ],
    ],
    code: 'target-unavailable',
    message: [WAREHOUSE, 'could not be started', 'minutes'],
    solution: ['Start it in the workspace', 'Nothing is lost'],
  },
  {
    name: 'a warehouse that is starting for ever',
    faults: [['ExecuteStatement', SESSION_NOT_READY]],
    code: 'target-unavailable',
    message: [WAREHOUSE, 'did not become ready', 'minutes'],
    solution: ['Look at it in the workspace', 'Nothing is lost'],
  },
  {
    name: 'a deleted warehouse',
    spoil: ({ workspace: { warehouse } }) => {
      warehouse.state = 'DELETED';
      return () => {
        warehouse.state = 'RUNNING';
      };
    },
    faults: [
      [
        'OpenSession',
        restAnswer(400, 'RESOURCE_DOES_NOT_EXIST', 'SQL warehouse 0123456789abcdef was deleted.'),
      ],
    ],
    code: 'target-unavailable',
    message: [WAREHOUSE, 'deleted'],
    solution: ['target.databricks.http_path', 'DATABRICKS_HTTP_PATH'],
  },
];

describe('a run into a workspace that cannot work says one clear thing, loses nothing, and the next one works:', () => {
  it.each([...SIGNING_IN, ...WAREHOUSES])('$name', expectClearAndHarmless);
});
