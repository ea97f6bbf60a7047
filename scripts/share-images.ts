/**
 * Draws the pictures of shared links (`src/share/images/`) and the icons (`public/`), which are kept in
 * the repository: `npm run share-images`, after the site, a handbook or a section got another name, a
 * handbook another hue, or the seal another character.
 *
 * They are not drawn by the build. Drawing Chinese needs a Chinese font; a machine that builds the
 * site need not have one, and the site carries none. So an editor's machine that has one draws them,
 * and `drawn.json` says what stands on each, so that the build leaves out what has changed since.
 */
import { chromium } from '@playwright/test';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { readPublished, readSiteFile } from '../src/build/site-file.ts';
import { HUES } from '../src/model/hues.ts';
import { CARD_SIZE, cardsOf, type Card } from '../src/share/card.ts';
import { sealSvg } from '../src/share/seal.ts';
import { plainLaunch } from '../tests/support/browser/index.ts';

const IMAGES = 'src/share/images';
const identity = readSiteFile();
const SEAL = sealSvg(identity.seal);
const cards = cardsOf(identity, readPublished());

// With the machine's own fonts: those of the tests have no serif.
const browser = await chromium.launch(plainLaunch());
const page = await browser.newPage({ viewport: CARD_SIZE });
for (const file of readdirSync(IMAGES)) {
  if (file.endsWith('.png')) rmSync(`${IMAGES}/${file}`);
}
for (const card of cards) {
  await page.setContent(drawing(card));
  // Three colours and the steps between them: a palette holds them in a third of the bytes.
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 10, dither: 0, effort: 10, compressionLevel: 9 })
    .toFile(`${IMAGES}/${card.name}.png`);
}
await browser.close();
writeFileSync(`${IMAGES}/drawn.json`, `${JSON.stringify(cards, null, 2)}\n`);

writeFileSync('public/favicon.svg', `${SEAL}\n`);
writeFileSync(`${IMAGES}/icons.json`, `{ "seal": ${JSON.stringify(identity.seal)} }\n`);

for (const [name, size] of [
  ['apple-touch-icon', 180],
  ['icon-192', 192],
  ['icon-512', 512],
] as const) {
  await icon(size).toFile(`public/${name}.png`);
}
writeFileSync('public/favicon.ico', ico(await icon(32).toBuffer(), 32));

/** The seal, square to the edge: systems round the corners as they like. */
function icon(size: number) {
  const square = SEAL.replace(' rx="3"', '');
  return sharp(Buffer.from(square), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9 });
}

/** An .ico file that holds one PNG. */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // of one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

function drawing({ hue: name, letter, kicker, title }: Card): string {
  const hue = name ? HUES[name].light.ink[0] : '#251e18';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
    body { margin: 0; width: 1200px; height: 630px; display: grid; box-sizing: border-box;
      grid-template: 1fr auto / 1fr auto; padding: 88px 88px 64px; background: #fcfaf6; color: #251e18;
      border-top: 16px solid ${hue};
      font-family: 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', serif; font-weight: 700; }
    p { margin: 0; font-size: 38px; }
    h1 { margin: 24px 0 0; font-size: ${title.length > 7 ? 92 : 120}px; line-height: 1.25; letter-spacing: 0.03em; }
    .letter { color: ${hue}; font-size: 380px; line-height: 0.8; }
    footer { grid-column: 1 / 3; display: flex; align-items: center; gap: 24px; padding-top: 32px;
      border-top: 2px solid #251e18; font-size: 32px; }
    svg { width: 64px; height: 64px; }
  </style><body><div><p>${kicker}</p><h1>${title}</h1></div>
  <div class="letter">${letter ?? ''}</div>
  <footer>${SEAL}<span>${identity.title}</span></footer></body></html>`;
}
