/** What the office answers about its categories and its people. */

export interface CategoryNode {
  documentId: string;
  name: string;
  code: string;
  parent: string | null;
  kind: string | null;
  urgent: boolean;
  department: string | null;
  sort: number;
  active: boolean;
}

export interface CategoryList {
  categories: readonly CategoryNode[];
  may: { save: boolean; add: boolean };
}

export interface PersonOnDuty {
  documentId: string;
  name: string;
  jobNumber: string;
  post: string | null;
  department: string | null;
  duty: string;
  trades: readonly string[];
  teams: readonly string[];
  cap: number | null;
  load: number | null;
}

export interface PeopleList {
  people: readonly PersonOnDuty[];
  may: { duty: boolean; trades: boolean };
}

/** A change of one row, as Strapi's own form would send it. */
export interface RowChange {
  type: 'category' | 'staff-member';
  documentId: string;
  data: Readonly<Record<string, unknown>>;
}
