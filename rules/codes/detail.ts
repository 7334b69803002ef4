import * as v from 'valibot';
import type { RuleName } from '../marks/finding.ts';
import document from './detail.json' with { type: 'json' };
import { CODES, type CodeEntry } from './table.ts';

/** What says that a condition is broken: a check of the contract, the check of a whole policy, or only a person. */
export type BrokenBy = RuleName | 'policy-check' | 'for-a-person';

const FINDINGS = [
  ...(['late-after-close', 'late-before-close', 'present-after-start', 'late-before-start'] as const),
  ...(['late-after-session', 'entry-after-close', 'boundary-minute', 'close-unknown'] as const),
  ...(['wrong-session', 'withdrawn-code', 'not-yet-code', 'not-a-school-session'] as const),
  ...(['future-session', 'n-unsettled', 'n-overdue', 'age-check', 'remote-not-attended'] as const),
  ...(['policy-note', 'policy-check', 'for-a-person'] as const),
] satisfies readonly BrokenBy[];

/** The parts of the register a code belongs to, as the guidance groups them. */
const CATEGORIES = [
  'present',
  'attending_approved_activity',
  'attending_other_registered_school',
  'leave_of_absence',
  'other_authorised',
  'unable_unavoidable_cause',
  'unauthorised',
  'administrative',
] as const;

const CLASSES = [
  ...(['present', 'approved-activity', 'authorised', 'unauthorised'] as const),
  ...(['not-possible', 'not-collected'] as const),
];

const text = v.pipe(v.string(), v.minLength(1));
const sourceKeys = v.pipe(v.array(v.string()), v.minLength(1));

const schema = v.object({
  codes: v.array(
    v.object({
      code: text,
      /** Its name in full, as the guidance has it. */
      name: text,
      /** One plain sentence of our own. */
      meaning: text,
      category: v.picklist(CATEGORIES),
      /** Which pupils it may be used for. */
      pupils: text,
      /** Who decides that it applies. */
      decidedBy: text,
      /** What must hold for the code to fit, and what says so when it does not. */
      conditions: v.array(v.object({ says: text, finding: v.picklist(FINDINGS) })),
      /** `law`: the regulation was read, or an authority’s quotation of it. `guidance`: read through transcriptions. */
      confidence: v.picklist(['law', 'guidance']),
      sources: sourceKeys,
      /** What was looked for and not found: never asserted. */
      notEstablished: v.array(text),
      /** What it was in the set of 2006 to 2024; null for a code that came in with the present set. */
      until2024: v.nullable(
        v.object({
          name: text,
          class: v.picklist(CLASSES),
          /** Codes that cover today what it covered then. */
          nowCoded: v.array(text),
          /** Whether an old mark may be read as the new one unseen. */
          convertsSafely: v.boolean(),
          difference: text,
        }),
      ),
    }),
  ),
  localMarks: v.array(v.object({ mark: v.string(), name: text, known: text, sources: sourceKeys })),
  sources: v.record(v.string(), v.object({ title: text, url: v.nullable(v.string()) })),
});

type Document = v.InferOutput<typeof schema>;

/** Everything known of one code; its dates, class and successors are those of the compact table that marks are read by. */
export type CodeDetail = Readonly<Document['codes'][number]> & { readonly entry: CodeEntry };

/** A mark some system or policy shows that is never a code, and what is known of it. */
export type LocalMark = Readonly<Document['localMarks'][number]>;

const read = v.parse(schema, document);

/** Every code of the table, in its order, in full. Too heavy for the page: for documents, own pages and the batch door. */
export const CODE_DETAILS: readonly CodeDetail[] = CODES.map((entry) => {
  const detail = read.codes.find(({ code }) => code === entry.code);
  if (!detail) throw new Error(`No detail of the code ${entry.code}.`);
  return { ...detail, entry };
});

/** Blank, dash, and signs that are nobody’s code but somebody’s mark. */
export const LOCAL_MARKS: readonly LocalMark[] = read.localMarks;

/** Where each reading of a code comes from, by the keys in `sources`. */
export const CODE_SOURCES: Readonly<Document['sources']> = read.sources;
