/**
 * Words that English spells in a way of their own: what the tokenizer and the sentence splitter have to know by heart.
 * All in lower case.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Before a name: never the last word of a sentence. Without their full stop. */
export const TITLES = words(`
  mr mrs ms mx messrs mme mlle dr drs prof rev revd fr sr msgr hon rt
  gen lt maj col capt cmdr cdr comdr sgt cpl pvt adm brig ens cmsgt
  sen sens rep reps gov govs pres amb atty supt insp det ald cllr st ste mt ft
  asst assoc dep dept
`);

/** May end a sentence or stand inside it. Without their full stop. */
export const ABBREVIATIONS = words(`
  inc corp co cos ltd llc plc bros jr esq etc al vs viz cf ca approx est dept univ assn
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
  ave blvd rd hwy sq bldg apt ext
  ala ariz ark calif colo conn dak del fla ga ill ind kan kans ky md mass mich minn miss mont neb nebr nev okla
  ore penn pa tenn tex va vt wash wis wisc wyo ont que alta
  ph.d phd m.d b.a m.a b.sc m.sc e.g i.e a.m p.m a.k.a u.s u.k u.n
  hr hrs min mins sec secs yr yrs tel fax attn conf info int'l nat'l gov't dep't govt lb lbs oz
`);

/** Abbreviations that open what follows: never the last word of a sentence. Without their full stop. */
export const INTRODUCING = words('e.g i.e p.s p.p.s viz cf');

/** Abbreviations only before a number: "No. 5", but "He said no." Without their full stop. */
export const NUMBERED = words(
  'no nos fig figs p pp art arts sec vol vols ch para paras pt pts eq ref ca c apt sat sun dec mar',
);

/** What stays joined to the word after its hyphen; all other compounds are split there, as in the treebanks. */
export const JOINING_PREFIXES = words(`
  a ad agro ante anti arch bi bio co counter cross cyber de e eco ex extra hyper infra inter intra macro mega meta
  micro mid mini mis multi neo non over para peri post pre pro proto pseudo quasi re semi socio sub super trans tri u ultra
  un under uni
`);

/** What stays joined to the word before its hyphen. */
export const JOINING_SUFFIXES = words('esque fest fold gate ish itis less like most rama wise');

/** Words that are two, by the length of the first (of the first two for "dunno"). */
export const JOINED_WORDS: ReadonlyMap<string, readonly number[]> = new Map([
  ['cannot', [3]],
  ['gonna', [3]],
  ['wanna', [3]],
  ['gotta', [3]],
  ['outta', [3]],
  ['gimme', [3]],
  ['lemme', [3]],
  ['dunno', [2, 3]],
  ['dont', [2]],
  ['doesnt', [4]],
  ['didnt', [3]],
  ['isnt', [2]],
  ['arent', [3]],
  ['wasnt', [3]],
  ['werent', [4]],
  ['hasnt', [3]],
  ['havent', [4]],
  ['hadnt', [3]],
  ['wont', [2]],
  ['cant', [2]],
  ['wouldnt', [5]],
  ['couldnt', [5]],
  ['shouldnt', [6]],
  ['aint', [2]],
  ['im', [1]],
  ['ive', [1]],
  ['youre', [3]],
  ['youve', [3]],
  ['youll', [3]],
  ['theyre', [4]],
  ['theyve', [4]],
  ['theyll', [4]],
  ['thats', [4]],
  ['theres', [5]],
  ['whats', [4]],
]);

/** Words that begin with an apostrophe. Without it. */
export const CLIPPED_WORDS = words('em til tis twas cause bout n round');

/** Capitalised after an abbreviation, these begin a new sentence; other words may go on with a name ("U.S. Congress"). */
export const SENTENCE_STARTERS = words(`
  the a an this that these those he she it they we you i his her their its our my your
  in on at by for from to with as if when while after before since although though but and or so yet nor
  however meanwhile also there here what who why how where which whose some many most all both no not one two three
  several other others another last earlier later now then according among under over during despite because until
  unlike like still even instead moreover furthermore nevertheless nonetheless thus hence once every each any few
  more much such only just perhaps maybe yes well today yesterday tomorrow separately asked
  is are was were do does did has have had can could will would should may might must let please
`);

/** Forms of verbs that say something wherever they stand beside a clause or a quotation: the only list of them here. */
export const SAYING = words(`
  said says say saying told tells tell telling added adds adding announced announces announcing argued argues arguing
  asked asks asking claimed claims claiming concluded concludes concluding confirmed confirms confirming
  declared declares declaring explained explains explaining insisted insists insisting joked noted notes noting
  posted quipped replied replies replying reported reports responded responds stated states stating stressed stresses stressing
  suggested suggests suggesting tweeted tweets urged warned warns warning wrote writes writing exclaimed
`);

/** Those and others that report speech only where they follow a closing quotation mark: “Who did it?” Smith went on. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set([
  ...SAYING,
  ...words('answered continued cried demanded recalled shouted whispered wondered'),
]);

/** A regular verb's forms: "announce announces announced announcing", "deny denies denied denying". */
function forms(verb: string): string[] {
  const stem = verb.replace(/e$/, '');
  const [third, past] = /[^aeiou]y$/.test(verb)
    ? [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`]
    : [`${verb}s`, `${stem}ed`];
  return [verb, third, past, `${stem}ing`];
}

/** Verbs with which somebody is told something. */
export const TELLING_VERBS = new Set([
  ...['remind', 'inform', 'warn', 'assure', 'reassure', 'convince', 'persuade', 'advise', 'notify'].flatMap(forms),
  ...words('tell tells told telling'),
]);

/** Verbs that have what is said, found, ruled or thought as a clause with "that". */
export const THAT_VERBS = new Set([
  ...[
    ...words(
      'acknowledge add affirm agree allege announce argue assert believe calculate claim complain concede conclude',
    ),
    ...words(
      'confess confirm contend decide declare deny determine disclose discover emphasise emphasize estimate explain',
    ),
    ...words(
      'fear guarantee hint hope indicate insist maintain mention note notice observe pledge predict proclaim promise',
    ),
    ...words(
      'propose realise realize recall recognise recognize reiterate repeat report reveal rule signal speculate state',
    ),
    ...words('stress suggest suspect testify tweet vote vow warn'),
  ].flatMap(forms),
  ...words('admit admits admitted admitting find finds found finding hear hears heard hearing know knows knew knowing'),
  ...words('learn learns learned learnt learning say says said saying show shows showed showing swear swears swore'),
  ...words('tell tells told telling think thinks thought thinking write writes wrote writing'),
]);

/** With these a letter begins and ends; what follows their comma is a new sentence. */
export const SALUTATIONS = words(`
  hi hello hey dear greetings thanks regards sincerely cheers best love yours respectfully cordially warm warmest kind kindest
`);
