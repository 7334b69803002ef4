import DataTable from 'datatables.net-dt';
import 'datatables.net-dt/css/dataTables.dataTables.css';
import { openModel } from '../../common/model.mjs';

const model = openModel();
const { codes } = model.state;
const marks = codes.map((_, i) => i + 3);
const table = new DataTable('#attendance', {
  pageLength: 15,
  columnDefs: [{ targets: marks, orderable: false, searchable: false }],
});
window.__table = table;
const idOf = (row) => row.id.slice(4);
model.onScreen = () => table.rows({ page: 'current' }).nodes().toArray().map(idOf);

const body = document.querySelector('#attendance tbody');
body.addEventListener('change', ({ target }) => model.set(target.name.slice(4), model.codeOf(target.value)));
// The keys 1 to 9 choose a code for the row that has the focus, and the focus goes on.
body.addEventListener('keydown', (event) => {
  const row = event.target.closest('tr');
  const code = codes[Number(event.key) - 1];
  if (!code) return;
  model.set(idOf(row), code);
  row.querySelectorAll('input')[Number(event.key) - 1].checked = true;
  row.nextElementSibling?.querySelector('input')?.focus();
});
document.getElementById('all').onclick = () => {
  model.all(codes[0]);
  for (const row of table.rows().nodes().toArray()) row.querySelector('input').checked = true;
};
document.getElementById('save').onclick = async () => {
  await model.save();
  document.getElementById('status').textContent = 'Saved';
};
