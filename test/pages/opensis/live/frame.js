// The frame's own script, as far as the register needs it: the menu's Ajax, styled radio buttons, the calendar and "Go".
(() => {
  const today = new URLSearchParams(location.search).get('today');
  const kept = today ? `&today=${today}` : '';

  /** The reply replaces what #content holds; the frame's address stays. */
  window.check_content = (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url + kept);
    request.onload = () => {
      document.getElementById('content').innerHTML = request.responseText;
    };
    request.send();
  };

  /** The form's own period select loads the frame. */
  window.openPeriod = (period) => {
    location.href = `Modules.php?modname=attendance/TakeAttendance.php&period=${period}${kept}`;
  };

  window.self_disable = (button) => {
    button.form.addEventListener('submit', (event) => {
      if (button.dataset.sent) event.preventDefault();
      button.dataset.sent = 'yes';
    });
  };

  // The outer cell's colour and the styled span follow a click at once.
  document.addEventListener('change', ({ target }) => {
    if (target.type === 'radio' && target.name.startsWith('attendance[')) {
      for (const radio of target.form.elements[target.name]) {
        radio.parentElement.classList.toggle('checked', radio.checked);
        const colour = radio.classList.contains('control-present') ? 'alpha-success' : 'alpha-danger';
        radio.closest('table').parentElement.classList.toggle(colour, radio.checked);
      }
    } else if (target.matches('.daterange-single')) {
      const [year, month, day] = target.value.split('-');
      document.getElementById('yearSelect_date_3').value = year;
      document.getElementById('monthSelect_date_3').value = month;
      document.getElementById('daySelect_date_3').value = day;
    }
  });

  document.addEventListener('click', ({ target }) => {
    if (target.value !== 'Go') return;
    const { period, month_date, day_date, year_date } = target.form.elements;
    location.href = `Modules.php?modname=users/TeacherPrograms.php?include=attendance/TakeAttendance.php&period=${period.value}&day_date=${day_date.value}&year_date=${year_date.value}&table=0&month_date=${month_date.value}${kept}`;
  });
})();
