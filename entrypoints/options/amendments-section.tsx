import { Amendments } from '../../components/forms/amendments.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import type { Ask } from '../../store/ask.ts';
import { amendmentsCsv } from '../../store/csv-amendments.ts';

/** The changes to earlier marks that were noted, and their export. */
export function AmendmentsSection({ ask }: { ask: Ask }) {
  const noted = useLoaded(() => ask('amendments', {}));
  return (
    <Await {...noted} what="changes to earlier marks">
      {({ amendments, unreadable }) => (
        <Amendments
          count={amendments.length}
          unreadable={unreadable}
          onSave={() => saveAs('amendments.csv', amendmentsCsv(amendments), 'text/csv')}
        />
      )}
    </Await>
  );
}
