import { describe, expect, test } from 'vitest';
import { loadCodebook } from '../../codebook/load.ts';
import type { Block } from '../../page/article.ts';
import type { Document } from '../document.ts';
import { createLanguage } from '../index.ts';

const read = createLanguage({ codebook: await loadCodebook() });

function documentOf(...paragraphs: string[]): Document {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.map((paragraph): Block => {
    const span: [number, number] = [at, at + paragraph.length];
    at = span[1] + 2;
    return { kind: 'paragraph', span };
  });
  return read({ text, blocks, published: '2025-03-20' });
}

/** What the text calls an entity, mention by mention. */
function calls(document: Document, name: string): string[] {
  const entity = document.entities.find((each) => each.name === name);
  return (entity?.mentions ?? []).map((index) => document.text.slice(...document.mentions[index].span));
}

/** Who is meant together by what the text calls them last. */
function members(document: Document, words: string): string[] {
  const mention = document.mentions.findLast(({ span }) => document.text.slice(...span) === words);
  const entity = mention && document.entities[mention.entity];
  return (entity?.members ?? []).map((member) => document.entities[member].name);
}

const kinds = (document: Document) => Object.fromEntries(document.entities.map(({ name, kind }) => [name, kind]));

describe('names', () => {
  test('a name whose words are no names by themselves is read like any other', () => {
    const document = documentOf('The Union of Rationalist Bakers and Agnostics (URBA) has launched a petition.');
    expect(document.sentences).toHaveLength(1);
  });

  test('a title and a nationality belong to the mention, not to the name', () => {
    const document = documentOf('Chilean Deputy Foreign Minister Ignacio Rojas arrived in Lima.');
    const mention = document.mentions.find(({ kind }) => kind === 'person')!;
    expect(document.text.slice(...mention.span)).toBe('Chilean Deputy Foreign Minister Ignacio Rojas');
    expect(document.text.slice(...mention.name!)).toBe('Ignacio Rojas');
  });

  test('particles and hyphens are inside names', () => {
    const document = documentOf('Abdul Karim al-Hamdani met Jan van der Meer and Crown Prince Saud bin Faisal.');
    const names = document.entities.map(({ name }) => name);
    expect(names).toEqual(['Abdul Karim al-Hamdani', 'Jan van der Meer', 'Saud bin Faisal']);
  });

  test('the codebook tells bodies and places, the company of a name tells people', () => {
    const document = documentOf(
      'Hezbollah fired rockets at Haifa, said Dana Levkovich, a spokeswoman for the UN in Geneva.',
    );
    expect(kinds(document)).toMatchObject({
      Hezbollah: 'organisation',
      Haifa: 'place',
      'Dana Levkovich': 'person',
      UN: 'organisation',
      Geneva: 'place',
    });
  });

  test('a capital at the head of a sentence or all through a headline makes no name', () => {
    const document = documentOf(
      'Shelling Kills Dozens as Talks Falter in Geneva',
      'Heavy shelling hit the market. Rescuers dug on.',
    );
    expect(
      document.mentions.filter(({ form }) => form === 'name').map(({ span }) => document.text.slice(...span)),
    ).toEqual(['Geneva']);
  });

  test('a month is a surname where the text has somebody of that name', () => {
    const document = documentOf('Prime Minister Theresa May flew to Oslo in May. May said the talks would go on.');
    expect(calls(document, 'Theresa May')).toEqual(['Prime Minister Theresa May', 'May']);
    expect(document.times.map(({ text }) => text)).toEqual(['in May']);
  });

  test('an adjective of a country names it, unless it is part of another mention', () => {
    const document = documentOf('The Turkish offensive began. The Iraqi president condemned it.');
    expect(calls(document, 'Turkey')).toEqual(['Turkish']);
    expect(document.entities.some(({ name }) => name === 'Iraq')).toBe(false);
  });

  test('a dateline names nobody', () => {
    const document = documentOf('QUITO, Ecuador — President Lucía Andrade resigned on Monday.');
    expect(document.entities.map(({ name }) => name)).toEqual(['Lucía Andrade']);
  });
});

describe('who is meant', () => {
  test('surname, office in apposition and pronoun are one person', () => {
    const document = documentOf(
      'Mira Halvorsen, the Norwegian foreign minister, met farmers in Bergen on Monday.',
      'Halvorsen said she would come back.',
    );
    expect(calls(document, 'Mira Halvorsen')).toEqual([
      'Mira Halvorsen',
      'the Norwegian foreign minister',
      'Halvorsen',
      'she',
    ]);
  });

  test('an acronym in brackets stands for the name before it', () => {
    const document = documentOf('The Free Valleys Front (FVF) took the town. The FVF said the group would hold it.');
    expect(calls(document, 'Free Valleys Front')).toContain('The FVF');
  });

  test('he and she are told apart', () => {
    const document = documentOf('Anna Berg met Thomas Lund in Vienna. She thanked him.');
    expect(calls(document, 'Anna Berg')).toContain('She');
    expect(calls(document, 'Thomas Lund')).toContain('him');
  });

  test('"the sources" are those named before, a relative pronoun its noun', () => {
    const document = documentOf(
      'Official sources told reporters that the army, which left the town, would return.',
      'The sources said nothing more.',
    );
    expect(calls(document, 'Official sources')).toEqual(['Official sources', 'The sources']);
    expect(calls(document, 'army')).toEqual(['the army', 'which']);
  });

  test('"I" in a quotation is who speaks', () => {
    const document = documentOf('“I will not resign,” Karim Haddad said.');
    expect(calls(document, 'Karim Haddad')).toContain('I');
  });

  test('a pronoun that could mean two is left alone', () => {
    const document = documentOf('It rained for hours. It was clear that the talks had failed.');
    expect(document.mentions.some(({ form }) => form === 'pronoun')).toBe(false);
  });

  test('"they" is the row of subjects before, "it" the body and no thing', () => {
    const document = documentOf(
      'Anna Berg and Thomas Lund left the talks.',
      'They gave no reason.',
      'The council rejected the budget because it feared unrest.',
    );
    const they = document.mentions.find(({ span }) => document.text.slice(...span) === 'They')!;
    const { members } = document.entities[they.entity];
    expect(members.map((member) => document.entities[member].name)).toEqual(['Anna Berg', 'Thomas Lund']);
    expect(calls(document, 'council')).toEqual(['The council', 'it']);
  });

  test('what somebody is said to be is they, unless it is denied', () => {
    const document = documentOf('Karim Haddad is a general. He arrived late. Lena Brandt is not a general.');
    expect(calls(document, 'Karim Haddad')).toContain('a general');
    expect(calls(document, 'Lena Brandt')).not.toContain('a general');
  });

  test('"the militants" are the armed group that the text names', () => {
    const document = documentOf(
      'Boko Haram seized the town on Sunday. Boko Haram has held others before.',
      'Soldiers drove the militants out.',
    );
    expect(calls(document, 'Boko Haram')).toContain('the militants');
  });

  test('"the jihadists" are not an armed group that fights them', () => {
    const document = documentOf(
      'The Syrian Democratic Forces moved on Friday. The Syrian Democratic Forces have lost five soldiers to Islamic State.',
      'The jihadists now use motorbikes.',
    );
    expect(calls(document, 'Islamic State')).toContain('The jihadists');
  });

  test('a leader whom readers know needs no title', () => {
    const document = documentOf(
      'Emmanuel Macron cancelled the trip. Macron had promised to come. He called Rome, and he apologised.',
      'The French president will travel in May.',
    );
    expect(calls(document, 'Emmanuel Macron')).toContain('The French president');
  });

  test('"the two men", "the pair" and "both" are two whom the text has put together', () => {
    const document = documentOf(
      'Omar Haddad, 34, and Karim Saleh, 29, grew up in Malmö. The journalists Ana Li and Tom Berg wrote about Haddad and Saleh.',
      'The pair were arrested in May. A court said the two men would be tried. Both deny it.',
    );
    expect(members(document, 'The pair')).toEqual(['Omar Haddad', 'Karim Saleh']);
    expect(members(document, 'the two men')).toEqual(['Omar Haddad', 'Karim Saleh']);
    expect(members(document, 'Both')).toEqual(['Omar Haddad', 'Karim Saleh']);
  });

  test('names beside a noun for several tell who they are', () => {
    const document = documentOf('His parents, Olga Lund and Per Lund, left. The parents gave no reason.');
    expect(members(document, 'The parents')).toEqual(['Olga Lund', 'Per Lund']);
  });

  test('a pair of things and two of a kind are nobody in particular', () => {
    const document = documentOf('Omar Haddad and Karim Saleh met. They bought a pair of shoes and two books.');
    const spans = document.mentions.map(({ span }) => document.text.slice(...span));
    expect(spans.some((span) => span.includes('pair'))).toBe(false);
  });

  test('"her husband" is the one she was said to have, "their son" the one whose parents they are', () => {
    const document = documentOf(
      'Mira Berg married in 2015. Her husband, Jon Holt, is a baker. Berg said her husband had left the town.',
      'The parents of Nils Falk wrote to the court. The mother said that their son was ill.',
    );
    expect(calls(document, 'Jon Holt')).toContain('her husband');
    const own = documentOf(
      'Nils Falk was arrested in May. Falk is ill.',
      'The parents of Nils Falk said that their son was at home.',
    );
    expect(calls(own, 'Nils Falk')).toContain('their son');
  });

  test('a surname that several have is that of whom the text began with', () => {
    const document = documentOf('Nils Falk was arrested. His mother, Eva Falk, is a nurse. Falk denies the charge.');
    expect(calls(document, 'Nils Falk')).toContain('Falk');
  });

  test('bodies are known where a paper writes them with small letters', () => {
    const document = documentOf('The UN security council met. The European commission did not.');
    expect(kinds(document)).toMatchObject({
      'UN security council': 'organisation',
      'European commission': 'organisation',
    });
  });

  test('the west is somebody where it acts, and a direction elsewhere', () => {
    const acting = documentOf('The west has failed Chad.');
    expect(acting.mentions.map(({ span }) => acting.text.slice(...span))).toContain('The west');
    const lying = documentOf('Shells hit the west of the town, and smoke came from the west.');
    expect(lying.mentions.some(({ span }) => lying.text.slice(...span).includes('west'))).toBe(false);
  });

  test('a text that breaks off inside a name is read', () => {
    expect(documentOf('They left the Union of').entities.map(({ name }) => name)).toContain('Union');
  });

  test('who is called like a capital is meant by it where nobody is in that capital', () => {
    const born = 'Ana Paris left the ship. Paris claims that she was held there.';
    expect(calls(documentOf(born), 'Ana Paris')).toContain('Paris');
    const city = `${born} She moved to a flat in Paris.`;
    expect(calls(documentOf(city), 'Ana Paris')).not.toContain('Paris');
  });

  test('a preposition ends a name, an article of names does not', () => {
    const { entities } = documentOf(
      'Ines Quispe was greeted by President Omar at-Tarawneh at Oslo airport. A state of emergency was declared.',
    );
    const names = entities.map(({ name }) => name);
    expect(names).toContain('Omar at-Tarawneh');
    expect(names.filter((name) => /Oslo.*Omar|Omar.*Oslo|emergency/.test(name))).toEqual([]);
  });

  test('a plural title is no name', () => {
    const document = documentOf('Many Senators left the chamber before the vote.');
    expect(document.mentions.filter(({ form }) => form === 'name')).toEqual([]);
  });

  test('each mention is in its entity, and its span holds its name', () => {
    const document = documentOf(
      'US-backed forces entered Raqqa. Russia’s Vladimir Putin called Ankara. It did not answer.',
    );
    for (const [index, mention] of document.mentions.entries()) {
      expect(document.entities[mention.entity].mentions).toContain(index);
      if (!mention.name) continue;
      expect(mention.span[0]).toBeLessThanOrEqual(mention.name[0]);
      expect(mention.span[1]).toBeGreaterThanOrEqual(mention.name[1]);
    }
  });
});
