import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { observe, type Watch } from '../../../sites/observe.ts';

const frames = (n = 2): Promise<void> =>
  new Promise((done) => {
    const step = (left: number): unknown =>
      left === 0 ? done() : requestAnimationFrame(() => step(left - 1));
    step(n);
  });

let stop: AbortController;
let told: number;
let watch: Watch;

beforeEach(async () => {
  document.body.innerHTML =
    '<div id="body"><form><select><option>/<option>L</select><input type="radio" name="a"><input type="radio" name="a"></form></div>';
  await frames();
  stop = new AbortController();
  told = 0;
  watch = observe(document, stop.signal, () => told++);
});

afterEach(() => stop.abort());

const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector) as T;

test('a quiet page is never told of', async () => {
  await new Promise((done) => setTimeout(done, 1300));
  expect(told).toBe(0);
});

test('many changes of the page’s own in one frame are told once', async () => {
  const radio = find<HTMLInputElement>('input');
  radio.checked = true;
  radio.title = 'x';
  radio.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  await frames();
  expect(told).toBe(1);
});

test('events the page stops on their way up are heard all the same', async () => {
  for (const type of ['click', 'input', 'change'])
    find('form').addEventListener(type, (event) => event.stopImmediatePropagation());
  find<HTMLInputElement>('input').click();
  await frames();
  expect(told).toBe(1);
});

test('a register swapped for another is seen, and so is the new one', async () => {
  find('#body').innerHTML = '<form><select><option>U</select></form>';
  await frames();
  expect(told).toBe(1);
  find('select').className = 'saved';
  await frames();
  expect(told).toBe(2);
});

test('a value set by script, with no event and no mutation, is seen within about a second', async () => {
  find<HTMLSelectElement>('select').value = 'L';
  await frames();
  expect(told).toBe(0);
  await expect.poll(() => told, { timeout: 2500 }).toBe(1);
  find<HTMLInputElement>('input').checked = true;
  await expect.poll(() => told, { timeout: 2500 }).toBe(2);
});

test('our own hosts coming, changing and going are not told', async () => {
  const host = document.createElement('span');
  host.setAttribute('data-rw', '');
  find('form').append(host);
  await frames();
  host.className = 'x';
  host.textContent = 'x';
  await frames();
  host.remove();
  await frames();
  expect(told).toBe(0);
});

test('a change beside ours in one go is told', async () => {
  const host = document.createElement('span');
  host.setAttribute('data-rw', '');
  find('form').append(host, document.createElement('p'));
  await frames();
  expect(told).toBe(1);
});

test('nothing is told after the signal, not even what was pending', async () => {
  find('form').className = 'pending';
  stop.abort();
  await frames();
  find<HTMLInputElement>('input').click();
  find('form').className = 'x';
  await new Promise((done) => setTimeout(done, 1200));
  expect(told).toBe(0);
});

test('what a user does is told in the same breath, after the page’s own handlers', async () => {
  const order: string[] = [];
  stop.abort();
  stop = new AbortController();
  observe(document, stop.signal, () => order.push('told'));
  find('input').addEventListener('click', () => order.push('page'));
  addEventListener('click', () => order.push('end of the click'), { signal: stop.signal });
  await userEvent.click(find('input'));
  expect(order.slice(0, 3)).toEqual(['page', 'told', 'end of the click']);
});

/** A control in an open shadow root of its own, as custom elements have. */
function shadowed(html: string): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  find('form').append(host);
  return root;
}

test('what changes in an open shadow root is told, and so is what does in one inside it', async () => {
  const root = shadowed('<p>1</p><div id="inner"></div>');
  await frames();
  told = 0;
  (root.querySelector('p') as Element).className = 'saved';
  await frames();
  expect(told).toBe(1);
  const inner = (root.querySelector('#inner') as Element).attachShadow({ mode: 'open' });
  find<HTMLElement>('form').title = 'x';
  await frames();
  told = 0;
  inner.innerHTML = '<b>L</b>';
  await frames();
  expect(told).toBe(1);
});

test('a change event that stays in its shadow root is heard', async () => {
  const root = shadowed('<select><option>/<option>L</select>');
  await frames();
  told = 0;
  root.querySelector('select')?.dispatchEvent(new Event('change', { bubbles: true }));
  await frames();
  expect(told).toBe(1);
});

test('a value set by script in a shadow root is seen within about a second', async () => {
  const root = shadowed('<select><option>/<option>L</select>');
  await frames();
  told = 0;
  (root.querySelector('select') as HTMLSelectElement).value = 'L';
  await expect.poll(() => told, { timeout: 2500 }).toBe(1);
});

test.each([
  ['aria-current', 'true'],
  ['data-code', 'L'],
  ['style', 'color: red'],
  ['src', 'data:,'],
  ['row-id', '1031'],
])('a mark that is shown by %s is told when it changes', async (name, value) => {
  find('form').setAttribute(name, value);
  await frames();
  expect(told).toBe(1);
});

test('what only moves about, or follows the focus, is not told', async () => {
  find('form').setAttribute('style', 'transform: translateY(8px)');
  find('form').setAttribute('aria-activedescendant', 'x');
  find('form').setAttribute('tabindex', '0');
  await frames();
  expect(told).toBe(0);
});

test('what is not told yet is known when it is asked for', async () => {
  expect(watch.isBehind()).toBe(false);
  find<HTMLSelectElement>('select').value = 'L';
  expect(watch.isBehind()).toBe(true);
  await expect.poll(() => told, { timeout: 2500 }).toBe(1);
  expect(watch.isBehind()).toBe(false);
  find('form').className = 'saved';
  expect(watch.isBehind()).toBe(true);
  await frames();
  expect(watch.isBehind()).toBe(false);
  stop.abort();
  expect(watch.isBehind()).toBe(true);
});

test('controls that came later are compared too', async () => {
  find('form').insertAdjacentHTML('beforeend', '<input type="checkbox"><input value="a">');
  await frames();
  told = 0;
  const [box, field] = [...document.querySelectorAll<HTMLInputElement>('form > input')].slice(-2);
  (box as HTMLInputElement).checked = true;
  expect(watch.isBehind()).toBe(true);
  await expect.poll(() => told, { timeout: 2500 }).toBe(1);
  (field as HTMLInputElement).value = 'b';
  await expect.poll(() => told, { timeout: 2500 }).toBe(2);
});

test('an element that becomes what it is called is told, and what changes in it then', async () => {
  find('form').innerHTML = '<late-register></late-register>';
  await frames();
  told = 0;
  customElements.define(
    'late-register',
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = '<b>/</b>';
      }
    },
  );
  await expect.poll(() => told, { timeout: 2500 }).toBe(1);
  const mark = find('late-register').shadowRoot?.querySelector('b') as Element;
  mark.textContent = 'L';
  await frames();
  expect(told).toBe(2);
});

test('a style sheet that comes late is told', async () => {
  const link = document.createElement('link');
  find('form').append(link);
  await frames();
  told = 0;
  link.dispatchEvent(new Event('load'));
  await frames();
  expect(told).toBe(1);
});

test('roots that a page makes in answer to a click are watched, as those were that they replace', async () => {
  const host = find('#body').appendChild(document.createElement('x-register'));
  const root = host.attachShadow({ mode: 'open' });
  const draw = () => {
    root.innerHTML = '<x-mark></x-mark>';
    const inner = (root.firstElementChild as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = '<select><option>/<option>L</select>';
    return inner.querySelector('select') as HTMLSelectElement;
  };
  draw();
  await frames();
  const sort = find('form').appendChild(document.createElement('button'));
  sort.type = 'button';
  sort.textContent = 'Sort';
  let select: HTMLSelectElement | null = null;
  sort.addEventListener('click', () => {
    select = draw();
  });
  await frames();
  await userEvent.click(sort);
  await frames();
  const before = told;
  if (select) (select as HTMLSelectElement).selectedIndex = 1;
  await expect.poll(() => told, { timeout: 5000 }).toBe(before + 1);
});
