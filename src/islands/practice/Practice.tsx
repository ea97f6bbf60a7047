import { href } from '../../model/address.ts';
import { formatMonthDay } from '../../model/format-day.ts';
import { Late } from '../shared/Late.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useReady } from '../shared/use-ready.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { useSession, type Session } from './use-session.ts';

/** 复习: today's questions one after the other, then what is still known. */
export default function Practice() {
  const ready = useReady(() => undefined);
  const { session, answer, goOn } = useSession();
  return (
    <div class="practice" data-ready={ready && session.state !== 'loading' ? '' : undefined}>
      <StorageNotice />
      {session.state === 'loading' && <p class="quiet">正在取今天的题……</p>}
      {session.state === 'failed' && <Late what="今天的题没有取到。" />}
      {session.state === 'nobody' && <Nobody />}
      {session.state === 'asking' && session.queue[0] && (
        <>
          <p class="practice__count quiet">
            今天 {session.total} 题，还有 {session.left} 题
          </p>
          <QuestionCard
            key={`${session.queue[0].id}:${session.queue.length}:${session.done}`}
            question={session.queue[0]}
            isFirst={session.done === 0}
            onAnswer={answer}
            onNext={goOn}
          />
        </>
      )}
      {session.state === 'finished' && <Finished session={session} />}
    </div>
  );
}

function Nobody() {
  return (
    <div class="notice">
      <p>
        复习问的是您确认读过的页，和您岗位上的页；现在还没有能问的。选好自己的岗位，或者在培训计划里确认读过几页，再来。
      </p>
      <p class="practice__ways">
        <a class="button" href={href('/today/')}>
          选岗位
        </a>
        <a class="button" href={href('/train/')}>
          培训计划
        </a>
      </p>
    </div>
  );
}

function Finished({ session }: { session: Extract<Session, { state: 'asking' | 'finished' }> }) {
  const { retention, next, done } = session;
  return (
    <section class="practice__end" aria-labelledby="practice-end">
      <h2 id="practice-end" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {done > 0 ? '今天的复习做完了' : '今天没有要复习的'}
      </h2>
      {retention.asked > 0 && (
        <p>
          还记得 {retention.asked} 条里的 <strong>{retention.remembered}</strong>{' '}
          条（按隔了多久估的）。
        </p>
      )}
      {next && (
        <p>
          下一次：{formatMonthDay(next.day)}，{next.count} 题。
        </p>
      )}
      <p class="practice__ways">
        <a class="button" href={href('/today/')}>
          回到今天
        </a>
      </p>
    </section>
  );
}
