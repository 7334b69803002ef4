import { PRACTICE_CLASS } from '../../components/practice/class.ts';
import { pack } from '../../rules/strips/strips.ts';
import type { Ask } from '../../store/ask.ts';
import type { PackedStrip } from '../../store/records.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';
import { toBase64 } from '../../store/strip-text.ts';

/** Puts the class's made-up marks into the store. Doing so again changes nothing. Rejects with a plain sentence. */
export async function seedPractice(ask: Ask): Promise<void> {
  const strips = PRACTICE_CLASS.flatMap(({ key, marks }): PackedStrip[] => {
    const packed = pack(marks);
    if (!packed.ok) throw new Error('The practice marks could not be packed');
    return [...packed.value].map(([year, strip]) => ({ pupil: key, year, bytes: toBase64(strip) }));
  });
  await ask('import', { origin: PRACTICE_ORIGIN, strips });
}
