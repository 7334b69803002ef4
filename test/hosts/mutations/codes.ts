import { clearMark, labelPlaces, setStand, standOf } from './marks.ts';
import type { Operator, Operators } from './operator.ts';
import { exchange, type Line, linesOf, type Scene, selectOf } from './scene.ts';

const WORDS: Readonly<Record<string, string>> = {
  '/': 'Present',
  '\\': 'Present',
  L: 'Late',
  U: 'Late after register closed',
  N: 'No reason yet',
  O: 'Unauthorised',
  I: 'Illness',
  M: 'Medical appointment',
  B: 'Educated off site',
  C: 'Authorised leave',
  E: 'Suspended',
  G: 'Unauthorised holiday',
  P: 'Sporting activity',
  V: 'Educational visit',
};
const STRANGE = ['?', 'ZZ', '7', 'K9', 'Ω', 'late?', '1/2', 'AA'];

/** What the marks say, and by what they are chosen. */
export const codes: Operators = {
  'codes made words': relabel((code) => WORDS[code] ?? code),
  'codes and words': relabel((code) => `${code} - ${WORDS[code] ?? code}`),
  'words and codes': relabel((code) => `${WORDS[code] ?? code} (${code})`),
  'codes in lower case': relabel((code) => code.toLowerCase()),
  'codes in brackets': relabel((code) => `[${code}]`),
  'one code made a word': (scene, dice) => {
    const one = dice.pick(['L', 'U', 'I', '/']);
    return relabel((code) => (code === one ? (WORDS[code] ?? code) : code))(scene, dice);
  },
  'the labels of L and U changed about': exchanged('L', 'U'),
  'the labels of O and I changed about': exchanged('O', 'I'),
  'a mark that is no code': strange(1),
  'many marks that are no codes': strange(0),
  'a mark changed': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    const [other] = dice.shuffled(linesOf(scene).filter(({ code }) => code !== line.code));
    if (!other) return false;
    setStand(line, standOf(other));
    return true;
  },
  'all marks changed': (scene) => {
    const lines = linesOf(scene);
    const stands = lines.map(standOf);
    lines.forEach((line, i) => {
      setStand(line, stands[(i + 5) % stands.length] as (typeof stands)[0]);
    });
    return true;
  },
  'every mark the same': (scene) => {
    const from = linesOf(scene).find(({ code }) => code === '/' || code === '\\');
    if (!from) return false;
    const stand = standOf(from);
    for (const line of linesOf(scene)) setStand(line, stand);
    return true;
  },
  'a mark taken away': (scene, dice) => clearMark(scene, dice.pick(linesOf(scene))),
  'all marks taken away': (scene) => linesOf(scene).every((line) => clearMark(scene, line)),
  'a mark control emptied': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    const select = selectOf(line);
    if (line.choices.length > 0 || scene.labels === 'icons') return false;
    if (select) select.replaceChildren();
    else line.markAt.replaceChildren();
    Object.assign(line, { code: null, strange: false });
    return true;
  },
  'options in another order': (scene, dice) =>
    selects(scene, (select) => {
      const chosen = select.selectedOptions[0];
      select.append(...dice.shuffled([...select.options]));
      if (chosen) chosen.selected = true;
    }),
  'values of the options changed': (scene, dice) => {
    const word = dice.word();
    const radios = linesOf(scene)
      .flatMap(({ choices }) => choices)
      .filter((one) => one instanceof HTMLInputElement);
    for (const one of radios) one.setAttribute('value', `${word}${one.getAttribute('value')?.charCodeAt(0)}`);
    return (
      selects(scene, (select) => {
        for (const option of select.options)
          if (option.value) option.value = `${word}${option.value.charCodeAt(0)}`;
      }) || radios.length > 0
    );
  },
  'values of the options moved on': (scene) =>
    selects(scene, (select) => {
      const values = [...select.options].map(({ value }) => value);
      [...select.options].forEach((option, i) => {
        if (option.value) option.value = values[i + 1] ?? values[1] ?? '';
      });
    }),
  'a drop-down made text': (scene, dice) => madeText(scene, [dice.pick(linesOf(scene))]),
  'all drop-downs made text': (scene) => madeText(scene, linesOf(scene)),
  'a cell being edited': (scene, dice) => {
    if (scene.labels !== 'text') return false;
    const line = dice.pick(linesOf(scene));
    const select = scene.document.createElement('select');
    for (const text of new Set([
      '',
      line.markAt.textContent?.trim() ?? '',
      '/',
      '\\',
      'L',
      'U',
      'N',
      'O',
      'I',
    ]))
      select.add(new Option(text, text, false, text === line.markAt.textContent?.trim()));
    line.markAt.replaceChildren(select);
    return true;
  },
  'a mark being typed': (scene, dice) => {
    if (scene.labels !== 'text') return false;
    const line = dice.pick(linesOf(scene));
    const input = Object.assign(scene.document.createElement('input'), {
      value: line.markAt.textContent?.trim() ?? '',
      size: 4,
    });
    line.markAt.replaceChildren(input);
    return true;
  },
  'a drop-down that cannot be used': (scene, dice) =>
    selects(scene, (select) => {
      select.disabled = dice.chance(0.5);
    }),
};

function relabel(to: (code: string) => string): Operator {
  return (scene) => {
    const places = labelPlaces(scene).filter((place) => place.read() in WORDS);
    for (const place of places) place.write(to(place.read()));
    return places.length > 0;
  };
}

/** A person reads the labels: what was L is U now. */
function exchanged(a: string, b: string): Operator {
  const swapped = (code: string | null): string | null => (code === a ? b : code === b ? a : code);
  return (scene, dice) => {
    if (!relabel((code) => swapped(code) ?? code)(scene, dice)) return false;
    for (const line of linesOf(scene)) if (!line.strange) line.code = swapped(line.code);
    return true;
  };
}

function strange(count: number): Operator {
  return (scene, dice) => {
    if (scene.labels === 'choices' || scene.labels === 'icons') return false;
    const lines = linesOf(scene);
    for (const line of count === 1 ? [dice.pick(lines)] : dice.some(lines, 0.6)) {
      const label = dice.pick(STRANGE);
      const option = selectOf(line)?.selectedOptions[0];
      if (option) option.text = label;
      else line.markAt.textContent = label;
      Object.assign(line, { code: null, strange: true });
    }
    return true;
  };
}

function selects(scene: Scene, act: (select: HTMLSelectElement) => void): boolean {
  const found = linesOf(scene).flatMap((line) => selectOf(line) ?? []);
  for (const select of found) act(select);
  return found.length > 0;
}

function madeText(scene: Scene, lines: readonly Line[]): boolean {
  let made = 0;
  for (const line of lines) {
    const select = selectOf(line);
    if (!select) continue;
    const span = scene.document.createElement('span');
    span.textContent = select.selectedOptions[0]?.text ?? '';
    exchange(scene, select, span);
    made++;
  }
  return made > 0;
}
