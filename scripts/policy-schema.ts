// Writes docs/policy.schema.json, the published form of what rules/policy/schema.ts takes: npm run schema.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { clauseKey, clockTime, isoDate } from '../rules/policy/parts.ts';
import { policySchema } from '../rules/policy/schema.ts';
import { sessionTimes } from '../rules/policy/times-schema.ts';
import { stepSchema } from '../rules/steps/step.ts';

/** Where the schema is published, from the root of the project. */
export const PUBLISHED = 'docs/policy.schema.json';

/** The JSON Schema of a policy document, as text. What no JSON Schema can say is in its description. */
export function publishedSchema(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...toJsonSchema(policySchema, {
      target: 'draft-2020-12',
      typeMode: 'input',
      ignoreActions: ['check'],
      definitions: { clauseKey, clockTime, date: isoDate, sessionTimes, step: stepSchema },
    }),
    title: 'A school’s attendance policy, for Registerwise',
    description:
      'Beyond this schema: dates exist; a register closes after it is taken and no later than its session ends; near is not above the threshold; every clause named stands under clauses.',
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PUBLISHED, publishedSchema());
