import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContentFile } from '../../../src/checks/index.ts';
import contentChecks from '../../../src/checks/integration.ts';
import { readContent } from '../../../src/checks/read.ts';
import { goodTree, RULES } from './good-tree.ts';
import { changed, publishedTree } from './published-tree.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-checks-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: readonly ContentFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const faulty = (): ContentFile[] => changed(publishedTree(), [RULES, 'order: 1', 'order: first']);

/** Calls a hook of the integration with as much of Astro as it uses; returns what was logged. */
function setup(command: string): { info: string[]; error: string[] } {
  const logged = { info: [] as string[], error: [] as string[] };
  const hook = contentChecks().hooks['astro:config:setup'] as (options: unknown) => void;
  hook({ command, config: { root: pathToFileURL(`${root}/`) }, logger: loggerInto(logged) });
  return logged;
}

function loggerInto(logged: { info: string[]; error: string[] }) {
  return {
    info: (text: string) => logged.info.push(text),
    error: (text: string) => logged.error.push(text),
  };
}

describe('readContent', () => {
  test('reads pages and YAML files with paths from the root, sorted', () => {
    write([...goodTree(), { path: 'content/agency/picture.png', text: '' }]);
    const files = readContent(root);
    expect(files.map(({ path }) => path)).toEqual(
      goodTree()
        .map(({ path }) => path)
        .sort(),
    );
    expect(files.find(({ path }) => path === RULES)?.text).toContain('title: 行为规范');
  });
});

describe('contentChecks', () => {
  test('a build stops with the report', () => {
    write(faulty());
    expect(() => setup('build')).toThrow(`${RULES}:4`);
  });

  test('a build goes on when there is no problem', () => {
    write(publishedTree());
    expect(setup('build').info).toHaveLength(1);
  });

  test('a build needs a register of what was published', () => {
    write(goodTree());
    expect(() => setup('build')).toThrow('[missing-register]');
  });

  test('a sync reports and goes on', () => {
    write(faulty());
    expect(setup('sync').error[0]).toContain(`${RULES}:4`);
  });

  test('a preview is left alone', () => {
    write(faulty());
    expect(setup('preview')).toEqual({ info: [], error: [] });
  });

  test('the dev server reports, and again once after changes to the content', () => {
    vi.useFakeTimers();
    write(faulty());
    const logged = { info: [] as string[], error: [] as string[] };
    const watcher = new EventEmitter();
    const hook = contentChecks().hooks['astro:server:setup'] as (options: unknown) => void;
    hook({ server: { watcher, config: { root, server: {} } }, logger: loggerInto(logged) });
    expect(logged.error).toHaveLength(1);

    write(publishedTree());
    watcher.emit('all', 'change', join(root, 'src/page.astro'));
    vi.runAllTimers();
    expect(logged.info).toHaveLength(0);

    watcher.emit('all', 'change', join(root, RULES));
    watcher.emit('all', 'add', join(root, RULES));
    vi.runAllTimers();
    expect(logged).toMatchObject({
      info: [expect.stringContaining('通过')],
      error: [expect.anything()],
    });
    vi.useRealTimers();
  });
});
