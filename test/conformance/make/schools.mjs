/**
 * Times of the five policies, typed by hand from the policies themselves, each with its sentence. Nothing here is read
 * from the engine or its profiles: that both come to the same answers is what the pack is for.
 *
 * `closeIs`: what the close minute itself is. `end`: null where the policy gives none.
 * `second`: another clause of the same policy with another time, by which a minute may be something else.
 */
export const SCHOOLS = [
  {
    policy: 'walton-oak',
    AM: {
      taken: '08:50',
      close: '09:20',
      closeIs: 'late',
      end: null,
      says: 'Walton Oak, School Day Timings: “Marked as ‘Late’ if arriving between 8.50 am – 9.20 am”; “All registers will be considered ‘closed’ at 9.20am. Any children arriving after this time …”',
    },
    PM: {
      taken: '13:00',
      close: null,
      closeIs: 'late',
      end: null,
      says: 'Walton Oak, Appendix A, 1.3: “… in the afternoon session by 1.00 pm.” No close is given.',
    },
  },
  {
    policy: 'seagrave',
    AM: {
      taken: '08:45',
      close: '09:00',
      closeIs: 'late',
      end: null,
      second: { kind: 'close', time: '09:30' },
      says: 'Seagrave, 7.1: “Our morning register is taken at 8.45 and will be kept open until 9.00”; 6.1: “Arrival more than 30 minutes after registers close will be recorded as unauthorised absence.”',
    },
    PM: {
      taken: '13:00',
      close: null,
      closeIs: 'late',
      end: null,
      says: 'Seagrave, 7.1: “Our afternoon register is taken at 13.00”. No close is given.',
    },
  },
  {
    policy: 'john-f-kennedy',
    AM: {
      taken: '08:50',
      close: '09:20',
      closeIs: 'absent',
      end: null,
      second: { kind: 'late', time: '09:10' },
      says: 'John F Kennedy, Truancy: “All pupils are expected to be in their classes by 8:50am and 1:30pm”; Attendance expectations: “The morning register will be marked by 9:10am … close at 9:20am. Pupils will receive a mark of absence if they do not attend school before this time.”',
    },
    PM: {
      taken: '13:30',
      close: '13:45',
      closeIs: 'absent',
      end: null,
      second: { kind: 'close', time: '14:00' },
      says: 'John F Kennedy, Attendance expectations: “The afternoon register will close at 1:45pm. Pupils will receive a mark of absence if they are not present.”; code U: “… late and after 30 minutes from the start of the session”',
    },
  },
  {
    policy: 'great-hockham',
    AM: {
      taken: '08:45',
      close: '09:15',
      closeIs: 'late',
      end: null,
      says: 'Great Hockham, AM registration: taken “at 08.45am”, “close … at 09.15 am across the school, anyone who arrives after this time will be marked as unauthorised (U code).”',
    },
    PM: {
      taken: '13:05',
      close: '13:35',
      closeIs: 'late',
      end: '15:15',
      says: 'Great Hockham, PM registration: taken “at 13.05 pm”, “close … at 13.35 pm …, anyone who arrives after this time will be marked as unauthorised (U code). The school day finishes at 15.15 pm.”',
    },
  },
  {
    policy: 'leading-futures',
    AM: {
      taken: '09:00',
      close: '09:30',
      closeIs: 'late',
      end: '12:00',
      says: 'Leading Futures, Attendance Register: “9.00 am Start of session”, “12.00 noon End of session”, “9.30am AM register closes”; “Before the register has closed … (L)”, “After the register has closed … (U)”',
    },
    PM: {
      taken: '12:45',
      close: '13:15',
      closeIs: 'late',
      end: '15:45',
      says: 'Leading Futures, Attendance Register: “12.45 pm Start of session”, “3.45 pm End of session”, “1.15pm PM register closes”',
    },
  },
];
