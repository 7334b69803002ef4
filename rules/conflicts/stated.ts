import type { StatisticalClass } from '../codes/table.ts';

/** A thing said; `clause` is the key of the sentence that says it. */
export interface Said {
  readonly clause: string;
}

/** `at-least`: the number itself is enough. `more-than`: it is not. */
export type Comparison = 'at-least' | 'more-than';

/** What an amended entry is said to keep. */
export type AmendmentPart = 'original' | 'amended' | 'reason' | 'date' | 'name' | 'role';

/** A group of codes under a heading that says how they count. */
export interface ClassedCodes extends Said {
  readonly codes: readonly string[];
  readonly as: 'attended' | Extract<StatisticalClass, 'authorised' | 'unauthorised' | 'not-possible'>;
}

/** A table of codes as the policy prints it. */
export interface ListedCodes extends Said {
  readonly listed: readonly string[];
  /** Only where a heading or a column gives the class. */
  readonly classed: readonly ClassedCodes[];
  /** Codes that the policy's text shows as another character. */
  readonly garbled: readonly { readonly code: string; readonly printed: string }[];
}

/** How long an N may stand. `amount` is null for `first-day` (its end) and `unstated` (“a reasonable time”). */
export interface StatedDeadline extends Said {
  readonly amount: number | null;
  readonly unit: 'school-days' | 'working-days' | 'week' | 'first-day' | 'unstated';
}

/** One row of a table of attendance bands as printed. */
export interface StatedBand extends Said {
  readonly label: string;
  /** Null where the text lost it, and the school must type it. */
  readonly percent: number | null;
  /** Days lost in a year, as printed; null where none are. */
  readonly days: number | null;
}

/**
 * What the policy's words state, right or wrong, as data: what the checks for conflicts read. A list is empty, and a
 * single thing null, where the policy says nothing of it.
 */
export interface Stated {
  readonly retention: (Said & { readonly years: number }) | null;
  readonly amendment: (Said & { readonly parts: readonly AmendmentPart[] }) | null;
  readonly threshold:
    | (Said & {
        readonly sessions: number;
        readonly comparison: Comparison;
        /** Null where no window is given. */
        readonly schoolWeeks: number | null;
        /** The same in days, where the policy gives that too. */
        readonly days: number | null;
      })
    | null;
  /** Amounts of the first and second notice; `withinDays` is null for the amount with no date to it. */
  readonly penalties: readonly (Said & {
    readonly notice: 1 | 2;
    readonly withinDays: number | null;
    readonly pounds: number;
  })[];
  /** Whether a notice is said to follow of itself (`will`) or to be considered (`may`). */
  readonly notices: readonly (Said & {
    readonly notice: 'penalty' | 'improvement';
    readonly wording: 'will' | 'may';
  })[];
  /** The improvement period of a Notice to Improve. */
  readonly improvementWeeks: (Said & { readonly from: number; readonly to: number }) | null;
  readonly codes: ListedCodes | null;
  /** Codes said to be for something that has a code of its own, or none. */
  readonly codeUses: readonly (Said & {
    readonly code: string;
    readonly use: 'weather' | 'staggered-starts';
  })[];
  readonly unsettled: readonly StatedDeadline[];
  readonly persistent: readonly (Said & { readonly wording: 'missed-10' | 'attended-below-90' })[];
  readonly severe: readonly (Said & {
    readonly wording: 'missed-50' | 'missed-over-50' | 'attended-below-50' | 'attended-50-or-more';
  })[];
  readonly bands: readonly StatedBand[];
  /** The attendance the school aims at. */
  readonly target: (Said & { readonly percent: number; readonly comparison: Comparison }) | null;
  readonly remote: (Said & { readonly recordedAs: 'absent' | 'attended' }) | null;
  /** Laws cited, by title as printed. */
  readonly laws: readonly (Said & { readonly title: string })[];
  /** Days of absence after which the local authority is told. */
  readonly returns: readonly (Said & {
    readonly absence: 'illness' | 'unauthorised';
    readonly days: number;
    readonly comparison: Comparison;
  })[];
  /** How an arrival after close is coded. */
  readonly afterClose: readonly (Said & { readonly wording: 'always-u' | 'u-without-reason' })[];
  /** An earlier close for one pupil. */
  readonly pupilCutOff: Said | null;
  /** The policy applies alike below compulsory school age. */
  readonly belowCompulsoryAge: Said | null;
  /** Rules that refuse leave whatever the case. */
  readonly leaveRefused: readonly Said[];
  /** Rules that ask for evidence whatever the case. */
  readonly evidenceAlways: readonly Said[];
  /** Limits of age or sessions put on the absence of a travelling parent's child. */
  readonly travellerLimits: readonly Said[];
}
