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

  it('is the whole of what is demanded, and whose turn it is', () => {
    expect(said('The envoy has demanded proof that the pilot is alive.')).toEqual([
      'The envoy | has demanded | proof that the pilot is alive',
    ]);
    expect(said('There are growing calls for the government to hold a vote.')).toEqual([
      '- | calls | for the government to hold a vote',
    ]);
  });

  it('is what somebody is believed to be, said in passing', () => {
    expect(said('The two men, believed to have fled to Peru, were not found.')).toEqual([
      '- | believed | to have fled to Peru',
    ]);
  });

  it('is told as an outlet first reported it', () => {
    expect(said('As first reported by the Herald, Chile and Peru struck a deal.')).toContain(
      'the Herald | first reported | Chile and Peru struck a deal',
    );
  });

  it('is a rumour or an allegation, though nobody is named', () => {
    expect(said('Rumours of a coup have spread in the capital.')).toEqual(['- | Rumours | of a coup']);
    expect(said('Allegations of fraud followed the vote.')).toEqual(['- | Allegations | of fraud']);
  });

  it('is heard from whoever appears to say it', () => {
    expect(said('The minister appeared to blame the pilots.')).toEqual(['The minister | blame | the pilots']);
  });
});

describe('the kind of a source', () => {
  const kinds = (text: string): (string | undefined)[] => read(text).statements.map(({ source }) => source?.kind);

  it('is a body where a body is called after somebody', () => {
    expect(kinds('The Santos administration announced that the border would open.')).toEqual(['body']);
    expect(kinds('Aid agencies warned that food was running out.')).toEqual(['body']);
  });

  it('is nobody in particular where a word points to what was told before', () => {
    expect(kinds('All of which suggests that the talks will fail.')).toEqual(['unspecified']);
    expect(kinds('Reports suggest that the talks will fail.')).toEqual(['unspecified']);
  });

  it('is a document where one that was published lately is cited', () => {
    expect(kinds('Food is scarce, according to a report published last month.')).toEqual(['document']);
  });

  it('is people where observers speak', () => {
    expect(kinds('Observers said that the vote was fair.')).toEqual(['anonymous']);
  });
});

describe('stance', () => {
  it('of who refuses is no answer where he is asked, and a denial where he is to do something', () => {
    expect(stances('The general refused to comment on the raid.')).toEqual(['no answer']);
    expect(stances('The general refused to leave the port.')).toEqual(['deny']);
  });

  it('of who asks for something is a demand, of who asks whether something is so a question', () => {
    expect(stances('The mayor asked for more trains.')).toEqual(['demand']);
    expect(stances('The mayor asked whether the trains would come.')).toEqual(['question']);
  });

  it('of a threat is a warning, of what somebody seeks no demand', () => {
    expect(stances('His threat to close the port angered the union.')).toEqual(['warn']);
    expect(stances('Norway seeks to close the port.')).toEqual(['assert']);
    expect(stances('Farmers hope for rain.')).toEqual(['assert']);
  });
});
