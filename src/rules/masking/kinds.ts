/** The kinds of personal data that are kept sealed; a schema names one by `pluginOptions.guanjia.personal`. */
export const PERSONAL_KINDS = ['phone', 'id_number', 'bank_card'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export const isPersonalKind = (kind: unknown): kind is PersonalKind =>
  (PERSONAL_KINDS as readonly unknown[]).includes(kind);
