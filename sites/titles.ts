import type { Session } from '../rules/calendar/dates.ts';
import type { Basis, Health } from './contract.ts';
import { assess, type Seen } from './health.ts';
import { isAttendance, type Label, readLabel } from './label.ts';
import type { SiteProfile } from './profile.ts';
import { proposeCode } from './propose.ts';
import { type Settled, type Sitting, settle } from './sitting.ts';

/** The titles a school gave its codes, in a system whose pages are known but whose codes are the school's own. */
export interface Titles extends Pick<Settled, 'session' | 'lesson'> {
  /** What a mark under this title is read as; null for no mark. */
  read(title: string): Label | null;
  /** What a person has to confirm before the titles can be read as codes; null where they are codes by themselves. */
  readonly basis: Basis | null;
  health(lines: readonly Seen[]): Health;
}

/** What is known of the titles of one page. */
interface Known {
  readonly titles: readonly string[];
  /** As the page says. */
  readonly sitting: Sitting;
  readonly profile: SiteProfile | null;
  readonly kind: Pick<Basis, 'marks' | 'pupils'>;
  /** Whether a person is asked even where the titles look like codes. */
  readonly always?: boolean;
}

/** Reads titles as codes by themselves, else as a person confirmed. Until somebody has, nothing is said of their marks. */
export function titlesOf({ titles, sitting, profile, kind, always = false }: Known): Titles {
  const own = always || !isAttendance(titles);
  const codes = new Map(own && profile ? Object.entries(profile.codes) : []);
  // Where nothing is to be confirmed nobody is asked: only the page can say what its register is of.
  const { session, lesson, half, fault } = settle(sitting, own ? (profile?.session ?? null) : 'page');
  const assessed = (lines: readonly Seen[]): Health =>
    own && profile === null
      ? assess(lines.map(unlabelled), null)
      : assess(
          lines,
          titles.map((title) => codes.get(title) ?? title),
        );
  return {
    session,
    lesson,
    read: (title) => confirmed(codes.get(title), half) ?? readLabel(title, half ?? 'AM'),
    basis: own ? { ...kind, labels: titles.map((label) => toConfirm(label, half)) } : null,
    health(lines) {
      const health = assessed(lines);
      return { ...health, paused: health.paused ?? fault };
    },
  };
}

function toConfirm(label: string, session: Session | null) {
  const read = readLabel(label, session ?? 'AM');
  const code = read?.known ? read.code : null;
  return { label, code, proposed: code === null ? proposeCode(label, session) : null };
}

const unlabelled = ({ pupilKey }: Seen): Seen => ({ pupilKey, label: null });

/** Present is `/` in the morning and `\` in the afternoon, whichever half of the day it was confirmed in; as confirmed where nothing says which it is. */
function confirmed(code: string | undefined, session: Session | null): Label | null {
  if (code === undefined) return null;
  if (session === null || (code !== '/' && code !== '\\')) return { code, known: true };
  return { code: session === 'AM' ? '/' : '\\', known: true };
}
