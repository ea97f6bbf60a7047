import { describe, expect, test } from 'vitest';
import { iconDrawing, iconImage, iconsInCss } from '../../../src/build/icons.ts';

const declaration = (value: string) => ({
  value,
  error: (message: string) => new Error(message),
});

describe('icons in style sheets', () => {
  test('a name becomes a drawing that needs no file', () => {
    const own = declaration("icon('route')");
    iconsInCss().Declaration(own);
    expect(own.value).toBe(iconImage('route'));
    const [, address = ''] = /^url\("(data:image\/svg\+xml,.*)"\)$/.exec(own.value) ?? [];
    expect(address).not.toMatch(/["<>#]/);
    expect(decodeURIComponent(address)).toMatch(/<svg [^>]*viewBox='0 0 24 24'>.*<\/svg>$/);
  });

  test('a name that the set does not have is told', () => {
    expect(() => iconsInCss().Declaration(declaration("icon('no-such-icon')"))).toThrow(
      'No icon "no-such-icon"',
    );
  });

  test('other declarations stay as they are', () => {
    const other = declaration('url("icon.svg") no-repeat');
    iconsInCss().Declaration(other);
    expect(other.value).toBe('url("icon.svg") no-repeat');
  });
});

describe('icons in pages', () => {
  test('a drawing says nothing that the style sheet says for all', () => {
    expect(iconDrawing('search')).toBe(
      '<path d="m21 21l-4.34-4.34"/><circle cx="11" cy="11" r="8"/>',
    );
    expect(iconDrawing('techniques')).toBe(iconDrawing('lightbulb'));
    expect(iconDrawing('lightbulb')).toMatch(/^<path d="[^"]*"\/>$/);
  });

  test('one that the set does not have is told', () => {
    expect(() => iconDrawing('no-such-icon')).toThrow('No icon "no-such-icon"');
  });
});
