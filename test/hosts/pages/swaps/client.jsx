/** @jsxImportSource preact */
import htmx from 'htmx.org';
import { render } from 'preact';
import { openModel } from '../../common/model.mjs';

const model = openModel();
const { state } = model;
const query = (changes) => new URLSearchParams({ ...state.query, k: state.key, ...changes });

/** What the fragment last swapped in says of itself: its script, not its rows. */
const now = () => JSON.parse(document.querySelector('#register .view').textContent);
window.__truth = async () => {
  const { date, session, shown } = now();
  const reply = await fetch(`/api/register?${query({ date, ...(session ? { session } : {}) })}`);
  Object.assign(state, await reply.json(), { query: state.query });
  return { ...model.truth(), onScreen: shown, inView: shown.length };
};

const show = (changes) => {
  const { date, session } = now();
  const address = query({ date, ...(session ? { session } : {}), ...changes });
  return htmx.ajax('GET', `/swaps/register?${address}`, { target: '#register', swap: 'outerHTML' });
};

function Bar() {
  return (
    <div class="bar">
      <strong>Class {state.group}</strong>{' '}
      {state.lesson ? null : (
        <select
          id="session"
          aria-label="Session"
          onChange={({ currentTarget }) => show({ session: currentTarget.value })}
        >
          {['AM', 'PM'].map((one) => (
            <option key={one} selected={one === state.session}>
              {one}
            </option>
          ))}
        </select>
      )}{' '}
      <input id="find" placeholder="Find" onInput={({ currentTarget }) => show({ q: currentTarget.value })} />
    </div>
  );
}
render(<Bar />, document.getElementById('bar'));
