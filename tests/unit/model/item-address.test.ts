import { describe, expect, test } from 'vitest';
import {
  addressAfterMove,
  idInQuery,
  mayNameItem,
  withoutId,
} from '../../../src/model/arrived-address.ts';
import { addressForOthers } from '../../../src/model/item-address.ts';

describe('addressForOthers', () => {
  test.each([
    ['https://x.cn/a/#one', 'https://x.cn/a/?at=one#one'],
    ['https://x.cn/a/?from=singlemessage&isappinstalled=0#one', 'https://x.cn/a/?at=one#one'],
    ['https://x.cn/a/?at=two#one', 'https://x.cn/a/?at=one#one'],
    ['https://x.cn/runs/#r1/step', 'https://x.cn/runs/?at=r1/step#r1/step'],
    ['https://x.cn/a/', 'https://x.cn/a/'],
  ])('%s', (address, copied) => expect(addressForOthers(address)).toBe(copied));

  test('an id in Chinese comes back from the query as it is', () => {
    const { search } = new URL(addressForOthers(new URL('https://x.cn/a/#怎么填').href));
    expect(idInQuery(search)).toBe('怎么填');
  });
});

test.each([
  ['', null, ''],
  ['?at=one', 'one', ''],
  ['?at=', '', ''],
  ['?from=singlemessage', null, '?from=singlemessage'],
  ['?at=one&from=singlemessage', 'one', '?from=singlemessage'],
  ['?nsukey=a%2Bb&at=one', 'one', '?nsukey=a%2Bb'],
])('the query %j names %j and leaves %j', (search, id, rest) => {
  expect(idInQuery(search)).toBe(id);
  expect(withoutId(search)).toBe(rest);
});

test.each([
  ['', false],
  ['#', false],
  ['#daily', true],
  ['#first-hand', true],
  ['#wechat_redirect', false],
  ['#q=%E5%B7%A5', false],
])('the fragment %j may name an item: %j', (hash, may) => expect(mayNameItem(hash)).toBe(may));

describe('addressAfterMove', () => {
  const NEW = '/base/new/';
  const items = { gone: '/base/other/#there' };
  test.each<[string, string, string, string]>([
    ['the page alone', '', '', NEW],
    ['an item', '', '#one', `${NEW}#one`],
    ['an item named twice', '?at=one', '#one', `${NEW}?at=one#one`],
    ['an item whose fragment was cut', '?at=one&from=chat', '', `${NEW}?at=one&from=chat`],
    ['an item that went elsewhere', '', '#gone', '/base/other/#there'],
    ['that item, its fragment cut', '?at=gone&from=chat', '', '/base/other/#there'],
    ['that item, with a fragment of the chat', '?at=gone', '#wechat_redirect', items.gone],
    ['two that differ: the fragment wins', '?at=gone', '#one', `${NEW}?at=gone#one`],
    ['what every object has is no item', '', '#constructor', `${NEW}#constructor`],
  ])('%s', (_, search, hash, to) => {
    expect(addressAfterMove(NEW, items, { search, hash })).toBe(to);
  });

  test('a page that became an item leads there, whatever was meant of it', () => {
    expect(addressAfterMove('/b/#part', {}, { search: '?at=one', hash: '#one' })).toBe('/b/#part');
  });

  test('a retired page leads nowhere, unless its item went elsewhere', () => {
    expect(addressAfterMove(undefined, items, { search: '?at=one', hash: '' })).toBeUndefined();
    expect(addressAfterMove(undefined, items, { search: '?at=gone', hash: '' })).toBe(items.gone);
  });
});
