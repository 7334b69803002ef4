/** @jsxImportSource react */
import { useEffect, useReducer, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';

const model = openModel();
model.shownName = (pupil) => pupil.called;

function Register() {
  const [tick, draw] = useReducer((n) => n + 1, 0);
  const [find, setFind] = useState('');
  const [sign, setSign] = useState(1);
  useEffect(() => model.onChange(draw), []);
  const { state } = model;
  const pupils = state.pupils
    .filter(({ called }) => called.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
  model.onScreen = () => pupils.map(({ id }) => id);
  const key = (event, index) => {
    const code = state.codes.find((one) => one === event.key.toUpperCase());
    if (!code) return;
    model.set(pupils[index].id, code);
    requestAnimationFrame(() => document.querySelectorAll('.row')[index + 1]?.focus());
  };
  return (
    <section className="register">
      <h2>
        {state.group} register, {written.long(state.date)}
      </h2>
      <p>
        {state.lesson ? (
          <b>{state.lesson}</b>
        ) : (
          <>
            <button
              type="button"
              className={`seg ${state.session === 'AM' ? 'seg--on' : ''}`}
              aria-current={state.session === 'AM'}
              onClick={() => model.go({ session: 'AM' })}
            >
              Morning
            </button>
            <button
              type="button"
              className={`seg ${state.session === 'PM' ? 'seg--on' : ''}`}
              aria-current={state.session === 'PM'}
              onClick={() => model.go({ session: 'PM' })}
            >
              Afternoon
            </button>
          </>
        )}{' '}
        <button type="button" onClick={() => model.day(1)}>
          Next day
        </button>{' '}
        <button type="button" onClick={() => setSign(-sign)}>
          Sort
        </button>{' '}
        <button type="button" onClick={() => model.all(state.codes[0])}>
          Everyone is here
        </button>{' '}
        <button type="button" onClick={() => model.save()}>
          {state.saved ? 'Saved' : 'Save'}
        </button>{' '}
        <input placeholder="Find a pupil" onChange={({ target }) => setFind(target.value.toLowerCase())} />
      </p>
      <div className="rows" key={tick}>
        {pupils.map((pupil, index) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: as the pages it stands for
          <div
            className="row"
            key={pupil.id}
            data-testid={`pupil-row-${pupil.id}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: as the pages it stands for
            tabIndex={0}
            onKeyDown={(event) => key(event, index)}
          >
            <span className="row__avatar">
              {pupil.forename[0]}
              {pupil.surname[0]}
            </span>
            <span className="row__name">{pupil.called}</span>
            <span className="row__att">{pupil.attendance}</span>
            <span className="row__points">★ {pupil.points}</span>
            <div className="mks">
              {state.codes.map((code) => (
                <button
                  type="button"
                  key={code}
                  className={model.code(pupil.id) === code ? 'mk mk--on' : 'mk'}
                  onClick={() => model.set(pupil.id, code)}
                >
                  {model.label(code)}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

createRoot(document.getElementById('app')).render(<Register />);
