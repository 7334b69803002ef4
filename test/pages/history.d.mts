/** A code of a made-up school: what is written in a cell, what the code is called, and what its colour says. */
export interface HistoryCode {
  readonly text: string;
  readonly title: string;
  readonly state: 'present' | 'absent' | 'half-day';
}

/** A row of a history. Of one pupil: the course and period. Of a class: the pupil. */
export interface HistoryRow {
  readonly course?: string;
  readonly period?: string;
  readonly id?: string;
  readonly name?: string;
  /** Texts of codes, by day. */
  readonly marks: Readonly<Record<string, string>>;
}

/** A page of earlier marks, as it is asked for and answered. */
export interface HistoryModel {
  /** The pupil's number; null for the class in one period. */
  readonly student: string | null;
  /** What is chosen: '' for whole days, PERIOD, or the number of a period. */
  readonly period: string;
  readonly periods?: readonly { readonly id: string; readonly text: string }[];
  readonly from: string;
  readonly to: string;
  /** The day it is on the server. */
  readonly today: string;
  readonly days: readonly string[];
  readonly rows: readonly HistoryRow[];
  readonly codes?: readonly HistoryCode[];
}
