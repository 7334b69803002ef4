import { openModel } from '../../common/model.mjs';

const model = openModel();
const form = document.getElementById('register');
const selects = () => [...form.querySelectorAll('select[name^="mark["]')];
const idOf = (select) => select.name.slice(5, -1);

form.addEventListener('change', ({ target }) => {
  if (target.name?.startsWith('mark[')) model.set(idOf(target), model.codeOf(target.value));
});

/** As such scripts do it: values set, no event. */
function setAll(code) {
  model.all(code);
  for (const select of selects()) select.value = model.value(code);
}
document.getElementById('all-present').addEventListener('click', () => setAll(model.state.codes[0]));
document
  .getElementById('set-all')
  .addEventListener('change', ({ target }) => setAll(model.codeOf(target.value)));
document.getElementById('find').addEventListener('input', ({ target }) => {
  for (const select of selects()) {
    const row = select.closest('tr');
    row.style.display = row.textContent.toLowerCase().includes(target.value.toLowerCase()) ? '' : 'none';
  }
});
model.onScreen = () => selects().flatMap((select) => (select.checkVisibility() ? [idOf(select)] : []));
document.querySelector('.pick')?.addEventListener('change', ({ target }) => target.form.requestSubmit());
