import { useState } from 'preact/hooks';
import { AskFirst } from '../../components/forms/ask-first.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { PupilRecordView, recordRows } from '../../components/forms/pupil-record.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import { SaveStatus, useSaving } from '../../components/forms/saving.tsx';
import type { Ask } from '../../store/ask.ts';
import { csvText } from '../../store/csv-text.ts';
import { siteName } from '../../store/site-name.ts';
import { NOT_KEPT, type PupilRecord } from '../../store/subject/record.ts';
import { saysOf } from '../../store/subject/says.ts';
import { FindPupil } from './find-pupil.tsx';

/** Everything kept about one pupil: to answer the pupil or a parent who asks for it, or to erase it. */
export function PupilPage({ ask }: { ask: Ask }) {
  const kept = useLoaded(() => ask('kept', {}));
  const [record, setRecord] = useState<PupilRecord | null>(null);
  const looking = useSaving();
  const find = async (origin: string, pupil: string) => {
    setRecord(null);
    await looking.run(async () => {
      const found = await ask('pupil-record', { origin, pupil });
      if (!found) throw new Error('Nothing is kept about that pupil on this site.');
      setRecord(found);
    }, 'This is all that is kept.');
  };
  return (
    <div class="frame">
      <header class="brand">
        <img src="/icon/registerwise.svg" alt="" width="36" height="36" />
        <h1>What is kept about one pupil</h1>
      </header>
      <main>
        <section class="card" aria-labelledby="find-title">
          <h2 id="find-title">Choose the pupil</h2>
          <Await {...kept} what="sites">
            {(sites) => (
              <FindPupil
                sites={sites.map(({ origin }) => ({ origin, name: siteName(origin) }))}
                namesOf={(origin) => ask('pupil-names', { origin })}
                onFind={find}
              />
            )}
          </Await>
          <SaveStatus state={looking.state} />
        </section>
        {record && <Found ask={ask} record={record} onErased={() => setRecord(null)} said={looking} />}
      </main>
    </div>
  );
}

function Found(props: {
  ask: Ask;
  record: PupilRecord;
  onErased: () => void;
  said: ReturnType<typeof useSaving>;
}) {
  const { ask, record, said } = props;
  const [asking, setAsking] = useState(false);
  const erase = () =>
    said.run(async () => {
      await ask('erase-pupil', { origin: record.origin, pupil: record.pupil });
      props.onErased();
    }, 'Erased. That a pupil was erased is noted, of whom is not.');
  // The number stands in no file name: the browser keeps a list of what was saved.
  return (
    <section class="card record-card" aria-label="The record">
      <div class="row">
        <button type="button" class="main" onClick={() => print()}>
          Print
        </button>
        <button
          type="button"
          onClick={() =>
            saveAs(
              'pupil-record.json',
              `${JSON.stringify(withMeaning(record), null, 2)}\n`,
              'application/json',
            )
          }
        >
          Save as JSON
        </button>
        <button
          type="button"
          onClick={() => saveAs('pupil-marks.csv', csvText(recordRows(record)), 'text/csv')}
        >
          Save marks as CSV
        </button>
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          Erase everything about this pupil…
        </button>
      </div>
      {asking && (
        <AskFirst
          question="Erase everything about this pupil?"
          yes="Yes, erase it"
          no="Keep it"
          onYes={erase}
          onNo={() => setAsking(false)}
        >
          <p>
            Marks, name, counts and notes of this pupil go from this device, at once and for good. The
            school’s own register is not touched: while Registerwise stays on, marks it sees there are kept
            anew. Backups made before still hold the pupil.
          </p>
        </AskFirst>
      )}
      <PupilRecordView
        record={record}
        siteName={siteName(record.origin)}
        notKept={NOT_KEPT}
        entries={record.log.map((entry) => ({ at: entry.at, says: saysOf(entry) }))}
      />
    </section>
  );
}

/** The record with all that a reader without this page needs to understand it. */
function withMeaning(record: PupilRecord) {
  return {
    ...record,
    made: new Date(record.made).toISOString(),
    marks: record.marks.map(({ seenAt, ...mark }) => ({
      ...mark,
      from: seenAt === null ? 'import' : 'page',
      seenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
    })),
    log: record.log.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString(), says: saysOf(entry) })),
    imports: record.imports.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
    notKept: NOT_KEPT,
  };
}
