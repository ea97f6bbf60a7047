import { isInChatApp } from './chat-app.ts';

/**
 * True when the link that led here may have lost its fragment: chat apps cut fragments off, and add
 * parameters of their own; what opens first in such an app was a link in a chat.
 */
export const mayBeCut = () => location.search !== '' || (isInChatApp() && history.length === 1);
