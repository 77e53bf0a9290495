import { expect, test } from 'vitest';
import { coder } from '../testing/read.ts';

const { read } = await coder();

/** Links as "words of the event KIND words of what it points at". */
function links(text: string): string[] {
  const { events, statements } = read(text);
  const words = (id: string) =>
    events.find((each) => each.id === id)?.trigger.text ?? statements.find((each) => each.id === id)?.cue?.text;
  return events.flatMap(({ trigger, links }) => links.map(({ kind, to }) => `${trigger.text} ${kind} ${words(to)}`));
}

test('a denial is linked to what was alleged of the denier', () => {
  expect(
    links('Kenya accused Somalia of shelling the border town. Somalia denied that its army had shelled the town.'),
  ).toContain('accused denied in denied');
  expect(
    links(
      'Kenya accused Somalia of shelling the town. The harbour was quiet. The government in Mogadishu denied the allegations.',
    ),
  ).toContain('accused denied in denied');
});

test('an act that its doer denies is linked to the same act as others tell it', () => {
  expect(links('Kenya said Somalia had shelled the town. Somalia said it had not shelled the town.')).toContain(
    'shelled denies shelled',
  );
});

test('a denial of something else is no answer to an allegation', () => {
  const found = links('Kenya accused Somalia of shelling the town. Somalia denied that its economy was in trouble.');
  expect(found.filter((link) => link.includes('denie'))).toEqual([]);
});

test('agreement or refusal answers the request of those who asked', () => {
  expect(links('France urged Turkey to withdraw from Libya. Turkey rejected the French demand.')).toContain(
    'rejected answers urged',
  );
  expect(links('Peru asked Chile for aid. Chile agreed to send food to Peru.')).toContain(
    'agreed answers asked Chile for',
  );
  expect(links('Peru asked Chile for aid. Norway agreed to send food to Mali.')).toEqual([]);
});

test('a denial that something is so answers no request', () => {
  const found = links('Peru said that all Chilean ships had to leave Callao. Chile denied sending them.');
  expect(found.filter((link) => link.includes('answers'))).toEqual([]);
});

test('an accusation stays unanswered by those who do not respond, not by those who refuse to do something', () => {
  const accusation = 'Kenya accused Somalia of shelling the town.';
  expect(links(`${accusation} Somalia has not responded to the accusation.`)).toContain(
    'accused leaves unanswered has not responded',
  );
  expect(links(`${accusation} Somalia declined to comment.`)).toContain('accused leaves unanswered declined');
  expect(
    links(`${accusation} Somalia refused to withdraw its army.`).filter((link) => link.includes('unanswered')),
  ).toEqual([]);
});

test('whoever has yet to respond leaves an accusation open, also where nothing follows the word', () => {
  const accusation = 'Kenya accused Somalia of shelling the town.';
  expect(links(`${accusation} Mogadishu has yet to respond.`)).toContain('accused leaves unanswered has yet');
  expect(links(`${accusation} Somalia did not immediately reply.`)).toContain(
    'accused leaves unanswered did not immediately',
  );
});

test('"denies it" denies what was said right before, and "the killings" the killing', () => {
  expect(links('Kinshasa accused Kigali of sending troops across the border; Rwanda denies it.')).toContain(
    'accused denied in denies',
  );
  expect(links('Kenya accused Somalia of killing farmers. Somalia denies the killings.')).toContain(
    'accused denied in denies',
  );
});
