import type { Sector } from '../src/coding/reading.ts';

const NAMES: Record<Sector, string> = {
  GOV: 'government',
  MIL: 'military',
  LEG: 'legislature',
  JUD: 'judiciary',
  COP: 'police',
  INT: 'intelligence',
  OPP: 'opposition',
  REB: 'rebels',
  PTY: 'party',
  CVL: 'civilians',
  REF: 'refugees',
  MED: 'media',
  BUS: 'business',
  NGO: 'non-governmental organisation',
  IGO: 'international organisation',
  EDU: 'education',
  REL: 'religion',
  CRM: 'crime',
  UNK: 'not known',
};

/** PLOVER's sector in plain words. */
export function sectorInWords(sector: Sector): string {
  return NAMES[sector];
}
