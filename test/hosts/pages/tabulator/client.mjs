import { TabulatorFull } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.css';
import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';

const model = openModel();
const at = (id) => document.getElementById(id);
model.shownName = (pupil) => pupil.called;

const rows = () =>
  model.state.pupils.map((pupil) => ({
    ...pupil,
    pupilId: pupil.id,
    mark: model.label(model.code(pupil.id)),
  }));

const table = new TabulatorFull('#register', {
  data: rows(),
  index: 'id',
  height: 420,
  layout: 'fitDataStretch',
  columns: [
    { title: 'Pupil', field: 'called', frozen: true, width: 180, sorter: 'string' },
    { title: 'Pupil ID', field: 'pupilId', width: 90 },
    { title: 'Date of birth', field: 'born', width: 110 },
    { title: 'Yr', field: 'year', width: 80 },
    {
      title: 'Code',
      field: 'mark',
      width: 140,
      editor: 'list',
      editorParams: () => ({ values: ['', ...model.state.codes.map((code) => model.label(code))] }),
      cellEdited: (cell) => model.set(cell.getRow().getData().id, model.codeNamed(cell.getValue())),
    },
    { title: 'Attendance', field: 'attendance', width: 110, hozAlign: 'right' },
    { title: 'Last week', field: 'lastWeek', width: 120 },
    { title: 'House points', field: 'points', width: 110 },
  ],
});
window.__table = table;
model.onScreen = () =>
  [...document.querySelectorAll('#register .tabulator-row')].map((row) => table.getRow(row).getData().id);
model.inView = () => table.getDataCount('active');

function draw() {
  at('date').value = written.uk(model.state.date);
  at('session').value = model.state.session === 'PM' ? '2' : '1';
  at('session-label').hidden = model.state.lesson !== null;
  at('lesson').textContent = model.state.lesson ?? '';
  at('status').textContent = model.state.saved ? 'Saved' : '';
}
const reload = () => table.replaceData(rows());

model.onChange(draw);
draw();
at('back').onclick = () => model.day(-1).then(reload);
at('forward').onclick = () => model.day(1).then(reload);
at('date').onchange = ({ target }) =>
  model.go({ date: target.value.split('/').reverse().join('-') }).then(reload);
at('session').onchange = ({ target }) =>
  model.go({ session: target.value === '2' ? 'PM' : 'AM' }).then(reload);
at('search').oninput = ({ target }) => table.setFilter('called', 'like', target.value);
at('save').onclick = () => model.save();
at('everyone').onclick = () => {
  model.all(model.state.codes[0]);
  table.updateData(model.state.pupils.map(({ id }) => ({ id, mark: model.label(model.code(id)) })));
};
