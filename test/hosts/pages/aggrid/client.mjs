import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';

ModuleRegistry.registerModules([AllCommunityModule]);
const model = openModel();
const at = (id) => document.getElementById(id);

const rows = () =>
  model.state.pupils.map((pupil) => ({ ...pupil, mark: model.label(model.code(pupil.id)), minutes: null }));
const choices = () => ['', ...model.state.codes.map((code) => model.label(code))];

const api = createGrid(at('grid'), {
  rowData: rows(),
  getRowId: ({ data }) => data.id,
  defaultColDef: { sortable: true, filter: true, width: 120 },
  singleClickEdit: true,
  columnDefs: [
    { headerName: '#', valueGetter: 'node.rowIndex + 1', width: 60, pinned: 'left' },
    {
      field: 'name',
      headerName: 'Student',
      pinned: 'left',
      width: 200,
      cellRenderer: ({ data }) => `<a href="#/students/${data.id}">${data.name}</a>`,
    },
    { field: 'admission', headerName: 'Adm No' },
    { field: 'year', headerName: 'Year' },
    { field: 'born', headerName: 'DOB' },
    {
      field: 'mark',
      headerName: 'Mark',
      editable: true,
      cellEditor: 'agSelectCellEditor',
      cellEditorParams: () => ({ values: choices() }),
      cellClass: 'mark',
    },
    { field: 'minutes', headerName: 'Mins late', editable: true },
    { field: 'attendance', headerName: 'Att %' },
    { field: 'lastWeek', headerName: 'Last week' },
    { field: 'points', headerName: 'Points' },
  ],
  onCellValueChanged: ({ data, column }) => {
    if (column.getColId() === 'mark') model.set(data.id, model.codeNamed(data.mark));
  },
  // PARS-like: a code's own key on the focused cell marks the pupil and goes on to the next.
  onCellKeyDown: ({ data, column, event, node }) => {
    const code = model.state.codes.find((one) => one === event.key.toUpperCase());
    if (column.getColId() !== 'mark' || !code || event.target.closest('.ag-cell-editing, .ag-popup')) return;
    node.setDataValue('mark', model.label(code));
    api.setFocusedCell(node.rowIndex + 1, 'mark');
    event.preventDefault();
    void data;
  },
});
window.__api = api;

model.onScreen = () => api.getRenderedNodes().map(({ data }) => data.id);
model.inView = () => api.getDisplayedRowCount();

function draw() {
  at('day').textContent = written.long(model.state.date);
  at('lesson').textContent = model.state.lesson ?? '';
  document.querySelector('.sessions').hidden = model.state.lesson !== null;
  for (const button of document.querySelectorAll('[data-session]'))
    button.setAttribute('aria-pressed', String(button.dataset.session === model.state.session));
  at('status').textContent = model.state.saved ? 'Saved' : 'Not saved';
}
const reload = () => api.setGridOption('rowData', rows());

model.onChange(draw);
draw();
at('prev').onclick = () => model.day(-1).then(reload);
at('next').onclick = () => model.day(1).then(reload);
for (const button of document.querySelectorAll('[data-session]'))
  button.onclick = () => model.go({ session: button.dataset.session }).then(reload);
at('quick').oninput = ({ target }) => api.setGridOption('quickFilterText', target.value);
at('save').onclick = () => model.save();
at('all').onclick = () => {
  model.all(model.state.codes[0]);
  reload();
};
