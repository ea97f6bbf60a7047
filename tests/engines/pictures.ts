/** Pictures of pages in an engine, for somebody to look at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader } from './reader.ts';
import { CHECKLIST, PAGES, RUN, SEARCH } from './words.ts';

/** Writes a picture of each kind of page into a folder. */
export async function takePictures(reader: Reader, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const picture = async (name: string) => {
    // What fades in or is drawn late is there by then.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await reader.driver.picture(join(folder, `${name}.png`) as `${string}.png`);
  };
  await reader.open(PAGES.home);
  await picture('home');
  await reader.openReady(PAGES.role, CHECKLIST.island);
  await picture('role');
  await reader.openReady(PAGES.workflow, RUN.starter);
  await picture('workflow');
  await reader.run(() => {
    location.hash = 'diagram';
  });
  await reader.seesItem('diagram');
  await picture('diagram');
  await reader.open(PAGES.technique);
  await reader.until('the dialog', async () => {
    await reader.press('/');
    return (await reader.driver.read(SEARCH.field)) !== undefined;
  });
  await reader.type(SEARCH.field, SEARCH.phrase);
  await reader.sees(SEARCH.first);
  await picture('search');
  await reader.openReady(PAGES.workflow, RUN.starter);
  await reader.click(RUN.start);
  await reader.sees(RUN.where);
  await picture('run');
}
