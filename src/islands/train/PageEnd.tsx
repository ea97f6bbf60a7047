import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { countItems, isAsked } from '../../progress/training/agenda.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { TrainRow } from './TrainRow.tsx';
import { placeWords } from './train-words.ts';
import { useTraining, type Training } from './use-training.ts';

/** Most items of one page that are listed at its end; the others are on the list of training. */
const MOST = 3;

interface Props {
  /** Reference of the page, by its present name. */
  page: string;
  /** The page's own island says what is not saved. */
  isSaidAbove: boolean;
}

/** At the end of a page that belongs to an open plan: confirms it, says how far one is and what comes next. */
export function PageEnd({ page, isSaidAbove }: Props) {
  const { training } = useTraining();
  const [action, setAction] = useState<UndoableAction | undefined>();
  const here = training?.items.filter(({ ref }) => isOn(page, ref)) ?? [];
  if (!training || here.length === 0) return null;
  const asked = here.filter(isAsked);
  const settled = here.filter((item) => !asked.includes(item));
  // What was just confirmed stays in sight, in its place among the first ones.
  const shown = [...asked, ...settled.filter(({ ref }) => ref === page)].slice(0, MOST);
  const more = asked.length - shown.filter((item) => asked.includes(item)).length;
  return (
    <>
      <h2 id="page-end">培训计划</h2>
      {!isSaidAbove && <StorageNotice />}
      <ul class="train-list">
        {shown.map((item) => (
          <TrainRow
            key={`${item.need} ${item.ref}`}
            item={item}
            training={training}
            isHere={item.ref === page}
            onAction={setAction}
          />
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={href('/train/')}>这一页还有 {more} 项，在我的培训里</a>
        </p>
      )}
      {shown.length === 0 && <p class="quiet">这一页的都做过了。</p>}
      <Places training={training} page={page} />
      <p class="visually-hidden" role="status">
        {action?.words}
      </p>
      {action && <UndoToast action={action} onUndone={() => setAction(undefined)} />}
    </>
  );
}

/** For each plan that has the page: how far it is, and what comes next elsewhere. */
function Places({ training, page }: { training: Training; page: string }) {
  const { items, state, handbook } = training;
  const plans = state.starts.filter(({ plan }) => plan.items.some(({ ref }) => isOn(page, ref)));
  return (
    <ul class="page-end__plans">
      {plans.map(({ id, plan }) => {
        const next = items.find(
          (item) => item.plans.includes(id) && isAsked(item) && !isOn(page, item.ref),
        );
        const now = next && handbook.itemOf(next.ref);
        return (
          <li key={id}>
            <a href={href('/train/')}>{plan.title}</a> {placeWords(countItems(items, id))}
            {next && (
              <>
                {' · '}下一项：
                {now ? <a href={href(now.path)}>{now.text}</a> : next.ref}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** True for the page itself, and for its items. */
const isOn = (page: string, ref: string) => ref === page || ref.startsWith(`${page}#`);
