import type { OverlayReading, OverlayRow, Sight } from '../../../components/overlay/port.ts';

/** What a test says of a register beyond its rows. */
export type About = Partial<Omit<OverlayReading, 'rows' | 'root' | 'health'>> & {
  readonly rowsInAll?: number;
  readonly paused?: string;
};

/** One pupil's line: `<div role=row data-key><span class=name> … <span class=mark>`. */
export function line(key: string, name: string, mark = ''): string {
  return `<div role="row" data-key="${key}" style="display:flex;align-items:center;gap:12px;height:36px;width:900px">
    <span role="gridcell" class="name" style="width:260px">${name}</span>
    <span role="gridcell" class="mark" style="width:60px">${mark}</span></div>`;
}

/** Reads every {@link line} in `root` as the page stands. */
export function reading(root: Element, about: About = {}): OverlayReading {
  const { rowsInAll = null, paused = null, ...rest } = about;
  const rows = [...root.querySelectorAll('[data-key]')].map((row): OverlayRow => {
    const anchor = row.querySelector('.name') as Element;
    const markElement = row.querySelector('.mark') as Element;
    const text = (element: Element) => element.textContent.trim() || null;
    return {
      pupilKey: row.getAttribute('data-key') ?? '',
      ...{ name: text(anchor), code: text(markElement), state: 'unknown', minutesLate: null, note: null },
      ...{ markElement, anchor },
    };
  });
  return {
    ...{ adapter: 'test', date: '2026-11-20', session: 'AM', lesson: null, group: null, basis: {} },
    ...rest,
    ...{ root, rows, health: { paused, unknownCodes: [], rowsInAll } },
  };
}

/** A sight of these readings. */
export function sight(...readings: readonly OverlayReading[]): Sight {
  const [first, ...others] = readings;
  return first ? { kind: 'registers', readings: [first, ...others] } : { kind: 'no-register' };
}
