/** What the office answers for the home page. */

export interface RunningClock {
  name: string;
  label: string;
  startedAt: string;
  dueAt: string;
  brokenAt: string | null;
  pausedAt: string | null;
}

export interface WorkLine {
  reason: string;
  type: string;
  documentId: string;
  number: string;
  stage: string;
  stageLabel: string;
  matter: string | null;
  place: string | null;
  clock: RunningClock | null;
}

export interface Work {
  total: number;
  byReason: Readonly<Record<string, number>>;
  lines: readonly WorkLine[];
}

export interface PlaceCount {
  place: { documentId: string; name: string } | null;
  due: number;
  broken: number;
}

/** A clock in a list: of promises that fall due soon, or that were broken today. */
export interface ClockLine {
  type: string;
  documentId: string;
  number: string;
  name: string;
  label: string;
  startedAt: string;
  dueAt: string;
  brokenAt: string | null;
  building: string | null;
  team: string | null;
}

export interface ClocksAhead {
  hours: number;
  due: number;
  broken: number;
  byBuilding: readonly PlaceCount[];
  byTeam: readonly PlaceCount[];
  next: readonly ClockLine[];
}

/** What is out, and what of it should be back by now. */
export interface OutCount {
  out: number;
  overdue: number;
}

/** Keys and papers that are out; null of what is not for whoever looks. */
export interface WhatIsOut {
  keys: OutCount | null;
  papers: OutCount | null;
}

/** How many of how many; `share` from 0 to 1, null of nothing. */
export interface Share {
  count: number;
  of: number;
  share: number | null;
}

export interface PromiseFigure extends Share {
  target: string;
  code: string | null;
  rule: string | null;
  clock: string;
  label: string;
  kept: number;
  broken: number;
}

export interface MonthFigures {
  promises: Share & { byTarget: readonly PromiseFigure[] };
  visits: Share & { target: number; owed: number; exempt: number; due: number };
  signed: Share & { target: number; reached: boolean | null; byForm: Readonly<Record<string, number>> };
  rework: Share;
  satisfaction: Share & { byAnswer: Readonly<Record<string, number>> };
}

export interface Month {
  /** `2026-11`, as figures and their records take it. */
  month: string;
  figures: MonthFigures;
}

/** A record behind a number; what a list knows beside its number differs. */
export interface ListedRecord {
  type: string;
  documentId: string;
  number: string;
  label?: string;
  dueAt?: string;
  brokenAt?: string | null;
  building?: string | null;
  team?: string | null;
}

export interface RecordPage {
  total: number;
  start: number;
  limit: number;
  records: readonly ListedRecord[];
}
