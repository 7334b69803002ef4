import { labelOf } from './codes.mjs';
import { schoolDay } from './dates.mjs';
import { sentFor } from './page.mjs';

/** The page's own model, made from what the server put into the page. `__truth()` tells it, whatever the document shows. */
export function openModel() {
  const state = window.__state;
  const heard = new Set();
  const say = () => {
    for (const one of heard) one();
  };
  const query = (changes = {}) =>
    new URLSearchParams({
      ...state.query,
      k: state.key,
      date: state.date,
      ...(state.session ? { session: state.session } : {}),
      ...changes,
    });

  const model = {
    state,
    /** Which pupils are drawn now: all, unless the page draws only some. */
    onScreen: () => state.pupils.map(({ id }) => id),
    /** How many rows there are to scroll through: those drawn, unless the page draws only some. */
    inView: () => model.onScreen().length,
    code: (id) => state.marks[id] ?? null,
    label: (code) => labelOf(code, state.labels),
    value: (code) => (code === null ? '' : sentFor(code, state.labels)),
    codeOf: (value) => state.codes.find((code) => sentFor(code, state.labels) === value) ?? null,
    codeNamed: (label) => state.codes.find((code) => labelOf(code, state.labels) === label) ?? null,
    sessionName: () => state.lesson ?? state.session,
    set(id, code) {
      state.marks[id] = code;
      say();
    },
    all(code) {
      for (const { id } of state.pupils) state.marks[id] = code;
      say();
    },
    /** Another day or session, without a new page. */
    async go(changes) {
      const reply = await fetch(`/api/register?${query(changes)}`);
      Object.assign(state, await reply.json());
      say();
    },
    day: (by) => model.go({ date: schoolDay(state.date, by) }),
    async save() {
      await fetch(`/api/save?${query()}`, { method: 'POST', body: JSON.stringify(state.marks) });
      state.saved = true;
      say();
    },
    onChange(listen) {
      heard.add(listen);
    },
    truth: () => ({
      date: state.date,
      session: state.session,
      lesson: state.lesson,
      group: state.group,
      onScreen: model.onScreen(),
      inView: model.inView(),
      pupils: state.pupils.map((pupil) => ({
        id: pupil.id,
        also: [pupil.admission, pupil.guid],
        name: model.shownName(pupil),
        code: model.code(pupil.id),
      })),
    }),
    shownName: (pupil) => pupil.name,
  };
  window.__truth = () => model.truth();
  return model;
}
