/** The site's seal as a picture: a red square with one character. */

/** The strokes of the character that is cut by hand; others are set in type. */
export const CUT = {
  character: '客',
  strokes:
    'M16 5.2v2.6M7.2 12.2V8.6h17.6v3.6M14.4 10.2c-1.3 2.4-3.4 4.3-6.2 5.6M12.2 12.4h9c-2.3 4.2-7.4 7-14.2 8M11.6 13.8c2.6 3.4 7.4 5.7 13.4 6.6M10.8 20.6h10.6v6.2H10.8z',
};

/**
 * The seal with a character, 32 pixels square, as SVG.
 *
 * @param character one letter, digit or Chinese character
 */
export function sealSvg(character: string): string {
  const drawing =
    character === CUT.character
      ? `<path fill="none" stroke="#fff" stroke-width="1.9" stroke-linecap="square" d="${CUT.strokes}"/>`
      : `<text x="16" y="24" fill="#fff" font-family="'Songti SC','Source Han Serif SC','Noto Serif CJK SC','Noto Sans CJK SC',serif" font-size="22" font-weight="700" text-anchor="middle">${character}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="3" fill="#b3261e"/>${drawing}</svg>`;
}
