/**
 * Takes pictures of the golden files, as GitHub and a terminal show them, for the docs: `node scripts/pictures.ts` writes
 * docs/pictures/*.png, or those only whose names are given. Needs Chromium (`CHROMIUM`, or /usr/bin/chromium) and a font
 * with emoji; the pictures are kept in the repository, so that nothing else does. With `--check` no browser is needed: every
 * page has to come out, and every picture has to be there.
 */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildPage, PICTURE_ID } from './pictures/frame.ts';
import { toPalettePng } from './pictures/palette-png.ts';
import { PICTURES, type Picture } from './pictures/picture-list.ts';

const WIDTH = 920;
/** Sharp on a dense screen without being heavy. */
const SCALE = 1.5;

const root = path.resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const require = createRequire(import.meta.url);

const wanted = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));
const pages = await Promise.all(wanted.map(async (picture) => ({ picture, html: await pageOf(picture) })));
if (isCheck) await requirePictures();
else await takePictures();

async function pageOf({ frame, theme, text }: Picture): Promise<string> {
  const css = await readFile(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  return buildPage({ frame, theme, css, text: await text(root) });
}

async function requirePictures(): Promise<void> {
  for (const { picture } of pages) {
    const exists = await access(fileOf(picture)).then(
      () => true,
      () => false,
    );
    if (exists) continue;
    console.error(`${path.relative(root, fileOf(picture))} is missing. Run: node scripts/pictures.ts`);
    process.exitCode = 1;
  }
}

async function takePictures(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    await mkdir(path.join(root, 'docs/pictures'), { recursive: true });
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: 200 },
      deviceScaleFactor: SCALE,
    });
    for (const { picture, html } of pages) {
      await page.setContent(html);
      const png = toPalettePng(await page.locator(`#${PICTURE_ID}`).screenshot());
      await writeFile(fileOf(picture), png);
      console.log(`wrote ${path.relative(root, fileOf(picture))}, ${Math.ceil(png.length / 1024)} KiB`);
    }
  } finally {
    await browser.close();
  }
}

function fileOf({ name }: Picture): string {
  return path.join(root, 'docs/pictures', `${name}.png`);
}
