import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from './encoding.ts';

describe('bytes are decoded', () => {
  const text = 'Präsident Łukasz traf Ağca – „gestern“';
  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s, by its byte order mark', (encoding) => {
    expect(decode(encode(text, encoding, { addBOM: true }))).toBe(text);
  });

  test.each([
    ['windows-1252', 'Präsident – „gestern“'],
    ['windows-1251', 'Президент приехал вчера'],
    ['windows-1256', 'وصل الرئيس أمس'],
    ['iso-8859-2', 'Prezydent przyjechał wczoraj'],
    ['shift_jis', '大統領は昨日到着した'],
    ['gbk', '总统昨天抵达'],
    ['euc-kr', '대통령이 어제 도착했다'],
  ])('%s, by the page’s own word or the transport’s', (encoding, words) => {
    const page = `<html><head><meta charset="${encoding}"></head><body>${words}</body></html>`;
    expect(decode(encode(page, encoding))).toBe(page);
    expect(decode(encode(words, encoding), `text/html; charset=${encoding}`)).toBe(words);
  });

  test('windows-1252 where nothing is said', () =>
    expect(decode(encode('“Café” – naïve', 'windows-1252'))).toBe('“Café” – naïve'));
  test('UTF-8 that says it is something else', () =>
    expect(decode(encode('<meta charset="iso-8859-1">“Café”', 'utf-8'))).toContain('“Café”'));
  test('UTF-16 without a mark', () =>
    expect(decode(encode('<html>plain words</html>', 'utf-16le'))).toBe('<html>plain words</html>'));

  test('UTF-8 with a broken byte keeps the rest', () => {
    const bytes = encode('Café on the left, café on the right, cafés everywhere', 'utf-8');
    expect(decode(Uint8Array.from([...bytes, 0xff, 0x20, 0xc3, 0xa9]))).toContain('Café on the left');
  });
});
