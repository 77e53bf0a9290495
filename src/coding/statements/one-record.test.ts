import { beforeAll, describe, expect, it } from 'vitest';
import { coder } from '../testing/read.ts';

let said: (text: string) => [string, string][];

beforeAll(async () => {
  const { read } = await coder();
  said = (text) => {
    const reading = read(text);
    return reading.statements.map(({ cue, content }) => [
      cue?.text ?? '',
      content.map((span) => reading.text.slice(...span)).join(' … '),
    ]);
  };
});

describe('what a speaker says in a sentence', () => {
  it('is one statement where a participle goes on with it', () => {
    expect(said('The mayor called the bridge a ruin, adding that nobody had repaired it.')).toEqual([
      ['called', 'the bridge a ruin, adding that nobody had repaired it'],
    ]);
  });

  it('is one statement where a second verb goes on with it', () => {
    expect(said('The ministry said that the road was open and added that buses would run again.')).toHaveLength(1);
  });

  it('is two where he does something else by it', () => {
    const told = said('The envoy said that the talks had failed, but warned that the army would return.');
    expect(told.map(([cue]) => cue)).toEqual(['said', 'warned']);
  });

  it('has no record for a judgement beside the words for it', () => {
    expect(said('The union rejected the plan, saying that it would cost 900 jobs.')).toEqual([
      ['saying', 'that it would cost 900 jobs'],
    ]);
    expect(said('The union rejected the plan.')).toEqual([['rejected', 'the plan']]);
  });
});
