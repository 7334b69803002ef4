// Writes the tables of docs/policies.md: every clause of every profile, and where it is used. npm run schema.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPolicy } from '../rules/conflicts/policy-check.ts';
import type { Policy } from '../rules/policy/policy.ts';
import { builtInPolicies } from '../rules/policy/profiles.ts';

/** The page whose tables are made here, from the root of the project. What stands outside them is written by hand. */
export const PAGE = 'docs/policies.md';

/** The page with its tables made anew. */
export function withTables(page: string): string {
  return builtInPolicies.reduce((text, policy) => {
    const [begin, end] = [`<!-- clauses of ${policy.id} -->\n`, `<!-- end of ${policy.id} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    return from < 0 || to < from ? text : text.slice(0, from + begin.length) + table(policy) + text.slice(to);
  }, page);
}

function table(policy: Policy): string {
  const rows = Object.entries(policy.clauses).map(([key, { section, sentence }]) => {
    const cells = [section, `“${sentence}”`, places(policy, key).join(', ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['', '| section | sentence | where it is |', '| --- | --- | --- |', ...rows, '', ''].join('\n');
}

/** Paths in the profile that name the clause, then the conflicts that quote it. */
function places(policy: Policy, key: string): readonly string[] {
  const paths: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === key && /(^|\.)(\w*[cC]lauses?|others|remoteAsAttended)(\[[^\]]+\])?$/.test(path))
      paths.push(tidy(path));
    if (typeof value !== 'object' || value === null || value === policy.clauses) return;
    for (const [name, part] of Object.entries(value)) walk(part, inside(value, name, part, path));
  };
  walk(policy, '');
  const words = policy.clauses[key]?.sentence ?? '';
  const quoting = checkPolicy(policy).filter(({ statement, law }) =>
    `${statement} ${law}`.includes(`“${words}”`),
  );
  return [...new Set([...paths.map((path) => `\`${path}\``), ...quoting.map(({ id }) => `conflict ${id}`)])];
}

function inside(value: object, name: string, part: unknown, path: string): string {
  if (!Array.isArray(value)) return path === '' ? name : `${path}.${name}`;
  const label = part as { id?: string; about?: string } | null;
  return `${path}[${label?.id ?? label?.about ?? name}]`;
}

const tidy = (path: string): string =>
  path.replace(/\.(clauses?|others)(\[[^\]]+\])?$/, '').replace(/^noted\[.*$/, 'noted');

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
