import type { KnownSite } from './known.ts';

const plain = { path: null, labels: [], trustBareCodes: true } as const;

/** The systems that schools in England use whose register pages are published nowhere. Data only, by name. */
export const KNOWN_SITES: readonly KnownSite[] = Object.freeze([
  {
    ...plain,
    id: 'arbor',
    name: 'Arbor',
    hosts: ['*.arbor.sc'],
    labels: [
      { label: 'green tick', code: '/', note: null },
      { label: 'yellow clock', code: 'L', note: null },
      {
        label: 'red clock',
        code: 'U',
        note: 'The clock is the same as for L: only its colour says that it is U.',
      },
      { label: 'red cross', code: null, note: 'An absence: the colour does not say which code it is.' },
      { label: 'orange clock', code: null, note: 'Orange is an authorised absence: it does not say which.' },
    ],
    about: [
      'Its pages are routes behind “/?/” in the address, and change without the page being loaded.',
      'Registers never close by themselves, and the mark on the screen may not be the one that counts for the session.',
    ],
  },
  {
    ...plain,
    id: 'bromcom',
    name: 'Bromcom',
    hosts: ['cloudmis.bromcom.com'],
    path: '/Nucleus/UI/',
    about: [
      'Its grids may keep headings and rows in two tables, and draw rows again after each change.',
      'After a setting of the school’s, a later period’s mark can become the session’s.',
    ],
  },
  {
    ...plain,
    id: 'class-charts',
    name: 'Class Charts',
    hosts: ['www.classcharts.com'],
    about: ['Pupils are cards, as in a seating plan, with a drop-down on each.'],
  },
  {
    ...plain,
    id: 'compass',
    name: 'Compass',
    hosts: ['*.compass.education'],
    about: ['The class and the time of a lesson stand behind “#session/” in the address.'],
  },
  {
    ...plain,
    id: 'edulink-one',
    name: 'Edulink One',
    hosts: ['*.edulinkone.com'],
    about: ['It has two lists of codes, for the statutory sessions and for lessons.'],
  },
  {
    ...plain,
    id: 'go-4-schools',
    name: 'GO 4 Schools',
    hosts: ['www.go4schools.com'],
    about: ['Sessions and lessons are recorded beside another system, not instead of it.'],
  },
  {
    ...plain,
    id: 'isams',
    name: 'iSAMS',
    hosts: ['*.isams.cloud'],
    trustBareCodes: false,
    about: [
      'A code is any letter, number or sign the school chose, so a letter may not mean what it does elsewhere.',
    ],
  },
  {
    ...plain,
    id: 'juniper',
    name: 'Juniper Horizons (Pupil Asset)',
    hosts: ['secure.pupilasset.com'],
    labels: [
      { label: 'slightly late', code: 'L', note: null },
      {
        label: 'late (u)',
        code: 'U',
        note: 'This label reads like L, and invites the wrong code: U is late after the register closed.',
      },
    ],
    about: ['Which codes can be chosen is a setting of the school’s.'],
  },
  {
    ...plain,
    id: 'satchel-one',
    name: 'Satchel One',
    hosts: ['www.satchelone.com'],
    about: [
      'It can show a column for each session or period of the day: only one register is checked at a time.',
    ],
  },
  {
    ...plain,
    id: 'scholarpack',
    name: 'ScholarPack',
    hosts: ['*.scholarpack.com'],
    labels: [
      { label: 'green semicircle', code: '/', note: null },
      { label: 'orange semicircle', code: null, note: 'Late: the colour does not say whether L or U.' },
      { label: 'red semicircle', code: null, note: 'An absence: the colour does not say which code it is.' },
    ],
    about: ['The office’s grid saves each change at once, and shows up to four weeks.'],
  },
  {
    ...plain,
    id: 'sims',
    name: 'SIMS',
    hosts: ['*.sims.co.uk'],
    about: ['A code can have three characters, such as X01. SIMS 7 is not a web page and cannot be read.'],
  },
]);
