/** Browsers inside 微信, 企业微信, 钉钉 and 飞书: downloads and printing do nothing there, and say nothing. */
const CHAT_APP = /MicroMessenger|wxwork|DingTalk|Lark\/|Feishu/;

/** True in the browser of a chat app. */
export const isInChatApp = () => CHAT_APP.test(navigator.userAgent);
