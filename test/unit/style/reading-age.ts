import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Words of the work itself, which whoever takes a register knows however long they are, and schools' names: each is read as
 * one syllable. They are kept few, and none is here only to help a sentence.
 */
const KNOWN =
  /\b(?:[Uu]nauthorised|authorised|attendance|[Rr]egister(?:s|wise)?|[Ss]essions?|afternoon|absence|absent|policy|amendment|threshold|unsettled|compulsory school age|exceptional circumstances|Leading Futures|(?:[A-Z][\w.]+ )*(?:Primary|Academy|Academies|Trust|School)(?: [A-Z]\w+)*)\b/g;

/** A time, a date or a code is read at a glance. */
const AT_A_GLANCE =
  /\d+:\d\d|\d+ [A-Z][a-z]+ \d{4}|[A-Z][a-z]+day \d+ [A-Z][a-z]+|[“”"\\/#+]|\b[A-Z]\d?\b|\d+/g;

/** The age at which a text is read with ease: its Flesch-Kincaid grade, which is a school year of the USA, and five. */
export function readingAge(text: string): number {
  const plain = text.replace(AT_A_GLANCE, ' one ').replace(KNOWN, 'school').replace(/’/g, "'");
  const sentences = plain.split(/[.?!:;]+(?:\s|$)/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = plain.match(/[a-z][a-z'-]*/gi) ?? [];
  const counts = {
    sentence: Math.max(1, sentences.length),
    word: words.length,
    syllable: syllable(words.join(' ')),
  };
  return fleschKincaid(counts) + 5;
}
