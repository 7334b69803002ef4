import { CODE_NAMES } from '../rules/codes/names.ts';
import { CODES } from '../rules/codes/table.ts';

/** The names of the codes in regulation 10 of SI 2024/208, as far as the code table shortens them. */
const IN_FULL: Readonly<Record<string, string>> = {
  '/': 'Present at the school, morning session',
  '\\': 'Present at the school, afternoon session',
  L: 'Late arrival before the register is closed',
  K: 'Attending education provision arranged by the local authority',
  V: 'Attending an educational visit or trip',
  P: 'Participating in a sporting activity',
  W: 'Attending work experience',
  B: 'Attending any other approved educational activity',
  C1: 'Leave of absence for a regulated performance or regulated employment abroad',
  M: 'Leave of absence for a medical or dental appointment',
  J1: 'Leave of absence for an interview',
  S: 'Leave of absence for study for a public examination',
  X: 'Non-compulsory school age pupil not required to attend',
  C2: 'Leave of absence for a compulsory school age pupil on a part-time timetable',
  C: 'Leave of absence for exceptional circumstances',
  T: 'Parent travelling for occupational purposes',
  I: 'Illness (not medical or dental appointment)',
  E: 'Suspended or permanently excluded and no alternative provision made',
  Q: 'Unable to attend because of a lack of access arrangements',
  Y1: 'Unable to attend because transport normally provided is not available',
  Y2: 'Unable to attend because of widespread disruption to travel',
  Y3: 'Unable to attend because part of the premises is closed',
  Y4: 'Unable to attend because the whole school is unexpectedly closed',
  Y5: 'Unable to attend because the pupil is in criminal justice detention',
  Y6: 'Unable to attend in accordance with public health guidance or law',
  Y7: 'Unable to attend because of any other unavoidable cause',
  G: 'Holiday not granted by the school',
  N: 'Reason for absence not yet established',
  U: 'Arrived in school after registration closed',
  Z: 'Prospective pupil not on the admission register',
  '#': 'Planned whole or partial school closure',
};

/** Names that belong to one code only, whether still in force or not: "Interview" was J's and is nobody's now. */
const names = new Map(
  [
    ...CODES.filter(({ until }) => until === null).map(
      ({ code }) => [code, CODE_NAMES[code] ?? code] as const,
    ),
    ...Object.entries(IN_FULL),
  ].map(([code, name]) => [plain(name), code]),
);

/** The code whose official name a label is, word for word; undefined for any other label. */
export function officialCode(label: string): string | undefined {
  return names.get(plain(label));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
