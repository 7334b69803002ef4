/** A code: its title heads a column; its state decides the class of its radio buttons. */
export interface Code {
  readonly title: string;
  readonly state: 'present' | 'absent';
}

/** The codes of the live page, CODE_1 first. */
export const CODES: readonly Code[];

/** What `#content` holds. */
export function renderRegister(register: {
  action: string;
  date: string;
  today: string;
  /** The `id` of one of `periods`; any other leaves "N/A". */
  period: string;
  periods: readonly { readonly id: string; readonly text: string }[];
  codes?: readonly Code[];
  pupils: readonly { readonly id: string; readonly name: string }[];
  /** Null: nothing saved, every mark is the preset default. */
  saved: { codes: Readonly<Record<string, string>>; comments: Readonly<Record<string, string>> } | null;
}): string;

/** The frame's document around what `#content` holds; `head` is put into its head. */
export function renderFrame(content: string, head?: string): string;
