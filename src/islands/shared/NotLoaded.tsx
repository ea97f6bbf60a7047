import { Late } from '../shared/Late.tsx';
import type { Load } from './use-load.ts';

interface Props {
  load: Pick<Load<unknown>, 'hasFailed' | 'turn' | 'retry'>;
  /** What did not come, a sentence. */
  what: string;
}

/** Says what could not be fetched, and fetches it again. */
export function NotLoaded({ load: { hasFailed, turn, retry }, what }: Props) {
  if (!hasFailed) return null;
  return (
    <>
      <Late key={turn} what={what} />
      <p>
        <button type="button" class="button" onClick={retry}>
          再试一次
        </button>
      </p>
    </>
  );
}
