import type { Post } from '../../src/rules/cases/types';

const SUPERIORS = 'supervisor department_head director manager';
const DESK = `front_desk steward ${SUPERIORS}`;
const KEY_DESK = `front_desk security ${SUPERIORS}`;
const INTAKE = `${DESK} clerk security`;
const COMPLAINTS = `${DESK} clerk`;
const READERS = `front_desk steward clerk ${SUPERIORS}`;
const EVERYBODY = `${INTAKE} technician finance`;

/** Posts that may, and after `+` the relation of the record by which one more may, whatever his post. */
type Said = `${string}`;

/** Performed by the office itself only. */
const ITSELF = '' as const;

/**
 * Who may perform which action of which case: written down here once more, by hand, from the manual of the office and not
 * from its tables, so that a slip there shows.
 */
export const WHO: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  ticket: {
    register: INTAKE,
    edit: INTAKE,
    assign: DESK,
    dispatch: DESK,
    start: `${DESK} +handler`,
    wait: `${DESK} +handler`,
    resume: `${DESK} +handler`,
    reclass: `${DESK} +handler`,
    unlink_repeat: INTAKE,
    report_damage: `${INTAKE} +handler`,
    contain: `${INTAKE} +handler`,
    rule_out_damage: `${INTAKE} +handler`,
    complete: `${DESK} +handler`,
    water_test: `${DESK} +handler`,
    close: `${DESK} clerk`,
    reopen: DESK,
    cancel: DESK,
    classify: COMPLAINTS,
    submit_up: `${COMPLAINTS} +handler`,
    acknowledge: 'director manager +submittedTo',
    escalate: `${COMPLAINTS} +handler`,
    find_cause: `${COMPLAINTS} +handler`,
    apologise: `${COMPLAINTS} +handler`,
    record_meeting: `${COMPLAINTS} +handler`,
    record_outcome: `${COMPLAINTS} +handler`,
    tell_outcome: `${COMPLAINTS} +handler`,
    request_visit: `steward ${SUPERIORS}`,
    rule_out_rework: DESK,
    refer: `${SUPERIORS} +accountable`,
    reply: `${SUPERIORS} +accountable`,
    answer: `${SUPERIORS} +accountable`,
    feedback: `${SUPERIORS} +accountable`,
    look_for_group: ITSELF,
    join_group: ITSELF,
    leave_group: ITSELF,
    rework: ITSELF,
    tell_outside: ITSELF,
    send_out: ITSELF,
    alarm: ITSELF,
    take_charge: ITSELF,
    begin: ITSELF,
    take_over: ITSELF,
    hand_back: ITSELF,
    mark_register: ITSELF,
  },
  'dispatch-order': {
    draft: DESK,
    grab: 'technician',
    edit: `${DESK} +technician`,
    dispatch: DESK,
    reassign: DESK,
    pass_on: `${SUPERIORS} +technician`,
    hand_back: `${SUPERIORS} +technician`,
    accept: `${SUPERIORS} +technician`,
    announce: `${SUPERIORS} +technician`,
    arrive: `${SUPERIORS} +technician`,
    no_access: `${SUPERIORS} +technician`,
    miss: `${DESK} +technician`,
    reschedule: `${DESK} +technician`,
    consent: `${SUPERIORS} +technician`,
    judge_warranty: DESK,
    price: `${DESK} +technician`,
    start: `${SUPERIORS} +technician`,
    contain: `${SUPERIORS} +technician`,
    photograph: `${SUPERIORS} +technician`,
    pause: `${SUPERIORS} +technician`,
    resume: `${SUPERIORS} +technician`,
    finish: `${SUPERIORS} +technician`,
    sign: `${DESK} +technician`,
    file: 'clerk manager',
    claim: `clerk finance ${SUPERIORS}`,
    explain_delay: `${DESK} +technician`,
    tell_contractor: DESK,
    cancel: DESK,
    issue: ITSELF,
    offer: ITSELF,
    pass_on_late: ITSELF,
    lapse: ITSELF,
  },
  'return-visit': {
    entrust: SUPERIORS,
    record: `${DESK} +steward`,
    attempt: `${DESK} +steward`,
    ask_exemption: `${DESK} +steward`,
    exempt: SUPERIORS,
    deny_exemption: SUPERIORS,
    raise: `${DESK} +steward`,
    review: SUPERIORS,
    arise: ITSELF,
    recount: ITSELF,
    answer_by_letter: ITSELF,
  },
  'visit-attempt': { make: ITSELF },
  'hand-over': {
    offer: EVERYBODY,
    accept: '+receiver',
    refuse: '+receiver',
    take_back: `${SUPERIORS} +giver`,
    refer: ITSELF,
    lapse: ITSELF,
    feed_back: ITSELF,
  },
  'group-matter': {
    take_out: `front_desk ${SUPERIORS} +head`,
    handle: 'department_head director manager +head',
    answer: 'department_head director manager +head',
    close: 'department_head director manager +head',
    form: ITSELF,
    admit: ITSELF,
  },
  'open-letter': {
    compose: READERS,
    edit: READERS,
    publish: SUPERIORS,
    discharge: SUPERIORS,
    withdraw: READERS,
  },
  'house-call': { record: DESK, raise: DESK },
  'house-call-plan': {
    draw_up: `steward ${SUPERIORS}`,
    edit: `${SUPERIORS} +steward`,
    close: `${SUPERIORS} +steward`,
  },
  'key-loan': {
    lend: KEY_DESK,
    extend: SUPERIORS,
    take_back: KEY_DESK,
    lose: `${KEY_DESK} +borrower`,
    remind: ITSELF,
  },
  'key-authorisation': { grant: DESK, give_back: DESK, expire: ITSELF },
  'key-count': { start: KEY_DESK, count: KEY_DESK, explain: SUPERIORS, lose: KEY_DESK, close: SUPERIORS },
  incident: {
    report: `${DESK} security`,
    handle: KEY_DESK,
    close: SUPERIORS,
    report_lost: ITSELF,
  },
  transfer: {
    register: `front_desk clerk ${SUPERIORS}`,
    edit: `front_desk clerk ${SUPERIORS}`,
    complete_papers: `front_desk clerk ${SUPERIORS}`,
    take_effect: `clerk ${SUPERIORS}`,
    close: `clerk ${SUPERIORS}`,
    cancel: `clerk ${SUPERIORS}`,
  },
  'lease-registration': {
    register: `front_desk clerk ${SUPERIORS}`,
    start: `front_desk clerk ${SUPERIORS}`,
    end_early: `front_desk clerk ${SUPERIORS}`,
    cancel: `front_desk clerk ${SUPERIORS}`,
    end: ITSELF,
  },
  'archive-file': {
    file: 'clerk director manager',
    edit: 'clerk director manager',
    entrust: 'clerk director manager',
    withdraw: 'director manager',
  },
  'archive-loan': {
    lend: 'clerk director manager',
    extend: 'clerk director manager +keeper',
    give_back: 'clerk director manager +keeper',
  },
  summary: {
    edit: `clerk ${SUPERIORS}`,
    approve: 'supervisor department_head',
    send_back: 'director manager',
    acknowledge: 'director manager',
    compile: ITSELF,
  },
};

/** The posts of a line of the table. */
export const postsIn = (said: Said): Post[] =>
  said.split(' ').filter((word): word is Post => word !== '' && !word.startsWith('+'));

/** The relation of a line of the table; none where only posts count. */
export const relationIn = (said: Said): string | undefined =>
  said
    .split(' ')
    .find((word) => word.startsWith('+'))
    ?.slice(1);
