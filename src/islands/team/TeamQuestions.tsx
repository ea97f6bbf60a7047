import type { PersonQuestion } from '../../progress/training/people.ts';
import { answerPair } from '../../stores/team.ts';
import { isoDay } from '../../model/format-day.ts';
import type { TeamView } from './use-team.ts';

/** Two devices that go by one label: one person's, or two people's? */
export function TeamQuestions({ view: { questions, people } }: { view: TeamView }) {
  if (questions.length === 0) return null;
  const madeOn = (device: string) => {
    const person = people.find(({ devices }) => devices.includes(device));
    return person ? isoDay(new Date(person.at)) : '';
  };
  const answer =
    ({ devices }: PersonQuestion, isSame: boolean) =>
    () =>
      answerPair(devices, isSame, Date.now());
  return (
    <section class="team-questions notice" aria-labelledby="questions">
      <h2 id="questions">是一个人吗</h2>
      <ul>
        {questions.map((question) => {
          const { label, devices } = question;
          return (
            <li key={devices.join()}>
              <p>
                两台设备的回执都写着“{label}”（
                {devices.map((id) => `设备 ${id.slice(0, 4)}，${madeOn(id)}`).join('；')}
                ）。现在分开放着。
              </p>
              <p class="notice__actions">
                <button type="button" class="button" onClick={answer(question, true)}>
                  一个人，合在一起
                </button>
                <button type="button" class="button" onClick={answer(question, false)}>
                  两个人
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
