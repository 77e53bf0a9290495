import type { EventType } from '../src/coding/reading.ts';

const MEANINGS: Record<EventType, string> = {
  AGREE: 'agree, promise',
  CONSULT: 'meet, visit, talk',
  SUPPORT: 'praise, back, sign',
  COOPERATE: 'act together',
  AID: 'give help',
  CONCEDE: 'give way',
  RETREAT: 'withdraw, release, resign',
  REQUEST: 'ask, demand',
  ACCUSE: 'blame, criticise',
  REJECT: 'refuse, deny',
  THREATEN: 'warn of force or measures',
  PROTEST: 'demonstrate, strike',
  SANCTION: 'cut ties, expel, embargo',
  MOBILIZE: 'make forces ready',
  COERCE: 'arrest, seize, repress',
  ASSAULT: 'attack, kill',
};

/** What an event type stands for, in the words of everyday. */
export function meaningOf(type: EventType): string {
  return MEANINGS[type];
}
