const at = (iso: string): Date => new Date(`${iso}T12:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) => (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(at(iso));
const part = (options: Intl.DateTimeFormatOptions) => format(options);
const weekday = part({ weekday: 'long' });
const month = part({ month: 'long' });
const [year, numeric, day] = [0, 1, 2].map((i) => (iso: string) => iso.split('-')[i] ?? '') as [
  (iso: string) => string,
  (iso: string) => string,
  (iso: string) => string,
];
const bare = (iso: string): string => String(Number(day(iso)));

/** A day in the ways the host pages write it. */
export const written = {
  iso: (iso: string) => iso,
  uk: (iso: string) => iso.split('-').reverse().join('/'),
  long: (iso: string) => `${weekday(iso)} ${bare(iso)} ${month(iso)} ${year(iso)}`,
  short: (iso: string) => `${weekday(iso).slice(0, 3)}, ${bare(iso)} ${month(iso).slice(0, 3)} ${year(iso)}`,
  dashed: (iso: string) => `${day(iso)}-${month(iso).slice(0, 3)}-${year(iso)}`,
};

/** Other ways, which all say the same day to a reader in England. */
export const REWORDED: readonly ((iso: string) => string)[] = [
  ...[written.iso, written.uk, written.long, written.short],
  (iso) => `${bare(iso)} ${month(iso)} ${year(iso)}`,
  (iso) => `${month(iso)} ${bare(iso)}, ${year(iso)}`,
  (iso) => `${weekday(iso).slice(0, 3)} ${bare(iso)} ${month(iso).slice(0, 3)} ${year(iso)}`,
  (iso) => `${weekday(iso)}, ${bare(iso)}${ordinal(iso)} of ${month(iso)} ${year(iso)}`,
  (iso) => `${bare(iso)}-${month(iso).slice(0, 3)}-${year(iso)}`,
  (iso) => `${day(iso)}.${numeric(iso)}.${year(iso)}`,
  (iso) => `${day(iso)}/${numeric(iso)}/${year(iso).slice(2)}`,
  (iso) => `${year(iso)}/${numeric(iso)}/${day(iso)}`,
];

function ordinal(iso: string): string {
  const n = Number(day(iso));
  if (n > 10 && n < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

/** A day some days on. */
export function daysOn(iso: string, by: number): string {
  return new Date(at(iso).getTime() + by * 86_400_000).toISOString().slice(0, 10);
}
