import type { Token } from '../../../language/document.ts';

/** Verbs by whose object or subject the infinitive or participle behind it is to be done. */

const MOVING = new Set(
  'advise allow arm ask assign authorise authorize back bring cause command compel convince deploy direct dispatch drive embolden empower enable encourage enlist equip finance forbid force fund get help hire incite induce inspire instruct invite lead leave mentor mobilise mobilize motivate oblige order pay permit persuade press pressure prod prompt provoke push raise recruit request send teach tell tempt train trust urge want warn'.split(
    ' ',
  ),
);

/** Whether its object does what an infinitive says: "trained units to fight", "led ministers to resign". */
export const movesOthers = (verb: Token): boolean => MOVING.has(verb.lowerLemma);

const SPENDING = new Set(['spend', 'waste', 'have', 'pass', 'lose', 'take']);

/** "spent months fighting": what is spent does not fight. */
export const spendsTime = (verb: Token): boolean => SPENDING.has(verb.lowerLemma);
