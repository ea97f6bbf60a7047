/** WebKit, driven over the W3C's WebDriver protocol: https://www.w3.org/TR/webdriver2/ */
import { writeFileSync } from 'node:fs';
import {
  PATIENCE,
  SIZE,
  within,
  type Driver,
  type Json,
  type Key,
  type Running,
} from './engine.ts';
import { bringToMiddle, describePlace, findPlace, readElement, type Place } from './find-place.ts';

/** The name of a reference to an element, as the standard has it. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const KEYS: Readonly<Record<Exclude<Key, 'Paste'>, string>> = {
  '/': '/',
  Enter: '\uE007',
  Escape: '\uE00C',
};
const CONTROL = '\uE009';

type Command = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>;

/**
 * Begins a session with a driver that listens.
 *
 * @param driver address of the driver, without a slash at its end
 * @param capabilities what the browser must be, as the standard's `alwaysMatch`
 */
export async function drivenByWebDriver(driver: string, capabilities: object): Promise<Running> {
  const { sessionId, capabilities: got } = await send<{
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  }>(`${driver}/session`, 'POST', { capabilities: { alwaysMatch: capabilities } });
  const command: Command = (method, path, body) =>
    send(`${driver}/session/${sessionId}${path}`, method, body);
  const inTab = oneTabAtATime(command);
  // A session begins with a tab, the one in front.
  const unused = [await command<string>('GET', '/window')];
  const anotherTab = async () =>
    (await command<{ handle: string }>('POST', '/window/new', { type: 'tab' })).handle;
  return {
    version: `${got.browserName} ${got.browserVersion}`,
    newTab: async () => {
      const handle = unused.pop() ?? (await anotherTab());
      await inTab(handle, () => giveSize(command));
      return driverOf(command, (work) => inTab(handle, work));
    },
    stop: () => command('DELETE', ''),
  };
}

/** Makes the window so large that the page in it has the size. */
async function giveSize(command: Command): Promise<void> {
  await command('POST', '/window/rect', SIZE);
  const [width, height] = await command<[number, number]>('POST', '/execute/sync', {
    script: 'return [innerWidth, innerHeight]',
    args: [],
  });
  await command('POST', '/window/rect', {
    width: 2 * SIZE.width - width,
    height: 2 * SIZE.height - height,
  });
}

type InTab = <T>(work: () => Promise<T>) => Promise<T>;

function driverOf(command: Command, inTab: InTab): Driver {
  const run = <Args extends Json[], Result>(work: (...args: Args) => Result, ...args: Args) =>
    command<Awaited<Result>>('POST', '/execute/sync', {
      script: `return (${work.toString()})(...arguments)`,
      args,
    });
  const look = async (place: Place) =>
    (await run(findPlace, place)) as unknown as Record<string, string> | null;
  const find = async (place: Place): Promise<string> => {
    const id = (await look(place))?.[ELEMENT];
    if (id === undefined) throw new Error(`not there: ${describePlace(place)}`);
    return id;
  };
  const click = async (place: Place) => {
    const id = await find(place);
    await run(bringToMiddle, { [ELEMENT]: id } as unknown as Element);
    await command<void>('POST', `/element/${id}/click`, {});
  };
  return {
    goto: (url) => inTab(() => command('POST', '/url', { url })),
    reload: () => inTab(() => command('POST', '/refresh', {})),
    run: (work, ...args) => inTab(() => run(work, ...args)),
    read: (place) =>
      inTab(async () => {
        const found = await look(place);
        return found ? run(readElement, found as unknown as Element) : undefined;
      }),
    click: (place) => inTab(() => click(place)),
    clickAndAgree: (place) =>
      inTab(async () => {
        await click(place);
        await command('POST', '/alert/accept', {});
      }),
    type: (place, text) =>
      inTab(async () => {
        const id = await find(place);
        await command('POST', `/element/${id}/clear`, {});
        await command('POST', `/element/${id}/value`, { text });
      }),
    press: (key) =>
      inTab(async () => {
        const keys = key === 'Paste' ? [CONTROL, 'v'] : [KEYS[key]];
        const down = keys.map((value) => ({ type: 'keyDown', value }));
        const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
        await command('POST', '/actions', {
          actions: [{ type: 'key', id: 'keys', actions: [...down, ...up] }],
        });
      }),
    choose: (place, path) =>
      inTab(async () => {
        await command('POST', `/element/${await find(place)}/value`, { text: path });
      }),
    picture: (path) =>
      inTab(async () => {
        writeFileSync(path, Buffer.from(await command<string>('GET', '/screenshot'), 'base64'));
      }),
    close: () => inTab(() => command('DELETE', '/window')),
  };
}

/** A session has one window at a time that its commands go to: each work has its own until it ends. */
function oneTabAtATime(command: Command) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(handle: string, work: () => Promise<T>): Promise<T> => {
    const mine = last.then(async () => {
      await command('POST', '/window', { handle });
      return work();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** @throws Error with what the driver says */
async function send<T>(url: string, method: string, body?: object): Promise<T> {
  const answer = await within(
    `${method} ${new URL(url).pathname.replace(/\/session\/[^/]+/, '')}`,
    fetch(url, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    }).then((response) => response.json() as Promise<{ value: unknown }>),
  );
  const { error, message } = (answer.value ?? {}) as { error?: string; message?: string };
  if (typeof error === 'string') throw new Error(`${error}: ${message}`);
  return answer.value as T;
}
