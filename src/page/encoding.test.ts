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
  test.each([
    ['windows-1251', 'Президент приехал в столицу и встретился с министрами, сообщила пресс-служба правительства.'],
    ['koi8-r', 'Президент приехал в столицу и встретился с министрами, сообщила пресс-служба правительства.'],
    ['windows-1253', 'Ο πρόεδρος έφτασε χθες στην πρωτεύουσα και συναντήθηκε με τους υπουργούς της κυβέρνησης.'],
    ['windows-1256', 'وصل الرئيس أمس إلى العاصمة والتقى الوزراء، حسبما أعلنت الحكومة في بيان مقتضب.'],
    ['windows-1255', 'הנשיא הגיע אתמול לבירה ונפגש עם השרים, כך מסרה הממשלה בהודעה קצרה.'],
  ])('%s, by its letters where nothing is said', (encoding, words) => {
    const page = `<html><head><title>x</title></head><body class="news"><p>${words}</p></body></html>`;
    expect(decode(encode(page, encoding))).toBe(page);
  });
  test.each([
    ['ja', 'shift_jis', '大統領は昨日到着した'],
    ['zh-CN', 'gbk', '总统昨天抵达'],
    ['ko', 'euc-kr', '대통령이 어제 도착했다'],
  ])('by the page’s language (%s) where nothing is said', (language, encoding, words) => {
    const page = `<html lang="${language}"><body>${words}</body></html>`;
    expect(decode(encode(page, encoding))).toBe(page);
  });
  test('UTF-8 that says it is something else', () =>
    expect(decode(encode('<meta charset="iso-8859-1">“Café”', 'utf-8'))).toContain('“Café”'));
  test('UTF-16 without a mark', () =>
    expect(decode(encode('<html>plain words</html>', 'utf-16le'))).toBe('<html>plain words</html>'));

  test('UTF-8 with a broken byte keeps the rest', () => {
    const bytes = encode('Café on the left, café on the right, cafés everywhere', 'utf-8');
    expect(decode(Uint8Array.from([...bytes, 0xff, 0x20, 0xc3, 0xa9]))).toContain('Café on the left');
  });
});
