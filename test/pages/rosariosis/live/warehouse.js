// Takes over the page as RosarioSIS does: one delegated handler for every submit, one for every click on a link; the
// reply replaces what #body holds and the address changes by pushState. Radio clicks send nothing.
(() => {
  const show = (url, html) => {
    document.getElementById('body').innerHTML = html;
    history.pushState(null, '', url);
  };
  const load = (method, url, body, shownUrl = url) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.onload = () => show(shownUrl, request.responseText);
    request.send(body);
  };
  const fields = (form) => new URLSearchParams(new FormData(form));

  /** Called by the date and period selects: unsaved marks are lost without a question, and the address carries them. */
  window.ajaxLink = (form) => load('GET', `${form.getAttribute('action')}&${fields(form)}`);

  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    load('POST', form.getAttribute('action'), fields(form));
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a');
    if (!link) return;
    event.preventDefault();
    load('GET', link.getAttribute('href'));
  });
})();
