/** Which browsers are those of chat apps: by what they said of themselves when this was written. */
import { afterEach, expect, test, vi } from 'vitest';
import { isInChatApp } from '../../../src/islands/shared/chat-app.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; M2012K11AC) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15';

afterEach(() => vi.unstubAllGlobals());

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
  ['Chrome', `${ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36`, false],
  ['Safari', `${IPHONE} (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1`, false],
  ['a browser of another Lark', 'Mozilla/5.0 (X11) Gecko Larkspur/1.0', false],
])('%s', (_, userAgent, expected) => {
  vi.stubGlobal('navigator', { userAgent });
  expect(isInChatApp()).toBe(expected);
});
