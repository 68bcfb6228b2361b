import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * Pictures of text have few colours: with a palette of at most 256 of them a PNG is half as large and looks the same. Takes
 * what Chromium writes: 8 bits a channel, RGB or RGBA (which is opaque here), not interlaced.
 */
export function toPalettePng(png: Buffer): Buffer {
  const { width, height, channels, data } = readPng(png);
  const pixels = unfilter(data, width * channels, height, channels);
  const colours = new Uint32Array(width * height).map((_, index) => colourAt(pixels, index * channels));
  const palette = choosePalette(colours);
  const nearest = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (const [index, colour] of colours.entries()) {
    const entry = nearest.get(colour) ?? nearestEntry(palette, colour);
    nearest.set(colour, entry);
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = entry;
  }
  return writePng(width, height, palette, rows);
}

const SIGNATURE_BYTES = 8;
/** Colours closer than that to one of the palette get no entry of their own. */
const MIN_DISTANCE = 7;

interface Png {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Buffer;
}

function readPng(png: Buffer): Png {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(body);
  }
  const colourType = png[25];
  if (png[24] !== 8 || (colourType !== 2 && colourType !== 6) || png[28] !== 0)
    throw new Error('Not a PNG as Chromium writes it.');
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels: colourType === 2 ? 3 : 4,
    data: inflateSync(Buffer.concat(parts)),
  };
}

/** Undoes what each row's filter (https://www.w3.org/TR/png-3/#9Filters) took from it. */
function unfilter(data: Buffer, rowBytes: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - rowBytes] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (pixels[at - rowBytes - channels] ?? 0);
      pixels[at] = (data[y * (rowBytes + 1) + 1 + x] ?? 0) + predict(filter, left, above, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4: {
      const estimate = left + above - corner;
      const byDistance = [left, above, corner].toSorted(
        (a, b) => Math.abs(estimate - a) - Math.abs(estimate - b),
      );
      return byDistance[0] ?? 0;
    }
    default:
      return 0;
  }
}

function colourAt(pixels: Buffer, at: number): number {
  return pixels.readUIntBE(at, 3);
}

/** The most frequent colours, spread so that the rare ones are not all thrown together. */
function choosePalette(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: number[] = [];
  for (const [colour] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    if (palette.length === 256) break;
    if (palette.every((other) => distance(other, colour) >= MIN_DISTANCE)) palette.push(colour);
  }
  return palette;
}

function nearestEntry(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) => distance(other, colour));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  const channel = (shift: number): number => ((one >> shift) & 255) - ((other >> shift) & 255);
  return Math.hypot(channel(16), channel(8), channel(0));
}

function writePng(width: number, height: number, palette: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const entries = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) entries.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
