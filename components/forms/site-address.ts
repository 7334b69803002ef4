/** An address as typed: the site's origin, or one plain sentence that says what is wrong with it. */
export type SiteAddress =
  | { readonly kind: 'site'; readonly origin: string }
  | { readonly kind: 'problem'; readonly message: string };

const HINT = 'Copy the address of your register from the browser’s address bar.';

/** The site a register's address is on. `https` is taken for granted when none is typed. */
export function readSiteAddress(text: string): SiteAddress {
  const typed = text.trim();
  if (typed === '') return problem(`Type the address of your register. ${HINT}`);
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return problem(`This is not a web address. ${HINT}`);
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return problem('Registerwise can only read web pages, whose addresses begin with https:// or http://.');
  if (!url.hostname.includes('.') && url.hostname !== 'localhost')
    return problem(`This is not a whole web address. ${HINT}`);
  return { kind: 'site', origin: url.origin };
}

function problem(message: string): SiteAddress {
  return { kind: 'problem', message };
}
