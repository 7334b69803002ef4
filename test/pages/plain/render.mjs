// A register of any length with drop-downs, as several systems write it: nobody's in particular.
const CODES = ['/', '\\', 'L', 'U', 'N', 'O', 'I', 'M', 'B', 'C', 'G', 'E', 'V', 'P', 'R'];
const html = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** Pupils 1001 onwards, names repeating from the class list. */
export function manyPupils(pupils, rows) {
  return Array.from({ length: rows }, (_, i) => ({
    id: String(1001 + i),
    name: pupils[i % pupils.length].name,
  }));
}

/** A whole page. `script` runs last. */
export function renderPlain({ pupils, date, session = 'AM', script = '' }) {
  const select = (name) =>
    `<select name="${name}" aria-label="Mark"><option value=""></option>${CODES.map((code) => `<option>${code}</option>`).join('')}</select>`;
  const rows = pupils.map(
    ({ id, name }) =>
      `<tr><td><a href="#/student-id/${id}">${html(name)}</a></td><td>${select(`attendance[${id}]`)}</td><td><input name="minutes[${id}]" size="3" aria-label="Minutes late"></td></tr>`,
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Register</title>
<style>body{font:15px/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #ccd;padding:.3rem .6rem;text-align:left}</style></head>
<body><h1>Register 10B</h1>
<p><label>Date <input type="date" name="date" value="${date}"></label>
<label>Session <select name="session">${['AM', 'PM'].map((s) => `<option${s === session ? ' selected' : ''}>${s}</option>`).join('')}</select></label>
<button type="button" id="set-all">Set all to /</button></p>
<form id="register"><table><thead><tr><th>Pupil</th><th>Mark</th><th>Minutes</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></form>
<script>
document.getElementById('set-all').addEventListener('click', () => {
  setTimeout(() => { for (const select of document.querySelectorAll('#register select')) select.value = '/'; }, 300);
});
${script}
</script></body></html>
`;
}

/** A page that removes whatever is added to it with `data-rw`, whenever it appears. */
export const HOSTILE = `
const sweep = () => { for (const host of document.querySelectorAll('[data-rw]')) host.remove(); };
new MutationObserver(sweep).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-rw'] });
sweep();
`;
