/** What the office answers about reports. */

export interface Listed {
  figure: string;
  where: Readonly<Record<string, string>>;
  scope?: Readonly<Record<string, string>>;
}

export type ReportCell =
  | { kind: 'text'; text: string }
  | { kind: 'count'; value: number; list?: Listed; bad?: boolean }
  | { kind: 'share'; value: number | null; bad?: boolean }
  | { kind: 'time'; value: number | null };

export interface ReportRow {
  name: string;
  cells: readonly ReportCell[];
}

export interface ReportSection {
  key: string;
  title: string;
  heads: readonly string[];
  rows: readonly ReportRow[];
  more?: number;
}

export interface Report {
  title: string;
  lines: readonly string[];
  sections: readonly ReportSection[];
  remarks: readonly { title: string; text: string }[];
}

export interface ShownReport {
  report: Report;
  /** Whether this user may take it away as a file. */
  mayExport: boolean;
}

export interface Share {
  count: number;
  of: number;
  share: number | null;
}

export interface TrendPoint {
  /** `2026-10` or `2026-W42`. */
  span: string;
  received: number;
  completed: number;
  complaints: number;
  promises: Share;
  visits: Share;
  signed: Share;
  satisfaction: Share;
  rework: Share;
}

export interface Trend {
  step: 'month' | 'week';
  points: readonly TrendPoint[];
}

export interface Choice {
  documentId: string;
  name: string;
  parent: string | null;
}

/** What reports can be narrowed down to; `parent` of a building is its community. */
export interface ReportChoices {
  communities: readonly Choice[];
  buildings: readonly Choice[];
  teams: readonly Choice[];
}

export interface SummaryLine {
  documentId: string;
  number: string;
  kind: string;
  kindLabel: string;
  period: string;
  stage: string;
  stageLabel: string;
}
