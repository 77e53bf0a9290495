import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { whatSomebodyIsAccusedOf } from './accused-of.ts';
import { capitalsMakeNames } from './capitals.ts';
import { whatIsDue } from './due-to.ts';
import { finalSpeakerSaysAll } from './final-speaker.ts';
import { tagsAfterRelations } from './function-words.ts';
import { infinitivesGoTogether } from './infinitives.ts';
import { speakerStandsInside } from './inserted-speaker.ts';
import { interned } from './interned.ts';
import { everyVerbHasASubject } from './lost-subject.ts';
import { onePhraseInASlot } from './one-slot.ts';
import { plainForm } from './parser/features.ts';
import { readModel } from './parser/model.ts';
import { ParserNetwork } from './parser/network.ts';
import { maximumSpanningTree } from './parser/tree.ts';
import { phrasesAfterTimes } from './phrases-after-times.ts';
import { relativesAgree } from './relatives-agree.ts';
import { whatIsSaidBare, whatIsSaidByTheWay, whatIsSaidThat } from './said-that.ts';
import { speakerStandsLast } from './speaker-after-name.ts';
import { createTagger, decodeTagger } from './tagger.ts';
import { timeStandsBeforeSubject } from './time-before-subject.ts';
import { verbsAfterRelations } from './verb-tags.ts';
import { joinedVerbsAgree } from './verbs-agree.ts';

/** Tags and tree of a sentence, a value for each word. Heads are positions in the sentence, -1 for the root. */
export interface Parse {
  readonly upos: string[];
  readonly xpos: string[];
  readonly head: number[];
  readonly deprel: string[];
}

export interface Parser {
  /** Tags and tree of the words of a sentence; the same words always give the same parse, on any machine. */
  parse(forms: readonly string[]): Parse;
}

/** Words of the longest piece that is parsed at once: time and memory grow with its square. */
const LONGEST = 512;

const ENGLISH = fileURLToPath(new URL('./model/english.parser', import.meta.url));
const ENGLISH_TAGGER = fileURLToPath(new URL('./model/english.tagger', import.meta.url));

/** What stands before the items of a list. */
const BULLETS = new Set(['•', '●', '▪', '◦', '‣']);

/** Where a parser's two files are, and whether to compute with SIMD where the machine has it (the trees are the same). */
export interface ParserOptions {
  readonly path?: string;
  readonly taggerPath?: string;
  readonly simd?: boolean;
}

/** Loads a parser, by default the English one. The tagger's quick guesses are part of what its network is given. */
export function loadParser({ path = ENGLISH, taggerPath = ENGLISH_TAGGER, simd = true }: ParserOptions = {}): Parser {
  const model = readModel(readFileSync(path));
  const upos = model.inventory.upos.map(interned);
  const xpos = model.inventory.xpos.map(interned);
  const deprels = model.inventory.deprels.map(interned);
  const rootLabel = deprels.indexOf('root');
  const network = new ParserNetwork(model, simd);
  const taggerModel = decodeTagger(readFileSync(taggerPath));
  const tagger = createTagger(taggerModel);
  const hintOfPair = taggerModel.tags.map((tag) => Math.max(0, model.inventory.hints.indexOf(tag)));
  const parsePiece = (given: readonly string[]): Parse => {
    // The treebanks' lists have hyphens.
    const forms = BULLETS.has(given[0]) ? ['-', ...given.slice(1)] : given;
    const n = forms.length;
    const parse: Parse = { upos: [], xpos: [], head: [], deprel: [] };
    const hints = tagger.tag(forms.map(plainForm)).pairs.map((pair) => hintOfPair[pair]);
    const { tags, tagStride, xposStart, arcs } = network.score(forms, hints);
    for (let i = 0; i < n; i++) {
      parse.upos.push(upos[highest(tags, i * tagStride, upos.length)]);
      parse.xpos.push(xpos[highest(tags, i * tagStride + xposStart, xpos.length)]);
    }
    const heads = maximumSpanningTree(arcs, n);
    const labels = network.scoreLabels(heads);
    for (let i = 0; i < n; i++) {
      const at = i * labels.stride;
      // `root` is the relation of the root, and of no other word.
      if (heads[i] !== 0) labels.scores[at + rootLabel] = Number.NEGATIVE_INFINITY;
      parse.head.push(heads[i] - 1);
      parse.deprel.push(deprels[heads[i] === 0 ? rootLabel : highest(labels.scores, at, deprels.length)]);
    }
    tagsAfterRelations(forms, parse);
    capitalsMakeNames(forms, parse);
    verbsAfterRelations(forms, parse);
    whatSomebodyIsAccusedOf(forms, parse);
    onePhraseInASlot(forms, parse);
    infinitivesGoTogether(forms, parse);
    timeStandsBeforeSubject(forms, parse);
    phrasesAfterTimes(forms, parse);
    everyVerbHasASubject(forms, parse);
    joinedVerbsAgree(forms, parse);
    relativesAgree(forms, parse);
    whatIsDue(forms, parse);
    whatIsSaidThat(forms, parse);
    whatIsSaidBare(forms, parse);
    whatIsSaidByTheWay(forms, parse);
    speakerStandsInside(forms, parse);
    speakerStandsLast(forms, parse);
    finalSpeakerSaysAll(forms, parse);
    return parse;
  };
  return {
    parse(forms) {
      if (forms.length === 0) return { upos: [], xpos: [], head: [], deprel: [] };
      if (forms.length <= LONGEST) return parsePiece(forms);
      const pieces: Parse[] = [];
      for (let i = 0; i < forms.length; i += LONGEST) pieces.push(parsePiece(forms.slice(i, i + LONGEST)));
      return joinPieces(pieces);
    },
  };
}

/** The pieces of one sentence as one tree: the roots of the later ones hang on the first, side by side. */
function joinPieces(pieces: readonly Parse[]): Parse {
  const whole: Parse = { upos: [], xpos: [], head: [], deprel: [] };
  const root = pieces[0].head.indexOf(-1);
  for (const { upos, xpos, head, deprel } of pieces) {
    const start = whole.head.length;
    whole.upos.push(...upos);
    whole.xpos.push(...xpos);
    whole.head.push(...head.map((at) => (at >= 0 ? at + start : start === 0 ? -1 : root)));
    whole.deprel.push(...deprel.map((label) => (label === 'root' && start > 0 ? 'parataxis' : label)));
  }
  return whole;
}

/** Position of the highest of `count` values from `start`, counted from there; the first where several are equal. */
function highest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[start + i] > values[start + best]) best = i;
  return best;
}
