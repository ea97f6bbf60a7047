/**
 * The hues that a handbook can have. Each is legible on paper and on its own wash (WCAG AA), in light
 * and in dark, and stands apart from the others for colour-blind eyes: a test holds both. New handbooks
 * take them in this order, in which neighbours stand furthest apart.
 */

/** A colour, in sRGB for browsers without oklch and for pictures, and in oklch. */
export type Colour = readonly [srgb: string, oklch: string];

interface Shade {
  /** Of lines, signs and words. */
  readonly ink: Colour;
  /** Of a ground behind words. */
  readonly wash: Colour;
}

export interface Hue {
  readonly light: Shade;
  readonly dark: Shade;
}

export const HUE_NAMES = [
  'vermilion',
  'teal',
  'plum',
  'indigo',
  'ochre',
  'moss',
  'violet',
  'umber',
] as const;
export type HueName = (typeof HUE_NAMES)[number];

export const HUE_LABEL: Record<HueName, string> = {
  vermilion: '朱',
  teal: '青',
  plum: '绛紫',
  indigo: '靛',
  ochre: '赭黄',
  moss: '苔绿',
  violet: '紫罗兰',
  umber: '棕',
};

export const HUES: Record<HueName, Hue> = {
  vermilion: {
    light: {
      ink: ['#c12b11', 'oklch(53% 0.19 32)'],
      wash: ['#feebe6', 'oklch(95.5% 0.022 35)'],
    },
    dark: {
      ink: ['#f5886c', 'oklch(74% 0.14 35)'],
      wash: ['#391e18', 'oklch(27% 0.045 32)'],
    },
  },
  teal: {
    light: {
      ink: ['#00696a', 'oklch(47% 0.085 195)'],
      wash: ['#e3f4f4', 'oklch(95.5% 0.018 195)'],
    },
    dark: {
      ink: ['#64c3c3', 'oklch(76% 0.09 195)'],
      wash: ['#132b2b', 'oklch(27% 0.03 195)'],
    },
  },
  plum: {
    light: {
      ink: ['#681561', 'oklch(37% 0.145 332)'],
      wash: ['#f8ecf6', 'oklch(95.5% 0.018 332)'],
    },
    dark: {
      ink: ['#d075c4', 'oklch(69% 0.15 332)'],
      wash: ['#321f2f', 'oklch(27% 0.04 332)'],
    },
  },
  indigo: {
    light: {
      ink: ['#31509d', 'oklch(45% 0.13 265)'],
      wash: ['#ebf0fb', 'oklch(95.5% 0.016 265)'],
    },
    dark: {
      ink: ['#92b0f1', 'oklch(76% 0.1 265)'],
      wash: ['#1c263d', 'oklch(27% 0.045 265)'],
    },
  },
  ochre: {
    light: {
      ink: ['#5e4205', 'oklch(40% 0.08 80)'],
      wash: ['#f7efe3', 'oklch(95.5% 0.018 80)'],
    },
    dark: {
      ink: ['#eab76c', 'oklch(81% 0.11 76)'],
      wash: ['#32240e', 'oklch(27% 0.04 76)'],
    },
  },
  moss: {
    light: {
      ink: ['#5c7236', 'oklch(52% 0.09 126)'],
      wash: ['#edf3e6', 'oklch(95.5% 0.018 126)'],
    },
    dark: {
      ink: ['#cbe391', 'oklch(88% 0.11 122)'],
      wash: ['#232a13', 'oklch(27% 0.04 122)'],
    },
  },
  violet: {
    light: {
      ink: ['#501499', 'oklch(38% 0.19 296)'],
      wash: ['#f1eefb', 'oklch(95.5% 0.018 296)'],
    },
    dark: {
      ink: ['#ccbdf9', 'oklch(83% 0.085 296)'],
      wash: ['#282238', 'oklch(27% 0.04 296)'],
    },
  },
  umber: {
    light: {
      ink: ['#4a2e16', 'oklch(33% 0.055 60)'],
      wash: ['#faeee4', 'oklch(95.5% 0.018 60)'],
    },
    dark: {
      ink: ['#eac9b7', 'oklch(86% 0.045 50)'],
      wash: ['#362014', 'oklch(27% 0.04 50)'],
    },
  },
};
