import * as React from 'react';
import { useForm } from '@strapi/strapi/admin';
import { useDocumentRBAC } from '@strapi/content-manager/strapi-admin';
import { changesFor, type CalendarForm, type DayWish } from './year';

export interface CalendarState {
  calendar: CalendarForm;
  /** Whether this user may change it at all. */
  editable: boolean;
  /** Makes a day of the form what it should be; it holds once the form is saved. */
  change: (date: string, wish: DayWish) => void;
}

/** The calendar on the form that is open, with everything that was changed on it. */
export function useCalendarForm(isNew: boolean): CalendarState {
  const form = useForm('CalendarYear', (state) => state);
  const may = useDocumentRBAC('CalendarYear', ({ canUpdate, canCreate }) => (isNew ? canCreate : canUpdate));
  const calendar = form.values as CalendarForm;
  const { addFieldRow, removeFieldRow, onChange } = form;
  const change = React.useCallback(
    (date: string, wish: DayWish) => {
      for (const step of changesFor(calendar.days ?? [], date, wish)) {
        if (step.do === 'add') addFieldRow('days', { ...step.row });
        else if (step.do === 'remove') removeFieldRow('days', step.index);
        else
          for (const [name, value] of Object.entries(step.row)) onChange(`days.${step.index}.${name}`, value);
      }
    },
    [calendar.days, addFieldRow, removeFieldRow, onChange],
  );
  return { calendar, editable: Boolean(may) && !form.disabled && !calendar.roundTheClock, change };
}
