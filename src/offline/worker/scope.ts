/** What the worker uses of its surroundings; the types of the page's DOM have none of it. */

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Fetched extends Extendable {
  readonly request: Request;
  /** The page that asks; empty for a navigation. */
  readonly clientId: string;
  /** The page that a navigation will open. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface Told extends Extendable {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface Events {
  readonly install: Extendable;
  readonly activate: Extendable;
  readonly fetch: Fetched;
  readonly message: Told;
}

interface Scope {
  readonly clients: {
    matchAll(options: { type: 'window' }): Promise<readonly { readonly id: string }[]>;
  };
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ): void;
}

/** The worker itself. */
export const worker = globalThis as unknown as Scope;
