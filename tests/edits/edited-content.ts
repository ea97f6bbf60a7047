/** A copy of the content under an editor's hands: how to look things up, what the check says, what it proposes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkContent, type ContentFile, type Problem } from '../../src/checks/index.ts';
import { readContent } from '../../src/checks/read.ts';
import { draftEdition } from '../../src/checks/register/draft.ts';
import { updateRegister } from '../../src/checks/register/update.ts';
import { formatProblems } from '../../src/checks/report.ts';
import { addDays } from '../../src/model/day.ts';
import { planNew } from '../../scripts/new/plan.ts';
import type { PublishedCopy } from '../support/published-copy.ts';
import { fillIn } from './proposals.ts';

/** A page of a handbook section, as much of it as procedures look at. */
export interface SourcePage {
  /** `agency/roles/account-executive` */
  readonly ref: string;
  /** Under `content/`. */
  readonly path: string;
  readonly text: string;
  /** The frontmatter. */
  readonly front: Record<string, unknown>;
}

export class EditedContent {
  readonly #copy: PublishedCopy;
  #files: readonly ContentFile[] = [];

  constructor(copy: PublishedCopy) {
    this.#copy = copy;
  }

  /** Text of a file. @param path under `content/` */
  read(path: string): string {
    return readFileSync(join(this.#copy.root, 'content', path), 'utf8');
  }

  write(path: string, text: string): void {
    this.#copy.write(path, text);
  }

  /** @throws Error when there is nothing to change */
  edit(path: string, ...changes: readonly (readonly [string | RegExp, string])[]): void {
    this.#copy.edit(path, ...changes);
  }

  /** Renames a page's file, and its full name wherever it stands. */
  move(from: string, to: string): void {
    this.#copy.move(from, to);
  }

  /** The content as it is now; a file that is as it was is not parsed again. */
  get #now(): readonly ContentFile[] {
    this.#files = readContent(this.#copy.root, this.#files);
    return this.#files;
  }

  /** Paths under `content/`. */
  get paths(): string[] {
    return this.#now.map(({ path }) => path.replace('content/', ''));
  }

  /** The pages of a section of all handbooks; of all sections when none is named. */
  pages(section = '\\w+'): SourcePage[] {
    const pattern = new RegExp(`^[^/]+/${section}/[^/]+\\.mdx$`);
    return this.paths
      .filter((path) => pattern.test(path))
      .map((path) => {
        const text = this.read(path);
        const front = parse(/^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? '') as SourcePage['front'];
        return { ref: path.replace('.mdx', ''), path, text, front };
      });
  }

  /** The newest edition. */
  get edition(): { path: string; number: number; date: string } {
    const numbers = this.paths.flatMap((path) => /^editions\/(\d+)\.yaml$/.exec(path)?.[1] ?? []);
    const number = Math.max(...numbers.map(Number));
    const path = `editions/${number}.yaml`;
    return { path, number, date: /^date: (\S+)/m.exec(this.read(path))?.[1] ?? '' };
  }

  /** The day on which the editor works: the one after the newest edition's. */
  get today(): string {
    return addDays(this.edition.date, 1);
  }

  /** Adds lines under `changes` of the newest edition. */
  note(...lines: readonly string[]): void {
    const { path } = this.edition;
    this.edit(path, [/^changes:\n/m, `changes:\n${lines.join('\n')}\n`]);
  }

  /** Adds a line to `moved` or `retired` of the register, as an editor does it. */
  enter(list: 'moved' | 'retired', line: string): void {
    this.edit('ids.yaml', [new RegExp(`^${list}:(?: \\[\\])?\\n`, 'm'), `${list}:\n${line}\n`]);
  }

  /** Sets the day of the last change of a page. */
  touch(path: string): void {
    const updated = /^updated: .*$/m;
    if (updated.exec(this.read(path))?.[0] !== `updated: ${this.today}`) {
      this.edit(path, [updated, `updated: ${this.today}`]);
    }
  }

  check(): Problem[] {
    return checkContent(this.#now, { register: true });
  }

  /**
   * Pastes what the check proposes for each problem of a rule, filled in, where it says.
   *
   * @param to the new name, where the check does not guess it
   * @returns how many lines were pasted
   */
  paste(rule: 'change-without-entry' | 'moved' | 'retired', to = ''): number {
    const asked = rule === 'change-without-entry' ? rule : 'vanished-reference';
    const found = this.check().filter((problem) => problem.rule === asked);
    for (const { fix } of found) {
      if (rule === 'change-without-entry') this.note(fillIn(fix, 'ref', this.today));
      else {
        const line = fillIn(fix, rule === 'moved' ? 'from' : 'ref', this.today);
        this.enter(rule, line.replace('新的名字', to));
      }
    }
    return found.length;
  }

  /** Problems as the editor reads them. */
  report(problems: readonly Problem[]): string {
    return formatProblems(problems);
  }

  /** What `npm run new -- …` does. @throws Error with what it tells the editor */
  begin(...words: readonly string[]): void {
    const plan = planNew(this.#now, words, this.today);
    if ('refused' in plan) throw new Error(plan.refused);
    if ('problems' in plan) throw new Error(this.report(plan.problems));
    for (const { path, text } of [...plan.pages, ...plan.changed]) {
      this.write(path.replace('content/', ''), text);
    }
  }

  /** What `npm run edition` does without git, or with `-- --new`. @throws Error with what it tells the editor */
  draft(isNew: boolean): void {
    const options = { isNew, today: this.today, oldLines: () => undefined };
    const draft = draftEdition(this.#now, options);
    if (!('text' in draft)) throw new Error(this.report(draft));
    this.write(draft.path.replace('content/', ''), draft.text);
  }

  /** What `npm run ids` does. @throws Error with what it tells the editor */
  register(): void {
    const update = updateRegister(this.#now);
    if (!('text' in update)) throw new Error(this.report(update));
    writeFileSync(join(this.#copy.root, 'content/ids.yaml'), update.text);
  }
}
