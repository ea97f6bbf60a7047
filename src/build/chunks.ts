/**
 * How the browser's scripts are cut into files. Left to itself the bundler makes some twenty, and a
 * page asks for most of them one by one; the budget (`tests/budget/`) counts requests.
 */

/** Groups of modules, each one file; the first that matches takes a module and what it imports. */
const GROUPS = [
  // What every page runs; the other files share its modules.
  {
    name: 'page',
    test: inSrc(
      'layouts/Base.astro?',
      'model/address.',
      'model/item-address.',
      'islands/shared/say-late.',
    ),
  },
  // What every island runs: framework, storage, what tells the reader about it.
  {
    name: 'islands',
    test: (id: string) =>
      /node_modules\/(preact|nanostores\/(atom|lifecycle|task))\/|^\0rolldown\/runtime/.test(id) ||
      inSrc(
        'islands/shared/mount.',
        'islands/shared/StorageNotice.',
        'model/chat-app.',
        'islands/shared/SaveState.',
        'islands/shared/ProgressBar.',
        'islands/shared/Segmented.',
        'islands/shared/UndoToast.',
        'islands/shared/format-time.',
        'islands/shared/Late.',
        'islands/shared/use-draft.',
        'islands/shared/use-live-store.',
        'islands/shared/use-loaded.',
        'islands/shared/use-now.',
        'islands/shared/use-ready.',
        'stores/duty-marks.',
        'stores/settings.',
        'model/format-day.',
        'model/vocabulary.',
        'model/former-name.',
        'model/moves.',
        'model/own-roles.',
        'progress/runs/job-code.',
      )(id),
  },
  // What asks whether there are runs.
  { name: 'no-runs', test: inSrc('islands/runs/use-lazy-runs.') },
  // What the search shares with the marks it leaves on a page, and with the cards of terms.
  {
    name: 'marks',
    test: inSrc(
      'islands/shared/make.',
      'islands/shared/load-styles.',
      'model/phrase.',
      'stores/found-phrase/handover.',
    ),
  },
  // The events of training and their store: what moves records reads them too.
  {
    name: 'training',
    test: inSrc(
      'stores/training.',
      'stores/learner.',
      'progress/training/event.',
      'progress/training/fold.',
      'progress/training/agenda.',
      'progress/training/plan-draft.',
      'progress/review/answer.',
      'islands/shared/fetch-data.',
      'islands/shared/use-load.',
      'islands/shared/NotLoaded.',
      'islands/train/fetch-data.',
      'islands/train/handbook-now.',
      'islands/train/use-handbook.',
      'model/training-data.',
      'progress/transfer/crc32.',
      'progress/transfer/deflate.',
      'progress/transfer/base64url.',
    ),
  },
  // What shows and moves runs: loaded by their pages, and elsewhere only where there are runs.
  {
    name: 'runs',
    test: (id: string) =>
      /node_modules\/nanostores\/(map|computed)\//.test(id) ||
      inSrc(
        'islands/runs/lazy-runs.',
        'stores/runs/',
        'progress/runs/signings.',
        'stores/transfer.',
        'progress/records/inventory.',
        'stores/moved-site-records.',
        'islands/shared/download.',
        'islands/shared/AskSaved.',
        'islands/shared/site-name.',
        'islands/shared/FilePicker.',
        'progress/records/is-locked.',
        'progress/transfer/paste-length.',
      )(id),
  },
  // What shows training: loaded by its pages, and elsewhere only where there is a plan.
  {
    name: 'train',
    test: inSrc(
      'islands/train/use-training.',
      'islands/train/TrainRow.',
      'islands/train/found-words.',
    ),
  },
  // What asks questions: on the page of the reviews, and where a receipt tells of them.
  {
    name: 'review',
    test: inSrc(
      'stores/answers.',
      'progress/review/schedule.',
      'model/review-question.',
      'islands/practice/banks.',
    ),
  },
  // What begins a plan: on the pages of plans alone.
  {
    name: 'start-plan',
    test: inSrc('components/StartPlanIsland.astro?', 'islands/train/StartPlan.'),
  },
  // What makes plans and opens them: two pages with most of it in common.
  {
    name: 'plans',
    test: inSrc(
      'islands/plans/',
      'progress/training/plan-code.',
      'progress/training/plan-message.',
      'progress/training/places.',
    ),
  },
];

/** Tells modules by how their path below `src/` begins. */
function inSrc(...beginnings: string[]): (id: string) => boolean {
  return (id) => {
    const path = id.split('/src/')[1];
    return path !== undefined && beginnings.some((beginning) => path.startsWith(beginning));
  };
}

/** Settings of the browser's build. */
export const CLIENT_BUILD = {
  // A script that lies in the page is fetched with every page anew.
  assetsInlineLimit: 0,
  rolldownOptions: {
    // An entry may lie in a group's file, beside what other files import from it.
    preserveEntrySignatures: 'allow-extension',
    output: {
      codeSplitting: {
        groups: GROUPS.map((group, index) => ({ ...group, priority: GROUPS.length - index })),
      },
    },
  },
} as const;
