import { useMemo, useState } from 'preact/hooks';
import { SECTIONS, SECTION_LABEL } from '../../model/vocabulary.ts';
import type { TrainingHandbook, TrainingPage } from '../../model/plan-data.ts';
import {
  findPlaces,
  itemPlaces,
  pagePlace,
  placesOf,
  type TrainingPlace,
} from '../../progress/training/places.ts';
import { kindWords } from './plan-words.ts';

/** More than so many are not shown at once. */
const MOST_FOUND = 12;

interface Props {
  handbooks: readonly TrainingHandbook[];
  /** References of what is in the plan. */
  chosen: ReadonlySet<string>;
  /** Puts a place into the plan, or takes it out. */
  onToggle: (place: TrainingPlace) => void;
}

/** The handbooks' trees, with a search over them: a page, or one item of it. */
export function PlanPicker({ handbooks, chosen, onToggle }: Props) {
  const [query, setQuery] = useState('');
  const places = useMemo(() => placesOf(handbooks), [handbooks]);
  const found = useMemo(() => findPlaces(places, query), [places, query]);
  const isAsked = query.trim() !== '';
  const row = (place: TrainingPlace) => (
    <Place
      key={place.ref}
      place={place}
      isChosen={chosen.has(place.ref)}
      onToggle={() => onToggle(place)}
    />
  );
  return (
    <div class="plan-picker">
      <label class="field plan-picker__search">
        <span class="field__label">找一页，或者其中一条</span>
        <input
          type="search"
          value={query}
          autocomplete="off"
          enterkeyhint="search"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="field__help" role="status">
        {isAsked && foundWords(found.length)}
      </p>
      {isAsked ? (
        <ul class="plan-picker__list">{found.slice(0, MOST_FOUND).map(row)}</ul>
      ) : (
        handbooks.map((book) => (
          <Fold key={book.handbook} label={book.title}>
            {() =>
              SECTIONS.map((section) => {
                const pages = book.pages.filter((page) => page.section === section);
                if (pages.length === 0) return null;
                return (
                  <Fold key={section} label={SECTION_LABEL[section]} count={`${pages.length} 页`}>
                    {() => <Pages pages={pages} row={row} />}
                  </Fold>
                );
              })
            }
          </Fold>
        ))
      )}
    </div>
  );
}

function Pages({
  pages,
  row,
}: {
  pages: readonly TrainingPage[];
  row: (place: TrainingPlace) => preact.JSX.Element;
}) {
  return (
    <ul class="plan-picker__list">
      {pages.map((page) => (
        <li key={page.ref}>
          <ul class="plan-picker__list">{row(pagePlace(page))}</ul>
          {page.items.length > 0 && (
            <Fold label={`只选其中几条：${page.title}`} count={`${page.items.length} 条`}>
              {() => <ul class="plan-picker__list">{itemPlaces(page).map(row)}</ul>}
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FoldProps {
  label: string;
  count?: string;
  /** Drawn once it is open: a handbook has a thousand rows. */
  children: () => preact.ComponentChildren;
}

function Fold({ label, count, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class="plan-picker__fold"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{label}</span> {count && <span class="quiet">{count}</span>}
      </summary>
      {isOpen && children()}
    </details>
  );
}

interface PlaceProps {
  place: TrainingPlace;
  isChosen: boolean;
  onToggle: () => void;
}

function Place({ place, isChosen, onToggle }: PlaceProps) {
  const label = isChosen ? '已加' : '加上';
  return (
    <li class="plan-picker__place">
      <span class="plan-picker__what">
        {place.text} <span class="quiet">{kindWords(place)}</span>
      </span>
      <button
        type="button"
        class="button"
        data-chosen={isChosen ? '' : undefined}
        aria-label={`${label}：${place.text}`}
        onClick={onToggle}
      >
        {label}
      </button>
    </li>
  );
}

function foundWords(count: number): string {
  if (count === 0) return '没有找到。换一个词，或者清空了从下面的目录里挑。';
  return count > MOST_FOUND
    ? `找到 ${count} 条，先列 ${MOST_FOUND} 条：多打几个字，会少一些。`
    : `找到 ${count} 条。`;
}
