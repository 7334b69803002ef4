// The truth of the day and the session is this page's, that of the marks the frame's.
const { date, session, lesson, group, query } = window.__state;
window.__truth = () => ({
  ...document.querySelector('iframe').contentWindow.__truth(),
  date,
  session,
  lesson,
  group,
});
document.getElementById('session')?.addEventListener('change', ({ target }) => {
  location.search = new URLSearchParams({ ...query, session: target.value });
});
