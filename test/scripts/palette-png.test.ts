import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toPalettePng } from '../../scripts/pictures/palette-png.ts';

const WIDTH = 7;
const HEIGHT = 10;
const COLOURS = [0xffffff, 0x1f2328, 0xd1242f, 0x00ff00, 0x0a3069];

describe('toPalettePng', () => {
  it.each([3, 4])(
    'keeps every pixel of a picture of few colours, whatever filter its row has: %d channels',
    (channels) => {
      const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, index) => COLOURS[(index * index) % 5] ?? 0);
      expect(colours(toPalettePng(filteredPng(pixels, channels)))).toEqual(pixels);
    },
  );

  it('refuses a file that it would show wrongly', () => {
    const png = filteredPng([0], 3);
    png[24] = 16;
    expect(() => toPalettePng(png)).toThrow('Not a PNG as Chromium writes it.');
  });
});

/** A PNG whose rows take the five filters in turn. */
function filteredPng(pixels: readonly number[], channels: number): Buffer {
  const bytes = pixels.map((colour) => {
    const pixel = Buffer.alloc(channels, 255);
    pixel.writeUIntBE(colour, 0, 3);
    return pixel;
  });
  const plain = Buffer.concat(bytes);
  const rowBytes = WIDTH * channels;
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (plain[y * rowBytes + x] ?? 0));
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const filtered = Array.from({ length: rowBytes }, (_, x) => {
      const [left, above, corner] = [at(x - channels, y), at(x, y - 1), at(x - channels, y - 1)];
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      return (at(x, y) - (guesses[y % 5] ?? 0)) & 255;
    });
    return Buffer.from([y % 5, ...filtered]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, channels === 3 ? 2 : 6], 8);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...parts]);
}

/** As the specification puts it. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

function chunk(type: string, body: Buffer): Buffer {
  const sum = crc32(Buffer.concat([Buffer.from(type, 'latin1'), body]));
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(sum, 4);
  return Buffer.concat([ends.subarray(0, 4), Buffer.from(type, 'latin1'), body, ends.subarray(4)]);
}

/** The pixels of a PNG with a palette and without filters. */
function colours(png: Buffer): readonly number[] {
  const palette = bodyOf(png, 'PLTE');
  const rows = inflateSync(bodyOf(png, 'IDAT'));
  return Array.from({ length: WIDTH * HEIGHT }, (_, index) => {
    const entry = rows[Math.floor(index / WIDTH) * (WIDTH + 1) + 1 + (index % WIDTH)] ?? 0;
    return palette.readUIntBE(entry * 3, 3);
  });
}

function bodyOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}
