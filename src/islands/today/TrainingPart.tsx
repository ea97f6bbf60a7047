import { useEffect, useState } from 'preact/hooks';
import { Late } from '../shared/Late.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';

type TrainingModule = typeof import('../train/TodayTraining.tsx');

interface Props {
  isPage: boolean;
  /** Called with how many items are asked for today: none where they could not be had. */
  onListed: (count: number) => void;
  onAction: (action: UndoableAction) => void;
}

/** What training asks for today; what draws it is loaded only where there is a plan. */
export function TrainingPart({ onListed, ...rest }: Props) {
  const [part, setPart] = useState<TrainingModule | 'failed' | undefined>();
  useEffect(() => {
    import('../train/TodayTraining.tsx').then(
      (loaded) => setPart(loaded),
      () => {
        setPart('failed');
        onListed(0);
      },
    );
  }, []);
  if (part === 'failed') return <Late what="培训里要做的没有取到。" />;
  return part ? <part.TodayTraining onListed={onListed} {...rest} /> : null;
}
