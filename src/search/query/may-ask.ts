/**
 * Stands in every question (`question.ts` has the words), and in little else: what reads and answers
 * questions is loaded only for what may be one.
 */
export const MAY_ASK =
  /[谁么怎哪吗呢啥咋嘛何否]|[多几][久少长天]|[能要该用需是有算会行可]不|没有|可以|请问/u;
