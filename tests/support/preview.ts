/**
 * Serves the build of the caller's environment on loopback, at the port given as argument. Not
 * `astro preview`: its command refuses a second server for the same project.
 */
import { preview } from 'astro';

await preview({
  logLevel: 'error',
  // A name that the browser of a test takes for this machine: plain HTTP that is not localhost.
  server: {
    host: '127.0.0.1',
    port: Number(process.argv[2]),
    allowedHosts: ['intranet.test'],
  },
});
