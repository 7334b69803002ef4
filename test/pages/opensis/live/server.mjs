// openSIS as it answers a signed-in class teacher: a frame whose menu brings the register by Ajax, and a save that loads
// the frame anew. Registers that were saved are kept in the `saved` map it is given.
import { renderFrame, renderRegister } from './render.mjs';

const PERIODS = [
  { id: '11', text: 'AM - 10B Registration' },
  { id: '12', text: 'PM - 10B Registration' },
];
const HEAD =
  '<link rel="stylesheet" href="/opensis/live/page.css"><script src="/opensis/live/frame.js"></script>';

/** The answer to one request, as HTML. `request`: { page: 'index' | 'Modules' | 'Ajax', query, posted, today, pupils, saved } */
export function answer({ page, query, posted, today, pupils, saved }) {
  if (page === 'index')
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>openSIS</title><style>html,body,iframe{height:100%;width:100%;margin:0;border:0}</style></head><body><iframe name="body" class="responsive-iframe" src="Modules.php?modname=miscellaneous/Portal.php${query.has('today') ? `&today=${query.get('today')}` : ''}"></iframe></body></html>`;
  const isRegister = (query.get('modname') ?? '').includes('attendance/TakeAttendance.php');
  const content = isRegister ? register({ query, posted, today, pupils, saved }) : '<h2>Portal</h2>';
  return page === 'Ajax' ? content : renderFrame(content, HEAD);
}

function register({ query, posted, today, pupils, saved }) {
  const fields = posted ?? query;
  const date = fields.get('year_date')
    ? ['year_date', 'month_date', 'day_date'].map((name) => fields.get(name)).join('-')
    : today;
  const period = fields.get('period') ?? '11';
  const key = `${date}|${period}`;
  if (posted) saved.set(key, { codes: byPupil(posted, 'attendance'), comments: byPupil(posted, 'comment') });
  return renderRegister({
    action: `Modules.php?modname=attendance/TakeAttendance.php&table=0&username=&From=&to=&attn=&today=${today}`,
    date,
    today,
    period,
    periods: PERIODS,
    pupils,
    saved: saved.get(key) ?? null,
  });
}

/** `attendance[1001]=CODE_1` and the like, by pupil. */
function byPupil(fields, name) {
  const found = {};
  for (const [key, value] of fields)
    if (key.startsWith(`${name}[`)) found[key.slice(name.length + 1, -1)] = value;
  return found;
}
