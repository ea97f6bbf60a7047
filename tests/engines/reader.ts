import type { Driver, Json, Key } from './engine.ts';
import { describePlace, type Place } from './find-place.ts';

/** How often a page is looked at while something is waited for, in milliseconds. */
const BEAT = 100;

/** Somebody who uses the site in one tab, and waits for what the page does until the step's time is up. */
export class Reader {
  readonly driver: Driver;
  readonly site: string;
  readonly #deadline: () => number;

  /**
   * @param site address of the home page, ending in `/`
   * @param deadline when the step that is under way must have ended, as `Date.now()` has it
   */
  constructor(driver: Driver, site: string, deadline: () => number) {
    this.driver = driver;
    this.site = site;
    this.#deadline = deadline;
  }

  /** Opens a page of the site. */
  open(path: string): Promise<void> {
    return this.driver.goto(this.site + path);
  }

  /** Opens a page whose island is needed, and waits until it takes clicks. */
  async openReady(path: string, island: Place): Promise<void> {
    await this.open(path);
    await this.sees(island);
  }

  /** Runs a function in the page, as `Driver.run`. */
  run<Args extends Json[], Result>(work: (...args: Args) => Result, ...args: Args) {
    return this.driver.run(work, ...args);
  }

  /** Waits until something is so. @throws Error that says what was not */
  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    let last: unknown;
    do {
      try {
        if (await isSo()) return;
        last = undefined;
      } catch (error) {
        // A page that is just being left cannot be asked.
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, BEAT));
    } while (Date.now() < this.#deadline());
    const reason = last instanceof Error ? ` (${last.message})` : '';
    throw new Error(`${what}: not in time${reason}`);
  }

  /** Waits until there is such an element. @returns its text */
  async sees(place: Place): Promise<string> {
    let text = '';
    await this.until(describePlace(place), async () => {
      const found = await this.driver.read(place);
      text = found ?? '';
      return found !== undefined;
    });
    return text;
  }

  /** Waits until an element says some words. */
  async reads(place: Place, words: string): Promise<void> {
    let found: string | undefined;
    await this.until(`${describePlace(place)} with “${words}”`, async () => {
      found = await this.driver.read(place);
      return found?.includes(words) ?? false;
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it is ${JSON.stringify(found)?.slice(0, 80)}`);
    });
  }

  /** Waits until there is no such element. */
  gone(place: Place): Promise<void> {
    return this.until(
      `${describePlace(place)} is gone`,
      async () => (await this.driver.read(place)) === undefined,
    );
  }

  async click(place: Place): Promise<void> {
    await this.sees(place);
    await this.driver.click(place);
  }

  async clickAndAgree(place: Place): Promise<void> {
    await this.sees(place);
    await this.driver.clickAndAgree(place);
  }

  async type(place: Place, text: string): Promise<void> {
    await this.sees(place);
    await this.driver.type(place, text);
    await this.reads(place, text);
  }

  /** Gives a field a text of any length and lines at once, as something pasted. */
  async fill({ css }: Place, text: string): Promise<void> {
    await this.run(
      (css, text) => {
        const field = document.querySelector<HTMLInputElement>(css);
        if (!field) throw new Error(`not there: ${css}`);
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      css,
      text,
    );
  }

  press(key: Key): Promise<void> {
    return this.driver.press(key);
  }

  /** Waits until the address of the page, below the site's, matches. @returns it */
  async arrives(pattern: RegExp): Promise<string> {
    let path = '';
    await this.until(`an address like ${pattern.source}`, async () => {
      path = (await this.run(() => location.href)).slice(this.site.length);
      return pattern.test(path);
    });
    return path;
  }

  /** Waits until the item with an id is within the window. */
  seesItem(id: string): Promise<void> {
    return this.until(`#${id} within the window`, () =>
      this.run((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        return box !== undefined && box.height > 0 && box.top >= 0 && box.top < innerHeight;
      }, id),
    );
  }

  /** What the site has stored, but for what it notes of the export itself and of the last page. */
  kept(): Promise<Record<string, string>> {
    return this.run(() =>
      Object.fromEntries(
        Object.entries(localStorage)
          .filter(([key]) => key.startsWith('khb:') && !/:set:(exported|last)$/.test(key))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ) as Promise<Record<string, string>>;
  }
}
