/**
 * The names of what the site stores, in the browser and in export files. They are never changed:
 * people's records outlive every version of the site.
 *
 *     run:<run>:<event>              an event of an open run
 *     done:<run>                     all events of a run that is finished or removed, packed
 *     text:<hash>                    a frozen workflow template, shared by the runs that began with it
 *     mark:<role>#<duty>@<period>    the mark of a duty in one period
 *     did:<role>#<duty>@<id>         one time of a duty that is done whenever something happens
 *     draft:run:<run>:<field>        what is being typed in a run, until it is saved or given up
 *     draft:page:<page>:<field>      what is being typed in the form of a page
 *     train:<event>                  an event of the reader's own training: plans, confirmations
 *     team:<device>@<receipt>        a receipt that was handed to the reader, about somebody else
 *     team:<device>+<device>         whether two devices are one person's, as the reader answered
 *     ans:<event>                    an answer to a review question
 *     set:<setting>                  a choice of the reader, or what a page remembers
 *     aside:<name>                   a value that could not be read, under the name it had
 *
 * `setting-names.ts` has what every page carries of it, `parse-storage-name.ts` takes names apart.
 */

/** What the names of one kind begin with. */
export const EVENTS = 'run:';
export const PACKED_RUNS = 'done:';
export const TEXTS = 'text:';
export const MARKS = 'mark:';
export const OCCURRENCES = 'did:';
export const DRAFTS = 'draft:';
export const TRAINING = 'train:';
export const TEAM = 'team:';
export const ANSWERS = 'ans:';
export const ASIDES = 'aside:';

/** What the names of a run's events begin with. */
export const eventsOfRun = (run: string) => `${EVENTS}${run}:`;

export const eventName = (run: string, event: string) => eventsOfRun(run) + event;

export const packedName = (run: string) => PACKED_RUNS + run;

export const textName = (hash: string) => TEXTS + hash;

/** What the names of a role's marks begin with. @param role reference of the role's page */
export const marksOfRole = (role: string) => `${MARKS}${role}#`;

/** What the names of a duty's marks begin with, period by period. @param duty full reference */
export const marksOfDuty = (duty: string) => `${MARKS}${duty}@`;

/** What the names of a role's counted duties begin with. @param role reference of the role's page */
export const occurrencesOfRole = (role: string) => `${OCCURRENCES}${role}#`;

/** What the names of a duty's occurrences begin with. @param duty full reference */
export const occurrencesOfDuty = (duty: string) => `${OCCURRENCES}${duty}@`;

/** What the names of a run's drafts begin with. */
export const draftsOfRun = (run: string) => `${DRAFTS}run:${run}:`;

/** What is being typed in a run. @param field where: `code`, or `note:<round>:<step>` */
export const draftInRun = (run: string, field: string) => draftsOfRun(run) + field;

/** What is being typed in the form of a page. @param page its reference */
export const draftOnPage = (page: string, field: string) => `${DRAFTS}page:${page}:${field}`;

/** What the names of the receipts from one device begin with. @param device its random id */
export const receiptsOfDevice = (device: string) => `${TEAM}${device}@`;

/** @param receipt its moment and checksum */
export const receiptName = (device: string, receipt: string) => receiptsOfDevice(device) + receipt;

/** The answer about two devices, the same in whichever order they are given. */
export const devicePairName = (a: string, b: string) => TEAM + [a, b].sort().join('+');

/** Where a value is set aside. @param number of those that were set aside under this name, from 1 */
export const asideName = (name: string, number = 1) =>
  ASIDES + name + (number === 1 ? '' : `~${number}`);
