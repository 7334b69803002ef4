import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { Model } from '../unit/store/model.ts';

/** One mark of one pupil. */
export interface Mark {
  readonly pupil: string;
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
}

/** One change that the store was asked for, as a plain fact. */
export type Deed =
  /** A database of an older version, put where the store is. Its imports cannot be undone. */
  | {
      readonly kind: 'old';
      readonly imports: readonly number[];
      readonly clock: number;
      readonly marks: readonly (Mark & { readonly origin: string })[];
    }
  /** Committed. With `stale`, the file was saved before any page was seen, so that a page's mark stands. */
  | {
      readonly kind: 'import';
      readonly id: number;
      readonly origin: string;
      readonly stale: boolean;
      readonly marks: readonly Mark[];
    }
  | { readonly kind: 'undo'; readonly id: number; readonly origin: string }
  | { readonly kind: 'seen'; readonly origin: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'wipe' };

/** All that the store is to say after some deeds. */
export interface State {
  /** By site. */
  readonly sites: ReadonlyMap<string, Model>;
  /** Numbers of the imports, in the order they were committed. */
  readonly imports: readonly number[];
  /** By site, the import that can be undone. */
  readonly undoable: ReadonlyMap<string, number>;
  readonly clock: number;
}

/** What a plain list of marks comes to after the deeds, in their order. */
export function replay(deeds: readonly Deed[]): State {
  const sites = new Map<string, Model>();
  const undoable = new Map<string, number>();
  let imports: number[] = [];
  let clock = 0;
  const site = (origin: string): Model => {
    const model = sites.get(origin) ?? new Model();
    sites.set(origin, model);
    return model;
  };
  deeds.forEach((deed, at) => {
    switch (deed.kind) {
      case 'old':
        for (const { origin, pupil, date, session, code } of deed.marks)
          site(origin).import([{ pupil: spelt(pupil), date, session, code }], at);
        imports = [...deed.imports];
        clock = deed.clock;
        break;
      case 'import':
        site(deed.origin).import(spell(deed.marks), deed.stale ? -1 : at);
        undoable.set(deed.origin, deed.id);
        imports.push(deed.id);
        break;
      case 'undo':
        site(deed.origin).undo();
        undoable.delete(deed.origin);
        imports = imports.filter((id) => id !== deed.id);
        break;
      case 'seen':
        for (const { pupil, date, session, code } of spell(deed.marks))
          site(deed.origin).see(pupil, date, session, code, at);
        break;
      case 'clock':
        clock = deed.ms;
        break;
      case 'wipe':
        throw new Error('A wipe begins a new journal.');
    }
  });
  return { sites, imports, undoable, clock };
}

/** The deeds with one more; nothing is left of what was before a wipe. */
export function after(deeds: readonly Deed[], next: Deed): readonly Deed[] {
  return next.kind === 'wipe' ? [] : [...deeds, next];
}

/** A pupil's id without the blanks that the model parts its keys with. */
export function spelt(pupil: string): string {
  return encodeURIComponent(pupil);
}

function spell(marks: readonly Mark[]): Mark[] {
  return marks.map((mark) => ({ ...mark, pupil: spelt(mark.pupil) }));
}
