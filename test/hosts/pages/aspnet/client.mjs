import { openModel } from '../../common/model.mjs';

const model = openModel();
const form = document.getElementById('aspnetForm');
const panel = document.getElementById('ctl00_MainContent_UpdatePanel1');
const rows = () => [...document.querySelectorAll('#ctl00_MainContent_gvRegister > tbody > tr')].slice(1);
const pupilOf = (element) => element.closest('[class^=Grid]').querySelector('input[type=hidden]').value;
model.onScreen = () => rows().map((row) => row.querySelector('input[type=hidden]').value);

/** A whole postback. */
function postBack(target) {
  document.getElementById('__EVENTTARGET').value = target;
  form.submit();
}

/** A partial one: the update panel is swapped. */
async function swap(target) {
  document.getElementById('__EVENTTARGET').value = target;
  const headers = { 'x-microsoftajax': 'Delta=true' };
  const reply = await fetch(location.href, {
    method: 'POST',
    headers,
    body: new URLSearchParams(new FormData(form)),
  });
  const { panel: html, state } = await reply.json();
  panel.innerHTML = html;
  Object.assign(model.state, state);
}

panel.addEventListener('change', ({ target }) => {
  if (target.name.endsWith('$ddlMark')) model.set(pupilOf(target), model.codeOf(target.value));
  else if (/ddl(?:Session|Day|Month)$/.test(target.name)) postBack(target.name);
});
panel.addEventListener('click', ({ target }) => {
  if (target.id.endsWith('_btnAll')) {
    model.all(model.state.codes[0]);
    for (const row of rows()) row.querySelector('select').value = model.value(model.state.codes[0]);
  }
  if (target.id.endsWith('_btnNext')) swap(target.name);
  if (target.id.endsWith('_lnkSort')) swap('ctl00$MainContent$lnkSort');
  if (target.id.endsWith('_btnSave')) postBack(target.name);
});
