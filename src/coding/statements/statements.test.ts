import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../codebook/codebook.ts';
import { loadCodebook } from '../../codebook/load.ts';
import { createLanguage, type LanguageInput } from '../../language/index.ts';
import { actorsOf } from '../actors/index.ts';
import type { Statement } from '../reading.ts';
import { statementsOf } from './index.ts';

let codebook: Codebook;
let read: ReturnType<typeof createLanguage>;

beforeAll(async () => {
  codebook = await loadCodebook();
  read = createLanguage({ codebook });
});

interface Told {
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly statement: Statement;
}

function tell(text: string): Told[] {
  const blocks: LanguageInput['blocks'] = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    kind: 'paragraph',
    span: [match.index, match.index + match[0].length],
  }));
  const document = read({ text, blocks, published: '2025-03-20' });
  return statementsOf(document, actorsOf(document, codebook), codebook).map((statement) => ({
    source: statement.source?.text ?? null,
    cue: statement.cue?.text ?? null,
    content: statement.content.map((span) => text.slice(...span)).join(' … '),
    statement,
  }));
}

describe('statementsOf', () => {
  it('finds indirect speech with its source and cue', () => {
    const [told] = tell('The Norwegian foreign minister said that the talks would start in May.');
    expect(told).toMatchObject({ source: 'The Norwegian foreign minister', cue: 'said' });
    expect(told.content).toBe('that the talks would start in May');
    expect(told.statement).toMatchObject({ quoted: 'indirect', stance: 'assert' });
  });

  it('finds a quotation before the words of saying, and what is added to it', () => {
    const told = tell('“We have no ships there,” the admiral said, adding that the coast was quiet.');
    expect(told[0]).toMatchObject({ source: 'the admiral', content: '“We have no ships there,”' });
    expect(told[0].statement.quoted).toBe('direct');
    expect(told[1]).toMatchObject({ source: 'the admiral', cue: 'adding', content: 'that the coast was quiet' });
  });

  it('lets a quotation run over sentences and paragraphs with one speaker', () => {
    const text =
      '“The bridge is gone,” said Mayor Lena Holt. “We lost two houses. Nobody was hurt.”\n\n“We will build it again.”';
    const told = tell(text);
    expect(told).toHaveLength(2);
    expect(told[1].source).toBe('');
    expect(told[1].statement.rule).toBe('runs on');
    expect(told[1].statement.content).toHaveLength(3);
    expect(text.slice(...told[1].statement.source!.span!)).toContain('Lena Holt');
  });

  it('knows what a sentence ending in a colon announces', () => {
    const told = tell('The governor replied:\n\n“The dam is safe.”');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ source: '', cue: 'replied', content: '“The dam is safe.”' });
  });

  it('finds "according to" for the whole sentence', () => {
    const [told] = tell('According to the Interior Ministry, four villages were flooded on Sunday.');
    expect(told).toMatchObject({ source: 'the Interior Ministry', cue: 'According to' });
    expect(told.content).toBe('four villages were flooded on Sunday');
    expect(told.statement.source?.kind).toBe('body');
  });

  it('tells stances apart', () => {
    const stances = (text: string) => tell(text).map(({ statement }) => statement.stance);
    expect(stances('The army denied that it had shelled the port.')).toEqual(['deny']);
    expect(stances('The union vowed to strike again.')).toEqual(['promise']);
    expect(stances('Oslo accused Rome of breaking the treaty.')).toEqual(['accuse']);
    expect(stances('The spokesman declined to comment on the arrests.')).toEqual(['no answer']);
    expect(stances('The minister did not say when the port would open.')).toEqual(['no answer']);
    expect(stances('Reporters asked whether the troops would leave.')).toEqual(['question']);
    expect(stances('The council urged the rebels to lay down their arms.')).toEqual(['demand']);
  });

  it('names the kind of source', () => {
    const kind = (text: string) => tell(text)[0].statement.source?.kind;
    expect(kind('President Anna Lindqvist said the road was open.')).toBe('named');
    expect(kind('Norway said the road was open.')).toBe('body');
    expect(kind('A spokesman for the army said the road was open.')).toBe('body');
    expect(kind('Two senior officials said the road was open.')).toBe('anonymous');
    expect(kind('The report said the road was open.')).toBe('document');
    expect(kind('Critics said the road was a waste of money.')).toBe('unspecified');
  });

  it('keeps a report inside a report, with the one it stands in', () => {
    const told = tell('The newspaper reported that the colonel had said he would not surrender.');
    expect(told.map(({ source }) => source)).toEqual(['The newspaper', 'the colonel']);
    expect(told[1].statement.within).toBe(told[0].statement.id);
  });

  it('knows whom it was told and how', () => {
    const [told] = tell('The envoy told reporters in an interview that the deal was dead.');
    expect(told.statement).toMatchObject({ addressee: 'reporters', channel: 'an interview' });
  });

  it('names nobody as told where there is only a matter', () => {
    const [told] = tell('The ministry has not responded to allegations that it knew of the raid.');
    expect(told.statement).toMatchObject({ stance: 'no answer', addressee: null });
  });

  it('takes the subject of the main verb for "saying"', () => {
    const told = tell('The general left the room, saying that he had no more time.');
    expect(told[0]).toMatchObject({ source: 'The general', cue: 'saying' });
  });

  it('takes "they" for the last to speak, not for who was spoken of', () => {
    const text =
      'Political sources told the newspaper that the ministers were afraid. The ministers fear an election, they stressed.';
    const told = tell(text);
    expect(told.at(-1)).toMatchObject({ source: 'they' });
    expect(told.at(-1)!.statement.source).toMatchObject({ actor: told[0].statement.source!.actor, kind: 'anonymous' });
  });

  it('takes a title and a name beside it for one source, a day for none', () => {
    expect(tell('Her senior adviser Lena Holt said it was over.')[0].source).toBe('Her senior adviser Lena Holt');
    expect(tell('Holt earlier Thursday said the committee has heard seventy witnesses.')[0].source).toBe('Holt');
  });

  it('finds the speaker at the start of the sentence when a long aside stands between', () => {
    const [told] = tell(
      'Lena Holt, in a scathing speech to parliament delivered while Oslo was still at war, said the envoy had lost the deal.',
    );
    expect(told).toMatchObject({ source: 'Lena Holt', cue: 'said', content: 'the envoy had lost the deal' });
  });

  it('tells a question before the words of saying from what was said', () => {
    const told = tell('Asked about the floods, the minister said that the dam would hold.');
    expect(told.at(-1)).toMatchObject({ source: 'the minister', content: 'that the dam would hold' });
  });

  it('takes a quotation that goes on after its speaker is named for one', () => {
    const told = tell('“The dam is safe,” said the admiral, “and it will hold until May.”');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ source: 'the admiral' });
    expect(told[0].content).toContain('until May');
  });

  it('knows that who is asked does not ask', () => {
    const told = tell('When asked about the floods, the minister said, “No comment.”');
    expect(told.find(({ cue }) => cue?.includes('asked'))).toMatchObject({ source: '', content: 'about the floods' });
    expect(told.find(({ cue }) => cue === 'said')).toMatchObject({ source: 'the minister', content: '“No comment.”' });
  });

  it('reads the source of "according to" to its end', () => {
    const [told] = tell('According to a Harbour Union poll taken last week, most sailors want a new port.');
    expect(told).toMatchObject({
      source: 'a Harbour Union poll taken last week',
      content: 'most sailors want a new port',
    });
  });

  it('knows that polls and videos show something, people and roads do not', () => {
    expect(tell('The latest poll shows a close race in the capital.')[0]).toMatchObject({
      source: 'The latest poll',
      content: 'a close race in the capital',
    });
    expect(tell('The guard showed the envoy the door.')).toEqual([]);
  });

  it('leaves what somebody else says after a comma out of what is said', () => {
    const told = tell('Oslo warned that the talks would be difficult, while Rome said it would not come.');
    expect(told.map(({ source, content }) => [source, content])).toEqual([
      ['Oslo', 'that the talks would be difficult'],
      ['Rome', 'it would not come'],
    ]);
  });

  it('finds what an aim is said to be', () => {
    expect(tell('The envoy’s aim is to return to the capital in May.')[0]).toMatchObject({
      source: 'The envoy',
      content: 'to return to the capital in May',
    });
  });

  it('knows whose a participle is: the main subject after a comma, who made the letter', () => {
    const speaker = (text: string, cue: string) => tell(text).find((each) => each.cue?.startsWith(cue))?.source;
    expect(speaker('The mayor later blamed a faulty cable, claiming he had warned the port.', 'claiming')).toBe(
      'The mayor',
    );
    expect(speaker('The union issued a statement saying the strike was over.', 'saying')).toBe('The union');
  });

  it('keeps apart who claims and who rejects the claim', () => {
    const told = tell('The council rejected Holt’s calls for a new port.');
    expect(told.map(({ source }) => source)).toEqual(['The council', 'Holt']);
    expect(told[1].content).toBe('for a new port');
  });

  it('says whom "who" means, and shows where it stands', () => {
    const text = 'The port belongs to Lena Holt, who said that the cranes would stay.';
    const [told] = tell(text);
    expect(told.source).toBe('Lena Holt');
    expect(text.slice(...told.statement.source!.span!)).toBe('who');
  });

  it('leaves out when and through what something was praised', () => {
    const content = (text: string) => tell(text)[0].content;
    expect(content('The envoy praised the harbour workers on Monday in a speech to the council.')).toBe(
      'the harbour workers',
    );
    expect(content('The king condemned the raid on the port when he met the ministers.')).toBe('the raid on the port');
  });

  it('hears only who has a voice, and only what has been said', () => {
    expect(tell('The explosion underscored the danger of the old gas pipes.')).toEqual([]);
    expect(tell('The ministers met in Oslo on Friday to discuss the harbour.')).toEqual([]);
  });

  it('knows that a part of the voters says what that part says', () => {
    const told = tell('The vote left a third of the voters saying the council should resign.');
    expect(told[0]).toMatchObject({ source: 'a third of the voters', content: 'the council should resign' });
  });

  it('finds speech that stands aside: as reported, between commas, before an engineer who says so', () => {
    const [paper] = tell('The dam has cracked in two places, as the Harbour Times reported on Monday.');
    expect(paper).toMatchObject({ source: 'the Harbour Times', content: 'The dam has cracked in two places' });
    const [mayor] = tell('If the port closes, the mayor suggested in a letter, workers will lose their homes.');
    expect(mayor).toMatchObject({ source: 'the mayor', cue: 'suggested' });
    expect(mayor.content).toContain('workers will lose their homes');
    const [engineer] = tell(
      'In a year when floods hit every district, towns have more reason to rebuild the dam, said Olaf Berg, an engineer currently working for the council.',
    );
    expect(engineer.source).toBe('Olaf Berg, an engineer currently working for the council');
    expect(engineer.content).toMatch(/^In a year .* the dam$/);
    const [officials] = tell('The king survived the crash, intelligence officials believe, and is in the capital.');
    expect(officials).toMatchObject({ source: 'intelligence officials', cue: 'believe' });
  });

  it('finds who closes a sentence, before and behind the verb', () => {
    for (const end of ['the officials said on Monday.', 'added the officials.']) {
      const [told] = tell(`The towns below the dam had no power after the storm, ${end}`);
      expect(told).toMatchObject({ source: 'the officials' });
      expect(told.content).toMatch(/^The towns .* the storm$/);
    }
  });

  it('gives two verbs of saying one speaker', () => {
    const told = tell('He said the rebels had been defeated and announced he was withdrawing the troops.');
    expect(told.map(({ source, content }) => [source, content])).toEqual([
      ['He', 'the rebels had been defeated'],
      ['He', 'he was withdrawing the troops'],
    ]);
  });

  it('reads a headline with a colon', () => {
    expect(tell('Lindqvist: bridge stays closed until May')[0]).toMatchObject({
      source: 'Lindqvist',
      content: 'bridge stays closed until May',
    });
  });

  it('does not take what the quoted think for statements of the report', () => {
    expect(tell('“I think she wants to leave,” the driver said.')).toHaveLength(1);
  });

  it('is surer of who says something outright than of an attitude told in passing', () => {
    const sure = (text: string, cue: string) =>
      tell(text).find((told) => told.cue?.includes(cue))!.statement.confidence;
    const outright = sure('The mayor said that the harbour would be closed until the end of May.', 'said');
    const passing = sure('A committee rejected by the envoys, which favours talks, met in the old town.', 'rejected');
    expect(outright).toBeGreaterThan(0.8);
    expect(passing).toBeLessThan(outright);
  });

  it('gives spans that are the words they name', () => {
    const text = 'The mayor warned of floods. “Leave now,” she said.';
    for (const { statement } of tell(text)) {
      if (statement.cue) expect(text.slice(...statement.cue.span)).toBe(statement.cue.text);
    }
  });

  it('has what is included at the end, and the clause behind fears that grow', () => {
    expect(tell('The army vowed to retake the valley, including all three dams.')[0].content).toBe(
      'to retake the valley, including all three dams',
    );
    expect(tell('But fears are growing that the dam may break.')[0]).toMatchObject({
      source: '',
      cue: 'fears',
      content: 'that the dam may break',
    });
  });

  it('finds calls and positions that nobody or somebody has', () => {
    expect(tell('There are calls for an inquiry into the fire.')[0]).toMatchObject({ source: '', cue: 'calls' });
    expect(tell('Norway’s position is that the ships may stay.')[0]).toMatchObject({
      source: 'Norway',
      content: 'that the ships may stay',
    });
  });

  it('finds no statement in who somebody is, or what something is for', () => {
    expect(tell('Soldiers who refused to fight were tried.')).toEqual([]);
    expect(tell('The effort to convince them that the war was over failed.')).toEqual([]);
    expect(tell('They met to pray and discuss the vote.')).toEqual([]);
  });
});
