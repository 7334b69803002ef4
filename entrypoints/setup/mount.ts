import type { SetUp } from '../../components/overlay/port.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { SiteProfile } from '../../sites/profile.ts';

/** What the panel is opened with. */
export interface SetUpFacts {
  readonly how: SetUp;
  /** What is known of this site. */
  readonly profiles: readonly SiteProfile[];
  /** Keeps one, in place of that of the same id. Rejects with an Error whose message is one plain sentence. */
  save(profile: SiteProfile): Promise<unknown>;
  forget(id: string): Promise<unknown>;
  readonly today: IsoDate;
}

/** Opens the panel in `document`, in place of one already open; goes with `signal`, and leaves nothing behind. */
export type MountSetUp = (
  document: Document,
  facts: SetUpFacts,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => void;

/** A {@link MountSetUp}. */
export const mountSetUp: MountSetUp = () => {};
