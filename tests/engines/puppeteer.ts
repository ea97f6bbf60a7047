/** Chromium and Firefox, driven by puppeteer: over the DevTools protocol and over WebDriver BiDi. */
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { PATIENCE, within, type Driver, type Json, type Key, type Running } from './engine.ts';
import { bringToMiddle, describePlace, findPlace, readElement, type Place } from './find-place.ts';

/** Drives a browser that puppeteer has started. */
export async function drivenByPuppeteer(browser: Browser): Promise<Running> {
  const faults: string[] = [];
  return {
    version: await browser.version(),
    faults,
    newTab: async () => {
      const page = await within('a new tab', browser.newPage());
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      return driverOf(page);
    },
    stop: () => browser.close(),
  };
}

function driverOf(page: Page): Driver {
  const look = async (place: Place): Promise<ElementHandle | null> => {
    const handle = await within('looking', page.evaluateHandle(findPlace, place));
    return handle.asElement() as ElementHandle | null;
  };
  const find = async (place: Place): Promise<ElementHandle> => {
    const element = await look(place);
    if (!element) throw new Error(`not there: ${describePlace(place)}`);
    return element;
  };
  const click = async (place: Place) => {
    // Nobody clicks in a tab that is behind another; a browser draws none, and waits.
    await within('coming to the front', page.bringToFront());
    const element = await find(place);
    await within('scrolling', element.evaluate(bringToMiddle));
    await within(`a click on ${describePlace(place)}`, element.click());
  };
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    run: <Args extends Json[], Result>(work: (...args: Args) => Result, ...args: Args) =>
      within('a script', page.evaluate(work as (...args: Json[]) => Awaited<Result>, ...args)),
    read: async (place) => {
      const element = await look(place);
      return element ? within('reading', element.evaluate(readElement)) : undefined;
    },
    click,
    clickAndAgree: async (place) => {
      const agreed = new Promise<void>((resolve, reject) => {
        page.once('dialog', (dialog) => void dialog.accept().then(resolve, reject));
      });
      await Promise.all([within('a question', agreed), click(place)]);
    },
    type: async (place, text) => {
      await click(place);
      const element = await find(place);
      await element.evaluate((field) => (field as HTMLInputElement).select());
      await within('typing', page.keyboard.type(text));
    },
    press: (key) => within(`the key ${key}`, press(page, key)),
    choose: async (place, path) => {
      const field = (await find(place)) as ElementHandle<HTMLInputElement>;
      await within('choosing a file', field.uploadFile(path));
    },
    picture: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

async function press(page: Page, key: Key): Promise<void> {
  if (key !== 'Paste') return page.keyboard.press(key);
  await page.keyboard.down('Control');
  // Chromium without a window knows keys but no shortcuts: it is told what the keys mean.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}
