import { daysOn, REWORDED, written } from './dates.ts';
import type { Dice } from './dice.ts';
import type { Operator, Operators } from './operator.ts';
import type { SaidPlace } from './said-places.ts';
import type { Scene } from './scene.ts';

/** Date and session, as a page says them. */
export const said: Operators = {
  'the date in other words': (scene, dice) =>
    date(scene, (place, iso) => place.write(dice.pick(REWORDED)(iso))),
  'the date with a time': (scene) => date(scene, (place, iso) => place.write(`${written.uk(iso)} 08:45`)),
  'the date after a label': (scene) =>
    date(scene, (place, iso) => place.write(`Register date: ${written.uk(iso)}`)),
  'another date': (scene, dice) => {
    const { date } = scene.registers[0];
    const next = daysOn(date.value ?? '2026-11-20', dice.pick([-28, -14, -7, 7, 14]));
    date.value = next;
    return scene.dates.length > 0 && scene.dates.every((place) => place.choose(next));
  },
  'another date in other words': (scene, dice) => {
    const { date } = scene.registers[0];
    const next = daysOn(date.value ?? '2026-11-20', dice.pick([-35, -21, -14, 7, 21]));
    const write = dice.pick(REWORDED);
    date.value = next;
    return scene.dates.length > 0 && scene.dates.every((place) => place.write(write(next)));
  },
  'a date that may be read two ways': (scene, dice) => {
    const day = dice.pick(['2026-11-05', '2026-12-03', '2026-10-06', '2027-01-05']);
    scene.registers[0].date.value = day;
    return date(scene, (place) => place.write(written.uk(day)));
  },
  'a short date that may be read two ways': (scene, dice) => {
    const day = dice.pick(['2026-11-05', '2026-12-03', '2026-10-06']);
    scene.registers[0].date.value = day;
    return date(scene, (place) =>
      place.write(`${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(2, 4)}`),
    );
  },
  'the date removed': (scene) => untold(scene, 'date', (place) => place.remove()),
  'the date made “Today”': (scene) => untold(scene, 'date', (place) => place.write('Today')),
  'two dates': (scene, dice) => {
    const { date } = scene.registers[0];
    const iso = date.value ?? '';
    const other = daysOn(iso, dice.pick([-7, -1, 7]));
    date.value = null;
    date.told = false;
    return (
      scene.dates.length > 0 &&
      scene.dates.every((place) => place.write(`${written.uk(iso)} and ${written.uk(other)}`))
    );
  },
  'a range of dates': (scene) => {
    const { date } = scene.registers[0];
    const iso = date.value ?? '';
    date.value = null;
    date.told = false;
    return (
      scene.dates.length > 0 &&
      scene.dates.every((place) => place.write(`${written.uk(daysOn(iso, -4))} – ${written.uk(iso)}`))
    );
  },
  'a note of the last save above': near((iso) => `Last saved ${written.uk(daysOn(iso, -1))} 15:42`),
  'a note of the last save with words for the month': near(
    (iso) => `Last updated: ${REWORDED[4]?.(daysOn(iso, -1))} by D Hughes`,
  ),
  'a note of a print': near((iso) => `Printed on ${written.long(daysOn(iso, 2))}`),
  'the end of term above': near((iso) => `Term ends ${written.long(daysOn(iso, 28))}`),
  'the week above': near((iso) => `Week beginning ${written.uk(daysOn(iso, -4))}`),
  'a clock above': near((iso) => `${written.long(daysOn(iso, 2))} 02:12`),
  'a time of day above': near(() => '9:05 AM'),
  'a time of the afternoon above': near(() => '1:15 PM'),
  'a greeting above': near(() => 'Good afternoon, Mr Hughes'),
  'when registers close above': near(
    () => 'Morning registers close at 09:30 and afternoon registers at 13:30',
  ),
  'the date removed, a note of the last save above': (scene, dice) =>
    untold(scene, 'date', (place) => place.remove()) &&
    near((iso) => `Last saved ${written.uk(daysOn(iso, -1))} 15:42`)(scene, dice),
  'the date removed, the end of term above': (scene, dice) =>
    untold(scene, 'date', (place) => place.remove()) &&
    near((iso) => `Term ends ${written.long(daysOn(iso, 28))}`)(scene, dice),
  'the session in other words': (scene, dice) =>
    session(scene, (place, value) =>
      place.write(
        dice.pick(
          value === 'AM'
            ? ['Morning', 'a.m.', 'AM registration', 'Morning register', 'Morning session']
            : ['Afternoon', 'p.m.', 'PM registration'],
        ),
      ),
    ),
  'the other session': (scene) => {
    const { session } = scene.registers[0];
    const next = session.value === 'AM' ? 'PM' : 'AM';
    session.value = next;
    return scene.sessions.length > 0 && scene.sessions.every((place) => place.choose(next));
  },
  'the other session in other words': (scene, dice) => {
    const { session } = scene.registers[0];
    const next = session.value === 'AM' ? 'PM' : 'AM';
    session.value = next;
    const words = dice.pick(next === 'PM' ? ['Afternoon', 'PM', 'p.m. registration'] : ['Morning', 'AM']);
    return scene.sessions.length > 0 && scene.sessions.every((place) => place.write(words));
  },
  'the session removed': (scene) => untold(scene, 'session', (place) => place.remove()),
  'the session made “Session 1”': (scene) => untold(scene, 'session', (place) => place.write('Session 1')),
  'the session made “All day”': (scene) => neither(scene, 'All day'),
  'both sessions named': (scene, dice) =>
    neither(scene, dice.pick(['AM/PM', 'AM and PM', 'Morning and afternoon'])),
  'the session removed, a time of day above': (scene, dice) =>
    untold(scene, 'session', (place) => place.remove()) &&
    near(() => dice.pick(['9:05 AM', '1:15 PM', '10.40 am']))(scene, dice),
};

function date(scene: Scene, act: (place: SaidPlace, iso: string) => boolean): boolean {
  const iso = scene.registers[0].date.value ?? '';
  return scene.dates.length > 0 && scene.dates.every((place) => act(place, iso));
}

function session(scene: Scene, act: (place: SaidPlace, value: string) => boolean): boolean {
  const { value } = scene.registers[0].session;
  return value !== null && scene.sessions.length > 0 && scene.sessions.every((place) => act(place, value));
}

/** A person can no longer tell; the page may still hold it where nobody sees it. */
function untold(scene: Scene, what: 'date' | 'session', act: (place: SaidPlace) => boolean): boolean {
  scene.registers[0][what].told = false;
  const places = what === 'date' ? scene.dates : scene.sessions;
  return places.length > 0 && places.every(act);
}

function neither(scene: Scene, words: string): boolean {
  Object.assign(scene.registers[0].session, { told: false, value: null });
  return scene.sessions.length > 0 && scene.sessions.every((place) => place.write(words));
}

/** A line of text close above the register, or close to where the date stands. */
function near(text: (iso: string) => string): Operator {
  return (scene: Scene, dice: Dice) => {
    const { root, date } = scene.registers[0];
    const line = scene.document.createElement(dice.pick(['p', 'div', 'span', 'small', 'h5']));
    line.textContent = text(date.value ?? '2026-11-20');
    const place = dice.chance(0.5) ? scene.dates[0]?.elements[0] : root;
    const at = place?.isConnected ? place : root;
    if (dice.chance(0.3)) at.after(line);
    else at.before(line);
    return true;
  };
}
