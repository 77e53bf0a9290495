import { beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../reading.ts';
import { coder } from '../testing/read.ts';

let read: (text: string) => Reading;

beforeAll(async () => {
  ({ read } = await coder());
});

/** Source, cue and content of each statement. */
const said = (text: string): string[] =>
  read(text).statements.map(
    ({ source, cue, content }) =>
      `${source?.text || '-'} | ${cue?.text ?? '-'} | ${content.map((span) => text.slice(...span)).join(' … ')}`,
  );

const stances = (text: string): string[] => read(text).statements.map(({ stance }) => stance);

describe('who says something', () => {
  it('is whoever makes a claim, and nobody who only faces it', () => {
    expect(said('The ministry issued a threat to close the port.')).toEqual([
      'The ministry | threat | to close the port',
    ]);
    expect(said('The mayor is facing calls for an inquiry.')).toEqual([]);
  });

  it('is named by the subject of the clause where the words only say “their”', () => {
    expect(said('Norwegian farmers repeated their warnings about the dam.')[0]).toMatch(/^Norwegian farmers \|/);
  });

  it('is who is convinced, not who convinces', () => {
    expect(said('The engineers are convinced that the dam will hold.')).toEqual([
      'The engineers | are convinced | that the dam will hold',
    ]);
  });

  it('is who stands beside an act and speaks', () => {
    const text =
      'Chile took a hard line on the raid, with Ana Rojas, the interior minister, saying: “We will not wait.”';
    expect(said(text)).toEqual(['Ana Rojas, the interior minister | saying | “We will not wait.”']);
  });
});

describe('what is said', () => {
  it('is one statement where two words bring it', () => {
    expect(said('Several farmers expressed fears that the dam would break.')).toEqual([
      'Several farmers | expressed | that the dam would break',
    ]);
    expect(said('Confirming the raid, the navy said: “Two sailors were hurt.”')).toContain(
      'the navy | said | “Two sailors were hurt.”',
    );
  });

  it('ends where somebody else begins to do something', () => {
    expect(said('The pilot is believed to have left Oslo, and officials say they are looking for him.')).toEqual([
      '- | is believed | The pilot is believed to have left Oslo',
      'officials | say | they are looking for him',
    ]);
  });

  it('stands around whoever thinks so', () => {
    expect(said('The ferry, the harbour office believes, was carrying 40 people.')).toHaveLength(1);
    expect(said('Two of the pilots left the country on Monday, the Herald understands.')).toEqual([
      'the Herald | understands | Two of the pilots left the country on Monday',
    ]);
  });

  it('begins as it was said', () => {
    expect(said('“The day is theirs. But the night is ours,” said Commander Lena Holt.')).toContain(
      'Commander Lena Holt | said | But the night is ours,”',
    );
  });

  it('is nothing where somebody holds a town by force, or finds a person', () => {
    expect(said('The garrison defended the town from raiders.')).toEqual([]);
    expect(said('The newspaper tracked down the woman in Lima.')).toEqual([]);
    expect(said('The minister defended the sale of the port.')).toHaveLength(1);
  });

  it('is heard from whoever appears to say it', () => {
    expect(said('The minister appeared to blame the pilots.')).toEqual(['The minister | blame | the pilots']);
  });
});

describe('stance', () => {
  it('of who refuses is no answer where he is asked, and a denial where he is to do something', () => {
    expect(stances('The general refused to comment on the raid.')).toEqual(['no answer']);
    expect(stances('The general refused to leave the port.')).toEqual(['deny']);
  });

  it('of a threat is a warning, of what somebody seeks no demand', () => {
    expect(stances('His threat to close the port angered the union.')).toEqual(['warn']);
    expect(stances('Norway seeks to close the port.')).toEqual(['assert']);
  });
});
