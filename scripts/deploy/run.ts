/**
 * Publishes a build on this machine, or goes back to the one before:
 *
 *     npm run deploy -- <target> [build]     build: ./dist unless it is named
 *     npm run deploy -- --back <target>
 */
import { back, publish } from './releases.ts';

const isBack = process.argv[2] === '--back';
const [target, build = './dist'] = process.argv.slice(isBack ? 3 : 2);
if (target === undefined) {
  console.error('npm run deploy -- <target> [build], or npm run deploy -- --back <target>');
  process.exit(2);
}
try {
  const number = isBack ? back(target) : publish(build, target);
  console.log(`${target}/current is release ${number}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
