import { Fragment, type ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { isoDay } from '../../model/format-day.ts';
import type { Holidays } from '../../model/workdays.ts';
import { agendaOf, type AgendaSection } from '../../progress/today/agenda.ts';
import { selectDuties, type CountedDuty, type DueDuty } from '../../progress/today/duties.ts';
import { selectSteps, type DoneStep, type TodayStep } from '../../progress/today/steps.ts';
import { append } from '../../stores/runs/actions.ts';
import { reviewDue } from '../../stores/review-due.ts';
import { $openRuns } from '../../stores/runs/summaries.ts';
import { EventCount } from '../shared/EventCount.tsx';
import { Late } from '../shared/Late.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useNow } from '../shared/use-now.ts';
import { DoneFold } from './DoneFold.tsx';
import { DutyTick } from './DutyTick.tsx';
import type { RoleChoice } from './role-choice.ts';
import { StepRow } from './StepRow.tsx';
import { TrainingPart } from './TrainingPart.tsx';
import { dateWords, leftWords, SECTION_TITLE } from './today-words.ts';
import { useRoleDuties } from './use-role-duties.ts';

export { loadRuns } from '../../stores/runs/load.ts';

/** Most runs without a date that the home page lists. */
const MOST = 5;

interface Props {
  /** The reader's own ones. */
  roles: readonly RoleChoice[];
  holidays: Holidays;
  isPage: boolean;
  /** True when a training plan may be open. */
  hasPlan: boolean;
  /** Called when the list stands, with all that can be had, and when its day turns. */
  onListed: (day: string) => void;
  /** Called with what was done. */
  onAction: (action: UndoableAction) => void;
}

/** Dates turn at any minute: the clock is looked at once in each. */
const nextMinute = (now: Date) => new Date(Math.floor(+now / 60_000 + 1) * 60_000);

/** What is to do today, each to be ticked in place, and what was done. */
export function TodayList({ roles, holidays, isPage, hasPlan, onListed, onAction }: Props) {
  const [now, renew] = useNow(nextMinute);
  const runs = useLiveStore($openRuns, $openRuns.get());
  const { roles: loaded, failed, mark, count, takeBack } = useRoleDuties(roles, now);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  // How many items of training are asked for, once it is known.
  const [training, setTraining] = useState<number | undefined>();
  const isRead = roles.length === 0 || loaded !== undefined;
  const isListed = isRead && (!hasPlan || training !== undefined);
  const day = dateWords(now);
  useLayoutEffect(() => {
    if (isListed) onListed(day);
  }, [isListed, day]);
  if (!isRead) return null;

  const steps = selectSteps(runs, holidays, now);
  const duties = loaded?.length ? selectDuties(loaded, holidays, now, held) : undefined;
  const whoseOf = ({ role }: DueDuty) =>
    roles.length > 1 ? roles.find(({ reference }) => reference === role)?.title : undefined;

  const tickDuty = (due: DueDuty, done: boolean) => {
    mark(due, done, renew());
    // What is ticked stays where it is: the next one must not come under the finger.
    if (done) setHeld(new Set([...held, due.key]));
    onAction({
      words: `${done ? '已勾选' : '已取消'}：${due.duty.text}`,
      takeBack: () => mark(due, !done, renew()),
    });
  };
  const tickStep = ({ run, visit }: TodayStep | DoneStep, kind: 'tick' | 'untick') => {
    if (!visit) return;
    const { step, round } = visit;
    const isThere = append(run.id, { kind, step: step.id, round }) !== undefined;
    renew();
    if (!isThere) return onAction({ words: `${run.code} 已经在别处彻底删除` });
    const back = kind === 'tick' ? 'untick' : 'tick';
    onAction({
      words: `${kind === 'tick' ? '已完成' : '已取消'}：${step.title}`,
      takeBack: () => append(run.id, { kind: back, step: step.id, round }),
    });
  };

  const countOnce = (counted: CountedDuty) => {
    const undo = count(counted, renew());
    onAction({ words: `记了一次：${counted.duty.text}`, takeBack: undo });
  };
  const eventRows = (counted: readonly CountedDuty[]) =>
    counted.map((each) => (
      <li key={each.key} class="today__item" data-handbook={each.role.split('/')[0]}>
        <p class="tick">
          <span class="tick__text">{each.duty.text}</span>
        </p>
        <div class="event-count">
          <EventCount
            text={each.duty.text}
            times={each.times}
            onDone={() => countOnce(each)}
            onTakeBack={(name) => takeBack(each, name, renew())}
          />
        </div>
      </li>
    ));
  const dutyRows = (duties: readonly DueDuty[]) =>
    duties.map((due) => (
      <DutyTick key={due.key} due={due} onTick={(done) => tickDuty(due, done)} />
    ));
  const stepRows = (list: readonly TodayStep[]) =>
    list.map((step) => (
      <StepRow
        key={`${step.run.id}:${step.visit === step.run.walk?.current ? '' : step.visit?.step.id}`}
        step={step}
        now={now}
        onTick={() => tickStep(step, 'tick')}
      />
    ));
  /** Whose a duty is goes without saying where there is one role. */
  const byRole = <T extends { readonly role: string }>(
    list: readonly T[],
    rowsOf: (list: readonly T[]) => ComponentChildren,
  ): Part[] => {
    if (roles.length < 2) return [{ rows: rowsOf(list) }];
    return roles.flatMap(({ reference, title }) => {
      const own = list.filter(({ role }) => role === reference);
      return own.length > 0 ? [{ whose: title, rows: rowsOf(own) }] : [];
    });
  };
  const listsOf = (section: AgendaSection): readonly Part[] => {
    if ('duties' in section) return byRole(section.duties, dutyRows);
    if ('counted' in section) return byRole(section.counted, eventRows);
    const isLong = section.id === 'next' && !isPage;
    return [{ rows: stepRows(isLong ? section.steps.slice(0, MOST) : section.steps) }];
  };

  const agenda = agendaOf(steps, duties);
  const review = reviewDue(isoDay(now));
  // Who has a plan alone, of which nothing is asked today, has ticked nothing off.
  const isAnyAsked = roles.length > 0 || runs.length > 0 || (training ?? 0) > 0;
  const sectionOf = (section: AgendaSection) => (
    <Section key={section.id} section={section} lists={listsOf(section)} isPage={isPage} />
  );
  return (
    <div class="today">
      {isAnyAsked && (
        <p class="desk__duties">
          {leftWords(steps, duties, training).map(({ words, filter }, index, { length }) => (
            <span key={words}>
              {filter && roles[0] && roles.length === 1 ? (
                <a href={href(`${pathOf(roles[0].reference)}#${filter}`)}>{words}</a>
              ) : (
                words
              )}
              {index < length - 1 && '，'}
            </span>
          ))}
        </p>
      )}
      <StorageNotice />
      {failed && <Late what="职责没有取到，可以打开岗位的清单。" />}
      {agenda.filter(isPressing).map(sectionOf)}
      {hasPlan && <TrainingPart isPage={isPage} onListed={setTraining} onAction={onAction} />}
      {review > 0 && (
        <p class="today__review">
          <a class="button" href={href('/practice/')}>
            复习 {review} 题
          </a>
        </p>
      )}
      {agenda.filter((section) => !isPressing(section)).map(sectionOf)}
      {!isPage && steps.next.length > MOST && (
        <p class="today__all">
          <a href={href('/runs/')}>全部 {runs.length} 次执行</a>
        </p>
      )}
      <DoneFold
        duties={duties?.done ?? []}
        steps={steps.done}
        now={now}
        whoseOf={whoseOf}
        onUntickDuty={(due) => tickDuty(due, false)}
        onUntickStep={(step) => tickStep(step, 'untick')}
      />
    </div>
  );
}

/** What comes before training. */
const isPressing = ({ id }: AgendaSection) => id === 'overdue' || id === 'due';

/** A list of a section: of one role, or all of it. */
interface Part {
  readonly whose?: string;
  readonly rows: ComponentChildren;
}

interface SectionProps {
  section: AgendaSection;
  lists: readonly Part[];
  isPage: boolean;
}

function Section({ section, lists, isPage }: SectionProps) {
  const { id } = section;
  const Heading = isPage ? 'h2' : 'h3';
  const drawn = lists.map(({ whose, rows }) => (
    <Fragment key={whose ?? ''}>
      {whose && <p class="today__whose">{whose}</p>}
      <ul class="today__list" aria-label={whose}>
        {rows}
      </ul>
    </Fragment>
  ));
  const folded =
    section.id === 'event'
      ? `逢事：发生了就记一次（${section.counted.length} 项）`
      : 'isFolded' in section && section.isFolded
        ? `今天休息，每天的职责不用做（${section.duties.length} 项）`
        : undefined;
  if (folded !== undefined) {
    return (
      <details class="today__fold">
        <summary>{folded}</summary>
        {drawn}
      </details>
    );
  }
  return (
    <section class="today__section" data-section={id} aria-labelledby={`today-${id}`}>
      <Heading id={`today-${id}`}>{SECTION_TITLE[id]}</Heading>
      {drawn}
    </section>
  );
}
