import type { BaseIssue } from 'valibot';

/** What is wrong in a document, where, and in plain English. */
export interface Fault {
  /** Such as `marks[3].code`; empty for the whole document. */
  readonly path: string;
  readonly missing: boolean;
  readonly message: string;
}

/** One validation issue as a person is told of it. */
export function faultOf(issue: BaseIssue<unknown>): Fault {
  const missing = issue.input === undefined;
  const own = !issue.message.startsWith('Invalid ');
  const expected = `This should be ${issue.expected ?? 'something else'}, and is ${issue.received}.`;
  return {
    path: pathOf(issue),
    missing,
    message: missing ? 'This is missing.' : own ? issue.message : expected,
  };
}

function pathOf(issue: BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (/^[A-Za-z_]\w*$/.test(String(key)) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join('')
    .replace(/^\./, '');
}
