// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${NAME}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import { GATEWAY, loadTexts, pipelineText } from './config-text.ts';

describe('the variables of a set of files', () => {
  it('are named once each, those with a default included and those in comments not, without their values', async () => {
    const { variables } = await loadTexts(
      {
        'a.yml': `# \${NOT_USED}\n${GATEWAY.replace('reader', '${PG_USER:-reader}').replace('db.internal', '${REGION}.db')}`,
        'b.yml': pipelineText({ source: '  gateway: main', pipeline: '  name: shop-${REGION}' }),
      },
      { environment: { REGION: 'zqx' } },
    );
    expect(variables).toEqual(['PG_USER', 'REGION']);
  });
});
