/** How the translators of browsers mark a page that they have put into another language: Google’s on its root, Microsoft’s on each text. */
const MARKS = 'html.translated-ltr, html.translated-rtl, [_msttexthash], font[_mstmutation]';

/** Whether the browser has translated the page, its words for marks and sessions among the rest. */
export const isTranslated = (document: Document): boolean => document.querySelector(MARKS) !== null;
