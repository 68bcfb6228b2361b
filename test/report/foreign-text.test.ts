import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableLine, withoutCommands } from '../../src/report/foreign-text.ts';

describe('printable', () => {
  it('shows control characters as escapes and keeps lines and tabs', () => {
    expect(printable('a\u001b[31m\tb\r\nc\rd')).toBe('a\\u001b[31m\tb\nc\nd');
  });

  it('shows marks that reorder text', () => {
    expect(printable('a\u202eb')).toBe('a\\u202eb');
  });

  it('leaves letters of all scripts alone', () => {
    expect(printable('größe 数据 🦆')).toBe('größe 数据 🦆');
  });
});

describe('printableLine', () => {
  it('is one line, whatever comes in', () => {
    assert(property(string({ unit: 'binary' }), (text) => !/[\r\n]/.test(printableLine(text))));
  });
});

describe('withoutCommands', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['  \t::set-env name=A::b', '  \t: :set-env name=A::b'],
    ['ok\n::add-mask::x', 'ok\n: :add-mask::x'],
    ['ok\r::stop-commands::x', 'ok\n: :stop-commands::x'],
    ['a ##[error]x ##[group]', 'a ## [error]x ## [group]'],
  ])('breaks %j', (text, broken) => {
    expect(withoutCommands(text)).toBe(broken);
  });

  it('leaves a cast alone', () => {
    expect(withoutCommands('SELECT id::text')).toBe('SELECT id::text');
  });

  it('leaves no line that the runner would take for a command', () => {
    const pieces = string({
      unit: constantFrom(':', '#', '[', ' ', '\t', '\r', '\n', 'a', '\u0085', '\ufeff'),
    });
    assert(
      property(pieces, (text) =>
        withoutCommands(text)
          .split(/\r\n|\r|\n/)
          .every((line) => !line.trimStart().startsWith('::') && !line.includes('##[')),
      ),
    );
  });
});
