/** A teacher code: its title heads a column; its state decides the class of a saved cell. */
export interface TeacherCode {
  readonly title: string;
  readonly state: 'present' | 'absent' | 'half-day';
}

/** The codes of the live page, CODE_1 first. */
export const CODES: readonly TeacherCode[];

/** What `#body` holds. */
export function renderRegister(register: {
  action: string;
  group: string;
  date: string;
  today: string;
  /** Null on the first visit: no option is selected by the server. */
  period: string | null;
  periods?: readonly string[];
  codes?: readonly TeacherCode[];
  pupils: readonly { readonly id: string; readonly name: string; readonly grade?: string }[];
  /** Null: nothing saved, every mark is the preset default. */
  saved: { codes: Readonly<Record<string, string>>; comments: Readonly<Record<string, string>> } | null;
}): string;

/** The whole document around what `#body` holds. */
export function renderPage(body: string): string;
