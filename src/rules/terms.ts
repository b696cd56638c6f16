/** The trade's enumerations that several rules share; their words stand in `words/enums.ts`. */
export const KINDS = ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service'] as const;
export const CHANNELS = [
  'phone',
  'walk_in',
  'online',
  'letter',
  'patrol',
  'department',
  'return_visit',
  'house_call',
] as const;
export const URGENCIES = ['ordinary', 'urgent'] as const;
/** Faults by how hard they are to put right [C-02][C-03][C-04]. */
export const FAULT_CLASSES = ['ordinary', 'difficult', 'missing_part', 'major'] as const;
/** Complaints by weight [E-02]. */
export const COMPLAINT_CLASSES = ['serious', 'important', 'minor', 'invalid'] as const;
/** Whose doing it was that a complaint is about [E-03]. */
export const COMPLAINT_CAUSES = ['by_company', 'by_resident', 'by_several'] as const;
/** The only reasons for which work may rest; which of them stop a clock is up to its target [C-10]. */
export const PAUSE_REASONS = [
  'missing_part',
  'requester_absent',
  'requester_request',
  'outside_party',
  'weather',
] as const;
export const SATISFACTIONS = [
  'very_satisfied',
  'satisfied',
  'fair',
  'dissatisfied',
  'very_dissatisfied',
] as const;
export const VISIT_FORMS = ['on_site', 'phone', 'letter', 'open_letter'] as const;
/** What a return visit is about [D-05]. */
export const VISIT_KINDS = ['repair_quality', 'complaint', 'suggestion', 'questionnaire'] as const;
/** What came of going there. */
export const VISIT_OUTCOMES = ['reached', 'no_answer', 'refused'] as const;
/** Why a requester is not visited; counted apart from visits kept and missed. */
export const EXEMPT_REASONS = ['anonymous', 'unreachable', 'refused'] as const;
/** How often stewards call on a household [D-12]. */
export const CALL_FREQUENCIES = [
  'once',
  'every_month',
  'every_quarter',
  'every_half_year',
  'every_year',
] as const;
/** Whom a plan of house calls is about. */
export const CALL_AIMS = ['all_units', 'listed_units'] as const;
export const NATURES = ['general', 'leak', 'safety_facility'] as const;

/** What a summary is about: repairs of a month [B-13], complaints of a week [E-06], visits of a month [D-11]. */
export const SUMMARY_KINDS = ['repairs_monthly', 'complaints_weekly', 'visits_monthly'] as const;

/** Who borrows a key [F-03]. */
export const KEY_BORROWERS = ['staff', 'owner', 'agent', 'contractor', 'other_person'] as const;
/** Incidents by what they are about. */
export const INCIDENT_CLASSES = ['lost_key'] as const;

/** How far back a matter may be typed in late, in days (imports excepted). */
export const LATE_INTAKE_DAYS = 30;

/** Classes of the archives [G-04]. */
export const ARCHIVE_CLASSES = ['owner', 'property', 'engineering', 'contract', 'other_papers'] as const;

/** A file is read on the spot, or taken along. */
export const LOAN_KINDS = ['borrow', 'consult'] as const;
