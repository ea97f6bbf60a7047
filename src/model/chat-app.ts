/**
 * Browsers inside 微信, 企业微信, 钉钉, 飞书 and QQ: downloads and printing do nothing there, and say nothing;
 * what they keep goes when the app is tidied.
 */
const CHAT_APP = /MicroM|wxwork|DingT|Lark\/|Feishu|\bQQ\//;

/** True in the browser of a chat app. */
export const isInChatApp = (userAgent = navigator.userAgent) => CHAT_APP.test(userAgent);
