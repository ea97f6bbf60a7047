/** What a benchmark measured, kept in the README beside it: `scripts/bench/README.md`. */
import { readFileSync, writeFileSync } from 'node:fs';

const README = new URL('./README.md', import.meta.url);

/** Prints the lines of one benchmark, and writes them under its heading when it has run whole. */
export class Figures {
  readonly #name: string;
  readonly #lines: string[] = [];

  /** @param name of the npm script, as the heading in the README has it: `bench:build` */
  constructor(name: string) {
    this.#name = name;
  }

  /** Prints a line and keeps it. */
  line(text: string): void {
    console.log(text);
    this.#lines.push(text);
  }

  /**
   * Replaces the figures of the last time.
   *
   * @throws Error when the README has no block for this benchmark
   */
  save(): void {
    const text = readFileSync(README, 'utf8');
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync(README, withFigures(text, this.#name, [`Measured on ${day}.`, ...this.#lines]));
  }
}

/**
 * The text with the code block that follows the heading of a benchmark filled anew.
 *
 * @throws Error when there is no such heading, or no block below it
 */
export function withFigures(text: string, name: string, lines: readonly string[]): string {
  const [head, ...rest] = text.split(`\n## \`npm run ${name}\`\n`);
  const [section, next = ''] = splitAtHeading(rest.join(''));
  const block = /```text\n[^]*?```/;
  if (rest.length !== 1 || !block.test(section)) {
    throw new Error(`scripts/bench/README.md has no block of figures for npm run ${name}`);
  }
  const filled = section.replace(block, () => `\`\`\`text\n${lines.join('\n')}\n\`\`\``);
  return `${head}\n## \`npm run ${name}\`\n${filled}${next}`;
}

function splitAtHeading(text: string): [own: string, next: string] {
  const at = text.indexOf('\n## ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
