/** The commands of package.json, as far as running them all would take too long for a test. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

/** Files that a command gives to Node.js. */
const filesOf = (command: string): string[] =>
  [...command.matchAll(/\bnode (\S+)/g)].map(([, file = '']) => file);

test('every script runs a file that is there', () => {
  const all = Object.entries(scripts).flatMap(([name, command]) =>
    filesOf(command).map((file) => `${name}: ${file}`),
  );
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter((line) => !existsSync(line.replace(/.*: /, '')))).toEqual([]);
});

test('the README names every script', () => {
  const readme = readFileSync('README.md', 'utf8');
  const isNamed = (name: string) =>
    [`\`${name}\``, `npm ${name}`, `npm run ${name}`].some((way) => readme.includes(way));
  expect(Object.keys(scripts).filter((name) => !isNamed(name))).toEqual([]);
});
