import { curriculumYear, isOfCompulsoryAge } from '../pupil/age.ts';
import { type Check, finding } from './context.ts';
import { LAW_OF_AGE } from './law.ts';

/** Codes that are only for some ages: X, C2, S. Says nothing of a pupil whose age is not known. */
export const checkAge: Check = ({ entry, code }) => {
  const age = isOfCompulsoryAge(entry.pupil, entry.date);
  if (code === 'X' && age === 'yes') {
    const message =
      'X is for pupils who are not of compulsory school age; this pupil is. Use C2 or the code that fits.';
    return [finding('age-check', 'check', message, ['C2'], { law: LAW_OF_AGE.compulsoryAge })];
  }
  if (code === 'C2' && age === 'no') {
    const message = 'C2 is for pupils of compulsory school age; this pupil is not. Use X if not timetabled.';
    return [finding('age-check', 'check', message, ['X'], { law: LAW_OF_AGE.compulsoryAge })];
  }
  const year = curriculumYear(entry.pupil, entry.date);
  if (code === 'S' && year !== null && year < 10) {
    const message = 'S is study leave for public exams. This pupil is below Year 10.';
    return [finding('age-check', 'check', message, [], { law: LAW_OF_AGE.study })];
  }
  return [];
};
