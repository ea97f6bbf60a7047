import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser, storageEvent, type Tab } from '../fixtures/browser.ts';
import { loadStorage } from '../fixtures/stores.ts';

type StorageModule = Awaited<ReturnType<typeof loadStorage>>;

let browser: FakeBrowser;
let tab: Tab<StorageModule>;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(loadStorage);
});

const health = () => tab.do(({ $storageHealth }) => $storageHealth.get().state);
const read = (name: string) => tab.do(({ readValue }) => readValue(name));
const write = (name: string, value: string | undefined) =>
  tab.do(({ writeValue }) => writeValue(name, value));
const list = (prefix: string) => tab.do(({ listNames }) => listNames(prefix)).sort();

describe('a storage that works', () => {
  test('keeps what is written, under the key of the site', () => {
    expect(write('set:theme', 'dark')).toBe(true);
    expect(read('set:theme')).toBe('dark');
    expect(browser.contents).toEqual({ 'khb:set:theme': 'dark' });
    expect(health()).toBe('ok');
  });

  test('gives nothing for what was never written', () => {
    expect(read('set:theme')).toBeUndefined();
  });

  test('keeps an empty text apart from nothing', () => {
    write('set:role', '');
    expect(read('set:role')).toBe('');
  });

  test('removes what is written as undefined', () => {
    write('set:theme', 'dark');
    expect(write('set:theme', undefined)).toBe(true);
    expect(read('set:theme')).toBeUndefined();
    expect(browser.keys()).toEqual([]);
  });

  test('does not mind names that every object inherits', () => {
    expect(read('constructor')).toBeUndefined();
    write('constructor', 'x');
    expect(read('constructor')).toBe('x');
  });
});

describe('listing', () => {
  test('gives the names with a prefix, the key of the site left off', () => {
    write('run:a:1', 'x');
    write('run:b:1', 'x');
    write('done:a', 'x');
    expect(list('run:')).toEqual(['run:a:1', 'run:b:1']);
    expect(list('run:a:')).toEqual(['run:a:1']);
    expect(list('mark:')).toEqual([]);
  });

  test('passes over what other sites on the same origin keep', () => {
    browser.storage.setItem('khb.other:run:a:1', 'x');
    browser.storage.setItem('run:a:1', 'x');
    browser.storage.setItem('khbrun:a:1', 'x');
    expect(list('run:')).toEqual([]);
    expect(list('')).toEqual([]);
  });

  test('counts what could not be saved, and leaves out what could not be removed', () => {
    write('run:a:1', 'x');
    write('run:a:2', 'x');
    browser.block();
    write('run:a:3', 'x');
    write('run:a:1', undefined);
    browser.unblock();
    expect(list('run:')).toEqual(['run:a:2', 'run:a:3']);
  });
});

describe('a full storage', () => {
  test('loses nothing that is on the screen, and says so', () => {
    write('a', 'saved');
    browser.fill();
    expect(write('b', 'not saved')).toBe(false);
    expect(read('b')).toBe('not saved');
    expect(read('a')).toBe('saved');
    expect(list('')).toEqual(['a', 'b']);
    expect(health()).toBe('full');
    expect(browser.contents).toEqual({ 'khb:a': 'saved' });
  });

  test('gives the new value, not the one that is still stored', () => {
    write('a', 'old');
    browser.fill();
    write('a', 'much longer than before');
    expect(read('a')).toBe('much longer than before');
    expect(browser.contents).toEqual({ 'khb:a': 'old' });
  });

  test('stays unhealthy as long as something is not saved, though other writes succeed', () => {
    write('a', 'x'.repeat(20));
    browser.fill();
    write('b', 'y'.repeat(40));
    write('a', 'y');
    expect(health()).toBe('full');
  });

  test('takes what was not saved as soon as something else made room', () => {
    write('a', 'x'.repeat(20));
    browser.fill();
    write('b', 'waits');
    write('a', 'y');
    expect(health()).toBe('ok');
    expect(browser.contents).toEqual({ 'khb:a': 'y', 'khb:b': 'waits' });
  });

  test('is well again when what was not saved is saved', () => {
    write('a', 'x'.repeat(20));
    browser.fill();
    write('b', 'later');
    write('a', undefined);
    expect(write('b', 'later')).toBe(true);
    expect(health()).toBe('ok');
    expect(browser.contents).toEqual({ 'khb:b': 'later' });
  });

  test('is well again when what was not saved is no longer wanted', () => {
    browser.fill();
    write('b', 'not saved');
    expect(write('b', undefined)).toBe(true);
    expect(health()).toBe('ok');
    expect(read('b')).toBeUndefined();
  });

  test('is told from a blocked one by the name of the error, in Firefox too', () => {
    const error = new DOMException('…', 'NS_ERROR_DOM_QUOTA_REACHED');
    const failing = {
      ...browser.storage,
      setItem: () => {
        throw error;
      },
    };
    Object.defineProperty(globalThis, 'localStorage', { value: failing, configurable: true });
    expect(write('a', 'x')).toBe(false);
    expect(health()).toBe('full');
  });
});

describe('a blocked storage', () => {
  test('neither throws nor loses what is written while the page is open', () => {
    browser.block();
    expect(read('a')).toBeUndefined();
    expect(list('')).toEqual([]);
    expect(write('a', 'x')).toBe(false);
    expect(read('a')).toBe('x');
    expect(write('a', undefined)).toBe(false);
    expect(read('a')).toBeUndefined();
    expect(list('')).toEqual([]);
    expect(health()).toBe('blocked');
  });

  test('may be absent instead of throwing', () => {
    Object.defineProperty(globalThis, 'localStorage', { value: null, configurable: true });
    expect(read('a')).toBeUndefined();
    expect(write('a', 'x')).toBe(false);
    expect(list('')).toEqual(['a']);
    expect(health()).toBe('blocked');
  });

  test('may be there and still refuse everything', () => {
    const refuse = () => {
      throw new Error('no');
    };
    const refusing = new Proxy({}, { get: () => refuse, ownKeys: refuse });
    Object.defineProperty(globalThis, 'localStorage', { value: refusing, configurable: true });
    expect(read('a')).toBeUndefined();
    expect(write('a', 'x')).toBe(false);
    expect(read('a')).toBe('x');
    expect(list('')).toEqual(['a']);
    expect(health()).toBe('blocked');
  });
});

describe('being told of changes', () => {
  const listen = (prefix: string) => {
    const heard = vi.fn<(name: string, value: string | undefined) => void>();
    const stop = tab.do(({ onValueChange }) => onValueChange(prefix, heard));
    return { heard, stop };
  };

  test('hears of writes and removals in this tab, those with the prefix only', () => {
    const { heard } = listen('mark:');
    write('mark:a', '1');
    write('mark:a', undefined);
    write('run:a', '1');
    expect(heard.mock.calls).toEqual([
      ['mark:a', '1'],
      ['mark:a', undefined],
    ]);
  });

  test('hears of writes that could not be saved too', () => {
    const { heard } = listen('mark:');
    browser.block();
    write('mark:a', '1');
    expect(heard).toHaveBeenCalledWith('mark:a', '1');
  });

  test('hears of what other tabs write and remove', async () => {
    const { heard } = listen('mark:');
    const other = await browser.openTab(loadStorage);
    other.do(({ writeValue }) => writeValue('mark:a', '1'));
    other.do(({ writeValue }) => writeValue('mark:a', undefined));
    expect(heard).not.toHaveBeenCalled();
    browser.deliver();
    expect(heard.mock.calls).toEqual([
      ['mark:a', '1'],
      ['mark:a', undefined],
    ]);
  });

  test('does not hear of other sites, nor of a storage that was cleared', () => {
    const { heard } = listen('');
    tab.hear(storageEvent('other:mark:a', '1'));
    tab.hear(storageEvent('khb.other:mark:a', '1'));
    tab.hear(storageEvent(null, null));
    expect(heard).not.toHaveBeenCalled();
  });

  test('hears nothing after the subscription has ended', () => {
    const { heard, stop } = listen('mark:');
    stop();
    write('mark:a', '1');
    tab.hear(storageEvent('khb:mark:a', '2'));
    expect(heard).not.toHaveBeenCalled();
  });

  test('tells each listener once, however many there are', () => {
    const first = listen('mark:');
    const second = listen('mark:');
    tab.hear(storageEvent('khb:mark:a', '1'));
    expect(first.heard).toHaveBeenCalledTimes(1);
    expect(second.heard).toHaveBeenCalledTimes(1);
  });

  test('can be asked for where there is no window', () => {
    const { onValueChange } = tab.do((module) => module);
    vi.stubGlobal('window', undefined);
    expect(() => onValueChange('a', () => undefined)()).not.toThrow();
  });
});
