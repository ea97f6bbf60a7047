/** What pages that show training fetch of the present handbook. */
import { CURRENT } from '../../model/data-folders.ts';
import type { MaterialChanges, TrainingData } from '../../model/training-data.ts';
import { fetchData } from '../shared/fetch-data.ts';

/** The material changes in the editions' words. @throws Error when they cannot be had */
export const fetchChanges = () => fetchData<MaterialChanges>(`/${CURRENT}/changes.json`);

/** The moves, revisions and working days alone. @throws Error when they cannot be had */
export const fetchTrainingData = () => fetchData<TrainingData>(`/${CURRENT}/training.json`);
