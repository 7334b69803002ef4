import type { ComponentChildren } from 'preact';
import { Unremembered } from '../../components/forms/unremembered.tsx';

/** The sections of the options page, in the order a school sets them; the page's own navigation is made from them. */
export const sections = [
  { id: 'role', title: 'Who it is for', lead: 'This decides whether counts are shown at once.' },
  {
    id: 'policy',
    title: 'School policy',
    lead: 'The times and rules that marks are checked against. What a policy does not give is not guessed.',
  },
  {
    id: 'terms',
    title: 'Term dates',
    lead: 'The ten school weeks are counted from these, and a day outside them is no school session.',
  },
  {
    id: 'marks',
    title: 'Import marks',
    lead: 'Bring in marks already made, from a file of your school’s own system or from a spreadsheet. It is read on this device.',
  },
  {
    id: 'clock',
    title: 'Office clock',
    lead: 'Registers close by the school’s clock. If it differs from this computer’s, set it here.',
  },
  {
    id: 'sites',
    title: 'Sites',
    lead: 'Registerwise reads only the sites listed here. It does not run in private windows (incognito, InPrivate): marks made in one are not checked and not kept.',
  },
  {
    id: 'pages',
    title: 'Pages',
    lead: 'How registers are read that somebody confirmed or taught. One person can teach a page for a whole school or trust.',
  },
  {
    id: 'kept',
    title: 'What is kept',
    lead: 'Marks are kept on this device alone, sealed, and for no longer than you choose. Nothing is sent anywhere.',
  },
] as const;

type SectionId = (typeof sections)[number]['id'];

/** A form cannot hold another: these have their own, whose fields the browser is not to remember either. */
const HAVE_FORMS: readonly SectionId[] = ['clock', 'sites', 'kept'];

/** One section, with its heading and what it is for. */
export function Section(props: { id: SectionId; children: ComponentChildren }) {
  const section = sections.find(({ id }) => id === props.id);
  return (
    <section class="card" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{section?.title}</h2>
      <p class="quiet">{section?.lead}</p>
      {HAVE_FORMS.includes(props.id) ? props.children : <Unremembered>{props.children}</Unremembered>}
    </section>
  );
}
