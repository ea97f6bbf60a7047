/** A QR code as a picture in the page. */
import encodeQR from 'qr';
import { make } from '../shared/make.ts';

/** Modules of the white frame, without which some cameras find no code. */
const BORDER = 4;

const SVG = 'http://www.w3.org/2000/svg';

/** The dark modules of a code, as the path of an SVG whose unit is a module, and its width. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  const path = rows.flatMap((row, y) =>
    // One rectangle for each row of dark modules that lie side by side.
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(
      ({ index, 0: { length } }) =>
        `M${String(index)} ${String(y)}h${String(length)}v1h-${String(length)}z`,
    ),
  );
  return { path: path.join(''), size: rows.length };
}

/** The code of an address, with the address in words below it. */
export function drawQr({ href }: URL): HTMLElement {
  const { path, size } = qrPath(href);
  const svg = document.createElementNS(SVG, 'svg');
  const dark = document.createElementNS(SVG, 'path');
  const set = (element: Element, attributes: Readonly<Record<string, string>>) =>
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  set(svg, {
    viewBox: `0 0 ${String(size)} ${String(size)}`,
    role: 'img',
    'aria-label': '二维码，扫开就是这份计划',
    'shape-rendering': 'crispEdges',
  });
  set(dark, { d: path });
  svg.append(dark);
  const figure = make('figure', { class: 'plan-qr__code', tabindex: '-1' }, svg);
  figure.append(make('figcaption', {}, href));
  // The button that had it is gone.
  queueMicrotask(() => figure.focus());
  return figure;
}
