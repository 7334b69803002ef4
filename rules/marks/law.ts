/** What each check rests on, as one line a reader can look up. */
export const LAW = {
  late: 'SI 2024/208, regulation 10, Table 1: L is for a pupil who attends before the taking of the register has ended.',
  present:
    'SI 2024/208, regulation 10, Table 1: / and \\ are for a pupil in school when the register begins to be taken.',
  afterClose:
    'SI 2024/208, regulation 10, Table 3: U is for a pupil who attends after the register ended and before the session ended, where no other code applies.',
  codes: 'SI 2024/208, regulation 10: the codes in force from 19 August 2024.',
  sessions:
    'SI 2024/208, regulation 10(1): the register is taken at the start of each morning session and once during each afternoon session.',
  unsettled:
    'SI 2024/208, regulation 10(7) to (9): N is corrected as soon as the reason is known, within five school days of the session, or becomes O.',
  closure:
    'SI 2024/208, regulation 10; Working together to improve school attendance: # is for planned closure.',
  remote:
    'Working together to improve school attendance, code B: remote education is recorded as absence, never as attendance.',
  amendment:
    'Working together to improve school attendance: an amended entry keeps the original, the amendment, the reason, the date, and the name and role of who made it.',
  open: 'Working together to improve school attendance: the policy states how long the register is open, the same every session, and no more than 30 minutes.',
} as const;

/** The same of the checks that ask for a pupil's age, which no page knows. */
export const LAW_OF_AGE = {
  compulsoryAge:
    'SI 2024/208, regulation 11: C2 is for pupils of compulsory school age, X for those who are not.',
  study:
    'SI 2024/208, regulation 11; Working together to improve school attendance: S is normally for Year 11 and above.',
} as const;
