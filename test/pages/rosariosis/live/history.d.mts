import type { HistoryCode, HistoryModel } from '../../history.d.mts';

export const HISTORY_CODES: readonly HistoryCode[];
export function renderHistory(page: HistoryModel): string;
