import type { Schema, Struct } from '@strapi/strapi';

export interface OfficeCalendarDay extends Struct.ComponentSchema {
  collectionName: 'components_office_calendar_days';
  info: {
    description: '';
    displayName: 'Calendar day';
  };
  attributes: {
    date: Schema.Attribute.Date & Schema.Attribute.Required;
    hours: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    kind: Schema.Attribute.Enumeration<['off', 'work']> & Schema.Attribute.Required;
    reason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
  };
}

export interface OfficeEscalationStep extends Struct.ComponentSchema {
  collectionName: 'components_office_escalation_steps';
  info: {
    description: '';
    displayName: 'Escalation step';
  };
  attributes: {
    afterMinutes: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::duration'>;
    to: Schema.Attribute.Enumeration<['handler', 'supervisor', 'department_head', 'director']> &
      Schema.Attribute.Required;
  };
}

export interface OfficePauseRule extends Struct.ComponentSchema {
  collectionName: 'components_office_pause_rules';
  info: {
    description: '';
    displayName: 'Pause rule';
  };
  attributes: {
    maxMinutes: Schema.Attribute.Integer &
      Schema.Attribute.CustomField<'global::duration'> &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
    reasons: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    stage: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 64;
      }>;
  };
}

export interface OfficeSpan extends Struct.ComponentSchema {
  collectionName: 'components_office_spans';
  info: {
    description: '';
    displayName: 'Working span';
  };
  attributes: {
    from: Schema.Attribute.String & Schema.Attribute.Required;
    to: Schema.Attribute.String & Schema.Attribute.Required;
    weekday: Schema.Attribute.Enumeration<['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']> &
      Schema.Attribute.Required;
  };
}

export interface OfficeWarning extends Struct.ComponentSchema {
  collectionName: 'components_office_warnings';
  info: {
    description: '';
    displayName: 'Warning';
  };
  attributes: {
    beforeMinutes: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::duration'> &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'office.calendar-day': OfficeCalendarDay;
      'office.escalation-step': OfficeEscalationStep;
      'office.pause-rule': OfficePauseRule;
      'office.span': OfficeSpan;
      'office.warning': OfficeWarning;
    }
  }
}
