/** Which browsers are those of chat apps: by what they said of themselves when this was written. */
import { expect, test } from 'vitest';
import { isInChatApp } from '../../../src/model/chat-app.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15';

test.each([
  [
    'WeChat, Android',
    `${ANDROID} Version/4.0 Chrome/116.0 MMWEBID/1 MicroMessenger/8.0.49.2600(0x28)`,
    true,
  ],
  [
    'WeChat, iPhone',
    `${IPHONE} (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18)`,
    true,
  ],
  [
    'WeChat, Windows',
    'Mozilla/5.0 (Windows NT 10.0) Chrome/116.0 MicroMessenger/7.0 WindowsWechat',
    true,
  ],
  ['WeCom', `${ANDROID} Chrome/116.0 Mobile wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh`, true],
  ['DingTalk', `${ANDROID} Chrome/116.0 AliApp(DingTalk/7.6.5) com.alibaba.android.rimet`, true],
  ['Feishu', `${IPHONE} Mobile/15E148 Lark/7.20.5 LarkLocale/zh_CN Feishu/7.20.5`, true],
  ['Lark', `${ANDROID} Chrome/116.0 Mobile Lark/7.20.5 LarkLocale/en_US`, true],
  ['QQ', `${ANDROID} Chrome/116.0 Mobile MQQBrowser/6.2 QQ/9.0.75 V1_AND_SQ`, true],
  ['QQ’s browser', `${ANDROID} Chrome/116.0 MQQBrowser/15.3 Mobile`, false],
  ['Chrome', `${ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36`, false],
  ['Safari', `${IPHONE} (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`, false],
  ['a browser of another Lark', 'Mozilla/5.0 (X11) Gecko Larkspur/1.0', false],
])('%s', (_, userAgent, expected) => {
  expect(isInChatApp(userAgent)).toBe(expected);
});
