/** Colours as numbers: sRGB, OKLab, contrast, and what colour-blind eyes see of them. */

/** Linear light, 0 to 1: red, green, blue. */
export type Light = readonly [number, number, number];
type Matrix = readonly [Light, Light, Light];

/** Reads `#rrggbb`. */
export function lightOf(hex: string): Light {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Reads `oklch(L% C h)`. B. Ottosson, “A perceptual color space for image processing”, 2020. */
export function lightOfOklch(text: string): Light {
  const [, L = 0, C = 0, h = 0] = (/^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(text) ?? []).map(
    Number,
  );
  const [a, b] = [C * Math.cos((h * Math.PI) / 180), C * Math.sin((h * Math.PI) / 180)];
  const lms: Light = [
    (L / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (L / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (L / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return clip(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      lms,
    ),
  );
}

/** Distance in OKLab; about 0.02 is just seen side by side. */
export function distance(one: Light, other: Light): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Contrast as WCAG 2 counts it, 1 to 21. */
export function contrast(one: Light, other: Light): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/**
 * What eyes without one kind of cone see, for whoever has all of them: G. M. Machado, M. M. Oliveira,
 * L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
 * TVCG 15(6), 2009, table 1, severity 1.0; applied to linear light.
 */
const MACHADO = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>;

export const EYES = ['all cones', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

/** A colour as these eyes see it. */
export function seenBy(eyes: (typeof EYES)[number], light: Light): Light {
  return eyes === 'all cones' ? light : clip(times(MACHADO[eyes], light));
}

function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklab(light: Light): Light {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

function times(matrix: Matrix, [x, y, z]: Light): Light {
  const row = ([a, b, c]: Light) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function clip([red, green, blue]: Light): Light {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return [within(red), within(green), within(blue)];
}
