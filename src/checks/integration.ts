import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { readContentTree } from './content-tree.ts';
import { checkContent, type ContentFile, type Problem } from './index.ts';
import { leftOutReport } from './left-out.ts';
import { outdatedReport } from './outdated.ts';
import { readContent, readPublicFiles } from './read.ts';
import { formatProblems } from './report.ts';
import { unwrittenReport } from './unwritten.ts';

/** Quiet time after a change before the content is checked again, in milliseconds. */
const SETTLE = 150;

/**
 * Runs the editor's checks before the content layer reads the files, so that the editor reads our
 * report and not the first error of the machinery. A build stops; the dev server and `astro sync`
 * report and go on, and the dev server checks again after each change.
 */
export default function contentChecks(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'sync') return;
        const problems = findProblems(fileURLToPath(config.root));
        if (problems.length > 0 && command === 'build') throw new ContentError(problems);
        report(problems, logger);
        if (problems.length === 0) remark(logger);
      },
      'astro:server:setup': ({ server, logger }) => {
        const { root } = server.config;
        // A server without a watcher is Astro's own, for reading the content's configuration.
        if (server.config.server.watch === null) return;
        const folder = join(root, 'content', sep);
        let timer: ReturnType<typeof setTimeout> | undefined;
        const problems = findProblems(root);
        report(problems, logger);
        if (problems.length === 0) remark(logger);
        server.watcher.on('all', (_event, path) => {
          if (!normalize(path).startsWith(folder)) return;
          clearTimeout(timer);
          timer = setTimeout(() => report(findProblems(root), logger), SETTLE);
        });
      },
    },
  };
}

/**
 * Stops a build with the report. No AstroError, since Astro would read its message as Markdown; and
 * without a stack, which tells an editor nothing.
 */
class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(problems: readonly Problem[]) {
    super(`\n\n${formatProblems(problems)}`);
    this.stack = '';
  }
}

/** The content as it was last read. */
let files: readonly ContentFile[] = [];

function findProblems(root: string): Problem[] {
  files = readContent(root, files);
  return checkContent(files, { register: true, publicFiles: readPublicFiles(root) });
}

/** What is no fault and yet to be known: what is not published, not written yet, not checked for a year. */
function remark(logger: AstroIntegrationLogger): void {
  const { tree } = readContentTree(files);
  const today = new Date().toISOString().slice(0, 10);
  const reports = [leftOutReport(tree), unwrittenReport(tree), outdatedReport(tree, today)];
  for (const text of reports) {
    if (text !== undefined) logger.warn(text);
  }
}

function report(problems: readonly Problem[], logger: AstroIntegrationLogger): void {
  if (problems.length === 0) logger.info(formatProblems(problems));
  else logger.error(`\n${formatProblems(problems)}`);
}
