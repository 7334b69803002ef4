import { useState } from 'preact/hooks';
import { longDate } from '../../rules/calendar/show.ts';
import { AskFirst } from './ask-first.tsx';
import { FileDrop } from './file-drop.tsx';
import { dayOf, howMany, type KeptSite } from './kept.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** What a backup holds, and what putting it in place means here. */
export interface BackupSummary {
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly school: string | null;
  readonly policies: number;
  readonly hasTermDates: boolean;
  readonly pages: number;
  readonly sites: readonly (Pick<KeptSite, 'origin' | 'pupils' | 'marks' | 'span' | 'named'> & {
    /** Pupils of the site kept here now, whose marks the backup would take the place of. */
    readonly pupilsHere: number;
  })[];
  readonly keepsNames: boolean;
}

/** Puts a backup in place: the file, its passphrase, a look at what is in it, and a question before anything goes. */
export function Restore(props: {
  look: (file: File, passphrase: string) => Promise<BackupSummary>;
  onRestore: (file: File, passphrase: string) => Promise<unknown>;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [found, setFound] = useState<BackupSummary | null>(null);
  const saving = useSaving();
  const forget = () => {
    setFound(null);
    setPassphrase('');
    setFile(null);
  };
  const look = () =>
    file &&
    saving.run(
      async () => setFound(await props.look(file, passphrase)),
      'The backup opens. Nothing is changed yet.',
    );
  const restore = async () => {
    if (file && (await saving.run(() => props.onRestore(file, passphrase), 'The backup is in place.')))
      forget();
  };
  return (
    <>
      <FileDrop
        label="Backup file"
        accept=".registerwise"
        onFile={(next) => {
          forget();
          saving.clear();
          setFile(next);
        }}
      />
      {file && !found && (
        <form
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <div class="fields">
            <PassphraseField
              label={`Passphrase of ${file.name}`}
              value={passphrase}
              shown={false}
              onInput={setPassphrase}
            />
          </div>
          <button type="submit" disabled={passphrase === '' || saving.state.kind === 'saving'}>
            Look inside
          </button>
        </form>
      )}
      {found && (
        <AskFirst
          question="Put this backup in place?"
          yes="Yes, put it in place"
          no="Leave everything as it is"
          onYes={restore}
          onNo={() => {
            forget();
            saving.clear();
          }}
        >
          <Summary found={found} />
        </AskFirst>
      )}
      <SaveStatus state={saving.state} />
    </>
  );
}

function Summary({ found }: { found: BackupSummary }) {
  const named = found.sites.reduce((sum, site) => sum + site.named, 0);
  return (
    <>
      <p>
        Made on {dayOf(found.made)}
        {found.school && `, for ${found.school}`}. It holds{' '}
        {found.hasTermDates ? 'term dates' : 'no term dates'}, {howMany(found.pages, 'page')},{' '}
        {howMany(found.policies, 'policy profile')} of the school’s own, and:
      </p>
      <ul>
        {found.sites.length === 0 && <li>no marks</li>}
        {found.sites.map(({ origin, pupils, marks, span, pupilsHere }) => (
          <li key={origin}>
            <strong>{origin}</strong>: {howMany(marks, 'mark')} of {howMany(pupils, 'pupil')}
            {span && `, ${longDate(span.from)} to ${longDate(span.to)}`}.{' '}
            {pupilsHere > 0
              ? `It takes the place of everything kept here of this site, ${howMany(pupilsHere, 'pupil')} now.`
              : 'Nothing is kept here of this site now.'}
          </li>
        ))}
      </ul>
      <p>
        Other sites stay as they are. The policy, term dates and other choices are taken over only where none
        is set here. A site must be allowed again under Sites on a new device.
        {named > 0 &&
          !found.keepsNames &&
          ` The names of ${howMany(named, 'pupil')} are left out, because this device does not keep names: switch that on first if you want them.`}
      </p>
    </>
  );
}
