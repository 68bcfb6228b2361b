// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${{ … }}` is the syntax under test.
import { describe, expect, it } from 'vitest';
import { chosenValues, UNKNOWN } from '../../../src/config/lint/workflow-expression.ts';

const MATRIX = { pipeline: ['a', 'b'], port: [1], include: [{ pipeline: 'c', file: 'c.yml' }] };

describe('chosenValues', () => {
  it.each([
    ['plain', ['plain']],
    ['${{ matrix.pipeline }}', ['a', 'b', 'c']],
    ['x/${{ matrix.pipeline }}.yml', ['x/a.yml', 'x/b.yml', 'x/c.yml']],
    ['${{matrix.port}}/${{ matrix.file }}', ['1/c.yml']],
    ["${{ inputs.command || 'run' }}", ['run']],
    ["${{ github.event.inputs.command || 'run' }}", ['run']],
    ['${{ inputs.pipeline }}', ['']],
    ['${{ matrix.absent }}', UNKNOWN],
    ['${{ vars.X }}', UNKNOWN],
    ['${{ matrix.port }}${{ secrets.X }}', UNKNOWN],
    ["${{ inputs.a || vars.b || 'c' }}", UNKNOWN],
    ['"$PIPELINE"', UNKNOWN],
    ['$(ls)', UNKNOWN],
  ])('knows what a cron makes of %s', (text, choice) => {
    expect(chosenValues(text, MATRIX)).toEqual(choice);
  });

  it.each([
    ['${{ fromJSON(x) }}'],
    [{ pipeline: '${{ fromJSON(x) }}' }],
    [{ pipeline: [['a']] }],
    [undefined],
  ])('knows nothing of a matrix that is made later: %j', (matrix) => {
    expect(chosenValues('${{ matrix.pipeline }}', matrix)).toBe(UNKNOWN);
  });

  it('ends, whatever a value holds', () => {
    expect(chosenValues('${{ matrix.a }}', { a: ['${{ matrix.a }}'] })).toBe(UNKNOWN);
  });
});
