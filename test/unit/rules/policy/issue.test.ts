import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { faultOf } from '../../../../rules/policy/issue.ts';

const schema = v.record(
  v.string(),
  v.array(v.object({ size: v.pipe(v.number(), v.integer(), v.minValue(1, 'A size is 1 or more.')) })),
);
const fault = (document: unknown) => {
  const { issues } = v.safeParse(schema, document);
  if (!issues) throw new Error('nothing wrong');
  return faultOf(issues[0]);
};

describe('where', () => {
  test.each([
    ['not a record', ''],
    [{ sizes: 'none' }, 'sizes'],
    [{ sizes: [{ size: 1 }, {}] }, 'sizes[1].size'],
    [{ _2: [{}] }, '_2[0].size'],
    [{ '4.2b': [{}] }, '["4.2b"][0].size'],
    [{ 'annex-1': [{}] }, '["annex-1"][0].size'],
    [{ 'the “size”': [{}] }, '["the “size”"][0].size'],
  ])('%o', (document, path) => expect(fault(document).path).toBe(path));
});

describe('what', () => {
  test.each([
    ['what is not there', undefined, 'This is missing.'],
    ['another kind of thing', 'one', 'This should be number, and is "one".'],
    ['what breaks a rule with words of our own', 0, 'A size is 1 or more.'],
    ['what breaks a rule without', 1.5, 'This should be something else, and is 1.5.'],
  ])('%s', (_, size, message) => {
    expect(fault({ sizes: [{ size }] })).toEqual({
      path: 'sizes[0].size',
      missing: size === undefined,
      message,
    });
  });
});
