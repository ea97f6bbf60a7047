/** Whether the reader has put away what is said in the browsers of chat apps. */
import { settingName } from '../model/setting-names.ts';
import { readValue, writeValue } from './storage/values.ts';

/** Name of the value that tells when it was put away, in milliseconds since the epoch. */
export const CHAT_NOTE = settingName('chat');

/** True once it was put away in this browser. */
export function isChatNoteRead(): boolean {
  return readValue(CHAT_NOTE) !== undefined;
}

/** Notes that it was put away. */
export function noteChatNoteRead(now: number): void {
  writeValue(CHAT_NOTE, String(now));
}
