import { expect, test } from 'vitest';
import { coder } from '../testing/read.ts';

const { read } = await coder();

/** Events as "TYPE status: sources > targets", actors by country or name. */
function told(text: string): string[] {
  const { actors, events } = read(text);
  const name = (id: string): string => {
    const actor = actors.find((each) => each.id === id)!;
    return actor.country ?? actor.name;
  };
  return events.map(
    ({ type, status, sources, targets }) => `${type} ${status}: ${sources.map(name)} > ${targets.map(name)}`,
  );
}

test.each([
  ['France imposed sanctions on Iran on Monday.', 'SANCTION actual: FRA > IRN'],
  ['Sanctions on Iran were imposed by France.', 'SANCTION actual: FRA > IRN'],
  ['Turkey launched an offensive against Syria.', 'ASSAULT actual: TUR > SYR'],
  ['Libyan students were beaten and arrested by Egypt’s police.', 'COERCE actual: EGY > LBY'],
  ['Kenyan villagers were bombed, expelled and killed by Russia.', 'COERCE actual: RUS > KEN'],
  ['The Kenyan rebels stayed on, besieged by Russia, without water.', 'COERCE actual: RUS > KEN'],
  ['Germany has failed to extradite the suspect to Spain.', 'COOPERATE negated: DEU > ESP'],
  ['Egypt and Jordan held talks in Cairo on Sunday.', 'CONSULT actual: EGY > JOR'],
  ['Poland is expected to send tanks to Ukraine, a spokesman said.', 'MOBILIZE planned: POL > UKR'],
  ['Russia criticised states such as Chad and Niger.', 'ACCUSE actual: RUS > TCD,NER'],
  ['If Israel attacks Iran, oil prices will rise.', 'ASSAULT hypothetical: ISR > IRN'],
  ['The march began, but not before Kenya had praised Uganda.', 'SUPPORT actual: KEN > UGA'],
  ['Kenya had nothing but praise for Uganda.', 'SUPPORT actual: KEN > UGA'],
  ['France and Britain attacked at dawn.', 'ASSAULT actual: FRA,GBR > '],
  ['France and Britain clashed at dawn.', 'ASSAULT actual: FRA > GBR'],
  ['Armenia and Azerbaijan accused each other of lying.', 'ACCUSE actual: ARM > AZE'],
  ['A suicide bomber killed 12 people at a market in Kabul on Friday.', 'ASSAULT actual: suicide bomber > AFG'],
  ['Kenya and Uganda ended the war. The two countries had fought from 1998 to 2000.', 'ASSAULT actual: KEN > UGA'],
  ['Macron met Merkel in Paris.', 'CONSULT actual: FRA > DEU'],
  ['Kenya and Uganda held talks in Cairo.', 'CONSULT actual: KEN > UGA'],
  ['Kenya and Uganda agreed to reopen embassies.', 'AGREE actual: KEN > UGA'],
  ['Kenya and Uganda agreed to help Somalia.', 'AGREE actual: KEN,UGA > SOM'],
])('%s', (text, event) => {
  expect(told(text)).toContain(event);
});

test.each([
  ['The cease-fire between Egypt and Libya held.', 'RETREAT actual: EGY > LBY'],
  ['The Kenyan build-up near Somalia went on for weeks.', 'MOBILIZE actual: KEN > SOM'],
  ['The French ministers cold-shouldered the Turkish envoy.', 'REJECT actual: FRA > TUR'],
  ['The hostage-taking by Libya shocked Egypt.', 'ASSAULT actual: LBY > '],
])('words with hyphens are found, which parts two of a text’s words: %s', (text, event) => {
  expect(told(text).join('\n')).toContain(event);
});

test('words whose spelling changes in their inflections are found', () => {
  expect(told('Iraq gassed the Kenyan villagers in May.')).toContain('ASSAULT actual: IRQ > KEN');
});

test('a "no" that belongs to a phrase denies nothing, any other does', () => {
  expect(told('Turkey has shown no interest in the Kenyan proposal.')).toContain('REJECT actual: TUR > KEN');
  expect(told('Turkey gave no weapons to Kenya.')).toContain('AID negated: TUR > KEN');
});

test('what hangs on a hyphen describes', () => {
  expect(told('Turkish-backed and US-armed groups are in the town.')).toEqual([]);
});

test.each([
  ['“Turkey is a reckless aggressor,” said Macron.', 'ACCUSE actual: FRA > TUR'],
  ['“Erdoğan has made a terrible mistake,” said Macron.', 'ACCUSE actual: FRA > TUR'],
  ['Macron said: “Turkey does not care about civilians.”', 'ACCUSE actual: FRA > TUR'],
  ['“Turkey must withdraw from Libya,” said Macron.', 'REQUEST actual: FRA > TUR'],
  ['“Turkey should be ashamed of itself,” said Macron.', 'ACCUSE actual: FRA > TUR'],
  ['“We will not sit idle,” Erdoğan said.', 'THREATEN actual: TUR > '],
  ['“We will not tolerate it,” Erdoğan said.', 'REJECT actual: TUR > '],
  ['“We are not going to pay for that,” Erdoğan said.', 'REJECT actual: TUR > '],
  ['Macron said that Turkey would never accept his offer.', 'REJECT actual: TUR > FRA'],
  ['Peru will not let the Chilean ship dock.', 'REJECT actual: PER > CHL'],
  ['Erdoğan said: “France will pay a price.”', 'THREATEN actual: TUR > FRA'],
  ['“There will be no amnesty,” Erdoğan said.', 'REJECT actual: TUR > '],
  ['“Stop the bombing!” Macron said.', 'REQUEST actual: FRA > '],
  ['“Turkey, please let the refugees go,” Macron said.', 'REQUEST actual: FRA > TUR'],
  ['“All aid must be checked at the border,” Erdoğan said.', 'REQUEST actual: TUR > '],
  ['“Turkey has a duty to protect the refugees,” said Macron.', 'REQUEST actual: FRA > TUR'],
  ['Macron said it was vital that Turkey release the journalist.', 'REQUEST actual: FRA > TUR'],
  ['“It is unacceptable that Turkey closed the border,” said Macron.', 'ACCUSE actual: FRA > TUR'],
  ['Macron said the bombing by Turkey was against international law.', 'ACCUSE actual: FRA > TUR'],
  ['France warned that the Turkish offensive would cause a disaster.', 'ACCUSE actual: FRA > TUR'],
  ['Turkey said it would invade Syria.', 'THREATEN actual: TUR > SYR'],
  ['Turkey said it would continue to fight Syria.', 'THREATEN actual: TUR > SYR'],
])('what is done by saying it: %s', (text, event) => {
  expect(told(text)).toContain(event);
});

test('one act of force in two words is one event', () => {
  const ofForce = (text: string) => told(text).filter((event) => event.startsWith('ASSAULT'));
  expect(ofForce('The battle by Chad to retake Kidal from the rebels lasted a week.')).toHaveLength(1);
  expect(ofForce('Chadian troops survived a coup attempt.')).toHaveLength(1);
});

test.each(['It was a fierce battle between Chad and Niger.', 'Chad was under attack by Niger for a week.'])(
  'what something is said to be is told: %s',
  (text) => {
    expect(told(text).map((event) => event.split(' ')[0])).toContain('ASSAULT');
  },
);

test.each([
  'Kenyan jets attacked at dawn, a rebel spokesman told the BBC.',
  'Kenyan jets attacked at dawn, Reuters reported.',
])('whom somebody talks to, or who passes it on, plays no part: %s', (text) => {
  expect(told(text).filter((event) => /BBC|Reuters|GBR/.test(event))).toEqual([]);
});

test.each([
  ['Macron said he could not describe his joy.', 'REJECT'],
  ['“We are in danger,” Macron said.', 'ACCUSE'],
  ['Macron said that he had to go to the bank.', 'REQUEST'],
  ['Macron claimed that France had won.', 'ACCUSE'],
  ['Turkey said it would continue to support Libya.', 'THREATEN'],
])('nothing is done by saying it: %s', (text, type) => {
  expect(told(text).filter((event) => event.startsWith(type))).toEqual([]);
});

test.each([['French officials said that a new round of talks had ended in failure.', 'CONSULT actual']])(
  'an act that names no party: %s',
  (text, event) => {
    expect(told(text).map((each) => each.split(':')[0])).toContain(event);
  },
);

test.each([
  ['Iran has supported the Houthis for years.', 'AID'],
  ['The senator supported the plan of France.', 'SUPPORT'],
])('support with arms or with words: %s', (text, type) => {
  expect(told(text).map((event) => event.split(' ')[0])).toContain(type);
});

test.each([
  ['France may impose sanctions on Iran.', 'SANCTION hypothetical'],
  ['French officials are to travel to Washington for talks with the president.', 'CONSULT planned'],
  ['France has yet to withdraw its troops from Mali.', 'RETREAT negated'],
  ['Turkey would respond if France attacked Libya.', 'ASSAULT hypothetical'],
  ['France denied that it had bombed the town.', 'ASSAULT negated'],
  ['The planned withdrawal of French troops from Mali was delayed.', 'RETREAT planned'],
  ['A summit between France and Turkey was scheduled for Monday.', 'CONSULT planned'],
  ['Turkey could resort to attacks on France.', 'ASSAULT hypothetical'],
  ['Turkey could resolve its conflict with France.', 'ASSAULT actual'],
  ['Turkey seems to oppose the plan of France.', 'REJECT actual'],
  ['France reportedly bombed Libya.', 'ASSAULT alleged'],
  ['France fired missiles not only at Libya but also at Sudan.', 'ASSAULT actual'],
])('status: %s', (text, event) => {
  expect(told(text).map((each) => each.split(':')[0])).toContain(event);
});

test.each([
  ['Clinton attacked Trump in a speech on Tuesday.', 'ACCUSE'],
  ['Turkey attacked Iraq on Tuesday.', 'ASSAULT'],
])('candidates fight with words, states with arms: %s', (text, type) => {
  expect(told(text).map((each) => each.split(' ')[0])).toEqual([type]);
});

test.each([
  'The appeals court is in the old town.',
  'Amnesty International has offices in Cairo.',
  'The minister did not respond to a request for comment.',
  'The inflation rate fell to 3 percent.',
])('no event: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('what is demanded is not coded as an event of its own', () => {
  expect(told('Washington urged Israel to withdraw its troops from Lebanon.')).toEqual(['REQUEST actual: USA > ISR']);
});

test('an accusation is coded, and what it alleges as alleged', () => {
  const events = told('Ukraine accused Russia of shelling the town.');
  expect(events[0]).toBe('ACCUSE actual: UKR > RUS');
  expect(events[1]).toMatch(/^ASSAULT alleged: RUS/);
});

test('a metaphor is no event', () => {
  expect(
    told('The government attacked the problem of inflation.').filter((event) => event.startsWith('ASSAULT')),
  ).toEqual([]);
});

test('every event can be shown in the words of the text and is in the record of its actors', () => {
  const text =
    'Russia has refused to take part in the talks. Britain will expel two Russian diplomats, its foreign minister said. Moscow called the decision a provocation.';
  const reading = read(text);
  expect(reading.events.length).toBeGreaterThan(1);
  for (const event of reading.events) {
    expect(text.slice(...event.trigger.span)).toBe(event.trigger.text);
    expect(event.confidence).toBeGreaterThan(0);
    expect(event.confidence).toBeLessThan(1);
    for (const id of [...event.sources, ...event.targets])
      expect(reading.actors.map((actor) => actor.id)).toContain(id);
  }
});

test('the same text gives the same record', () => {
  const text = 'Rebels attacked the army near Homs after Turkey sent weapons to the militia.';
  expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
});

test('who acts is found where the grammar of the act does not tell', () => {
  const events = told(
    'Chile recalled its ambassador from Lima on Monday after Peru arrested two Chilean fishermen. Peru has refused to release them. The arrests were condemned in Santiago as an act of piracy.',
  );
  expect(events.filter((event) => event === 'COERCE actual: PER > CHL')).toHaveLength(2);
});

test('a side says how sure it is where somebody stands on it, surer where the grammar gives it', () => {
  const { events } = read(
    'Chile recalled its ambassador from Lima on Monday after Peru arrested two Chilean fishermen. The arrests were condemned in Santiago. Thousands were displaced.',
  );
  for (const { sources, targets, sourceConfidence, targetConfidence } of events)
    for (const [side, confidence] of [[sources, sourceConfidence] as const, [targets, targetConfidence] as const])
      if (side.length === 0) expect(confidence).toBeNull();
      else expect(confidence).toSatisfy((value: number) => value > 0 && value < 1);
  const given = events.filter(({ sources, inferred }) => sources.length > 0 && !inferred.includes('source'));
  const inferred = events.filter((event) => event.inferred.includes('source'));
  expect(Math.min(...given.map((event) => event.sourceConfidence!))).toBeGreaterThan(
    Math.max(...inferred.map((event) => event.sourceConfidence!)),
  );
  expect([given.length, inferred.length]).not.toContain(0);
});

test('nobody acts on himself', () => {
  const { events } = read(
    'Kenya and Somalia clashed over the border. Kenya said Somalia had threatened it. The two sides will meet in Djibouti, which has offered to mediate between them.',
  );
  expect(events.length).toBeGreaterThan(1);
  for (const { sources, targets } of events) expect(sources.filter((actor) => targets.includes(actor))).toEqual([]);
});

test.each([
  'Turkish soldiers killed and wounded dozens of rebels near Afrin.',
  'Dozens of rebels were arrested and jailed by Turkish police.',
])('two verbs for one act of the same sides are one event: %s', (text) => {
  expect(read(text).events).toHaveLength(1);
});

test('a noun whose verb is told with it is no second event', () => {
  expect(told('Pledges were made by France to Lebanon.')).toHaveLength(1);
});

test.each([
  ['Eritrea is said to have shelled Ethiopia.', 'ASSAULT alleged'],
  ['Eritrea denied involvement in an attack on Ethiopia.', 'ASSAULT negated'],
  ['Neither Eritrea nor Djibouti attacked Ethiopia.', 'ASSAULT negated'],
  ['Macron travelled to Ethiopia to meet the president of Kenya.', 'CONSULT actual'],
])('status: %s', (text, expected) => {
  expect(told(text).map((each) => each.split(':')[0])).toContain(expected);
});

test('what is kept from happening did not happen', () => {
  expect(told('France tried to prevent an attack on Ethiopia.').join()).not.toContain('ASSAULT actual');
  expect(told('France urged Ethiopia to stop the bombing.').join()).not.toContain('ASSAULT actual');
});

test('rare words of war are read as what they are, whatever the tagger takes them for', () => {
  expect(told('Turkey sent forces to oust Kurdish militants from an enclave in Libya.').join()).toContain('ASSAULT');
});

test.each([
  'Anyone who attacks Kenya is a fool.',
  'People who bombed Chile in films were actors.',
  'If Spain had a party that killed people, voters would leave it.',
  '“That does not mean the French are terrorists,” said Erdoğan.',
  '“We will not defeat it with closed eyes,” said Macron.',
  'Tax cuts will kill jobs, Macron argued.',
  'Clinton bombed in Iowa.',
  'Kenya can protect the border town from Somalia.',
  'Kenya lacks the ability to protect Somalia.',
  'The governor is under siege from critics.',
  'My mother, a nurse, was trained in Montreal.',
  "Clinton's fight, long and historic, has inspired women.",
])('no act: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['The French general Jean Roux backs Clinton over Trump.', 'SUPPORT actual: FRA > USA'],
  ['Chilean jets bombed Peru on Monday. Bolivia condemned the raids.', 'ACCUSE actual: BOL > CHL'],
  ['Hungary dismissed the ultimatum of France.', 'REJECT actual: HUN > FRA'],
  ['Somali rebels took the airport on Sunday.', 'ASSAULT actual: SOM > '],
  ['The Chilean opposition leader was poisoned by Russia.', 'ASSAULT actual: RUS > CHL'],
])('%s', (text, event) => {
  expect(told(text)).toContain(event);
});

test('what is condemned is told of whoever did it before, or of nobody, but not of who condemns it', () => {
  const raids = (text: string) => told(text).at(-1);
  expect(raids('Chilean jets bombed Peru on Monday. Bolivia condemned the raids.')).toBe('ASSAULT actual: CHL > PER');
  expect(raids('Bolivia condemned the raids.')).toContain('ASSAULT actual:  > ');
});

test('a time or place of another clause is not that of the act', () => {
  const { events } = read(
    'The envoy, who had ruled since 1987, landed in Chad on Friday. Her predecessor resigned over the decision to withdraw troops from Aden.',
  );
  const find = (words: string) => events.find(({ trigger }) => trigger.text.includes(words));
  expect(find('landed')?.when?.text).toBe('on Friday');
  expect(find('resigned')?.where).toBeNull();
});

test('a place is of the country that the report means by its name', () => {
  const { events } = read('The FBI arrested six protesters in Georgia on Monday. Washington said the US was safe.');
  expect(events.map(({ where }) => where && [where.name, where.country, where.lat])).toContainEqual([
    'Georgia',
    'USA',
    null,
  ]);
});

test('those whom somebody sends are not whom he sends them against', () => {
  const { events, actors } = read('Iran deployed its guards near the Iraqi border. Serbia put army units on alert.');
  const mobilised = events.filter(({ type }) => type === 'MOBILIZE');
  const targets = mobilised
    .flatMap((event) => event.targets)
    .map((id) => actors.find((actor) => actor.id === id)?.name);
  expect(mobilised).toHaveLength(2);
  expect(targets.filter((name) => /guards|units/.test(name ?? ''))).toEqual([]);
});

test.each(['Macron said he would go, should Turkey be the host.', 'Aides to Macron said the plan was ready.'])(
  'a condition demands nothing, aides are no aid: %s',
  (text) => {
    expect(told(text).filter((each) => /^(REQUEST|AID)/.test(each))).toEqual([]);
  },
);

test('what somebody announces that they will not support is not announced support', () => {
  expect(told('Kenya announced on Monday that it will not support Uganda.')).toEqual(['REJECT actual: KEN > UGA']);
});

test.each([
  ['The opposition accused the police of murder.', 'police'],
  ['The opposition accused the chief of police of fraud.', 'chief of police'],
])('what somebody is accused of is no part of the name: %s', (text, name) => {
  const { actors, events } = read(text);
  const [charge] = events.filter(({ type }) => type === 'ACCUSE');
  expect(charge.targets.map((id) => actors.find((actor) => actor.id === id)!.name)).toEqual([name]);
});

test('what was before or after something has not its day', () => {
  const { events } = read(
    'French troops attacked on Friday, a day after the rebels had captured the town.',
    '2018-07-10',
  );
  expect(events.map(({ trigger, when }) => [trigger.text, when?.text])).toEqual([
    ['attacked', 'on Friday'],
    ['captured', undefined],
  ]);
});
