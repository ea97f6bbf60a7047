/** Most questions of the reviews a day. */
export const DAILY_QUESTIONS = 10;
