import { trusted } from '../overlay/trusted.ts';
import { TEXTS } from '../texts.ts';

/** For a while, beside a mark that somebody keeps as it is: that it is kept, and the way back. */
export function KeptPill({ name, onUndo }: { name: string | null; onUndo: () => void }) {
  return (
    <span class="pill note kept">
      <span class="short">{TEXTS.kept}</span>
      <button
        type="button"
        class="act"
        aria-label={`${TEXTS.undo} ${name ?? TEXTS.thisRow}`}
        onClick={trusted(onUndo)}
      >
        {TEXTS.undo}
      </button>
    </span>
  );
}
