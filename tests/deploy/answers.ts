/** What a server answers to one request, over HTTP/1.1 or HTTP/2, unpacked by nobody. */
import { request } from 'node:http';
import { connect } from 'node:http2';

export interface Answer {
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Milliseconds after which an answer is given up. */
const PATIENCE = 10_000;

/** Asks over HTTP/1.1. @throws Error when there is no answer */
export function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, origin), { headers, timeout: PATIENCE }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.once('timeout', () => asked.destroy(new Error(`No answer to ${path}`)));
    asked.once('error', reject);
    asked.end();
  });
}

/** The status of the answer over HTTP/2. @throws Error when the server does not speak it */
export function askHttp2(origin: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connect(origin);
    const fail = (error: Error) => {
      session.destroy();
      reject(error);
    };
    session.setTimeout(PATIENCE, () => fail(new Error(`No answer over HTTP/2 to ${path}`)));
    session.once('error', fail);
    const stream = session.request({ ':path': path });
    stream.once('error', fail);
    stream.once('response', (headers) => {
      session.destroy();
      resolve(Number(headers[':status']));
    });
    stream.end();
  });
}
