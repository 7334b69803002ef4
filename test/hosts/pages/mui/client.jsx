/** @jsxImportSource react */
import { Box, Button, Chip, Tab, Tabs, Typography } from '@mui/material';
import { DataGrid, useGridApiRef } from '@mui/x-data-grid';
import { useEffect, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';

const model = openModel();
model.shownName = (pupil) => pupil.called;

function Register() {
  const [, draw] = useReducer((n) => n + 1, 0);
  const grid = useGridApiRef();
  useEffect(() => {
    model.onChange(draw);
    model.onScreen = () => [...document.querySelectorAll('.MuiDataGrid-row')].map((row) => row.dataset.id);
    model.inView = () => Number(document.querySelector('[role=grid]').ariaRowCount) - 1;
    window.__grid = grid;
  }, [grid]);
  const { state } = model;
  const columns = [
    {
      field: 'called',
      headerName: 'Pupil',
      width: 190,
      renderCell: ({ value }) => <span className="pupil-name">{value}</span>,
    },
    { field: 'year', headerName: 'Year group', width: 110 },
    {
      field: 'mark',
      headerName: 'Mark',
      width: 150,
      editable: true,
      type: 'singleSelect',
      valueOptions: [
        { value: '', label: ' ' },
        ...state.codes.map((code) => ({ value: code, label: model.label(code) })),
      ],
    },
    { field: 'minutes', headerName: 'Minutes', type: 'number', editable: true },
    { field: 'born', headerName: 'Date of birth', width: 120 },
    { field: 'attendance', headerName: 'Attendance', width: 110 },
    { field: 'lastWeek', headerName: 'Last week', width: 130 },
    { field: 'points', headerName: 'Rewards', type: 'number' },
  ];
  const rows = state.pupils.map((pupil) => ({ ...pupil, mark: model.code(pupil.id) ?? '' }));
  return (
    <Box>
      <Typography variant="h5">Class {state.group}</Typography>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Button onClick={() => model.day(-1)}>Previous</Button>
        <Chip label={written.short(state.date)} />
        <Button onClick={() => model.day(1)}>Next</Button>
        {state.lesson ? (
          <Chip label={state.lesson} />
        ) : (
          <Tabs value={state.session} onChange={(_, session) => model.go({ session })}>
            <Tab value="AM" label="AM" />
            <Tab value="PM" label="PM" />
          </Tabs>
        )}
        <Button onClick={() => model.all(state.codes[0])}>Mark all present</Button>
        <Button variant="contained" onClick={() => model.save()}>
          {state.saved ? 'Saved' : 'Save'}
        </Button>
        <input
          placeholder="Search pupils"
          onChange={({ target }) => grid.current.setQuickFilterValues([target.value])}
        />
      </Box>
      <Box sx={{ height: 460, width: 900 }}>
        <DataGrid
          apiRef={grid}
          rows={rows}
          columns={columns}
          rowHeight={40}
          pageSizeOptions={[100]}
          initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
          disableRowSelectionOnClick
          processRowUpdate={(row) => {
            model.set(row.id, row.mark === '' ? null : row.mark);
            return row;
          }}
        />
      </Box>
    </Box>
  );
}

createRoot(document.getElementById('root')).render(<Register />);
