import * as React from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { LOOKS, lookOf } from './looks';
import { weeksOf, WEEKDAYS, type DayFace } from './year';

interface MonthGridProps {
  year: number;
  month: number;
  read: (date: string) => DayFace;
  chosen: string;
  onChoose: (date: string) => void;
}

const Table = styled.table`
  width: 100%;
  table-layout: fixed;
  border-spacing: 2px;
  border-collapse: separate;
`;

const Day = styled.button<{ $background: string; $colour: string }>`
  width: 100%;
  min-height: 2.8rem;
  padding: 0.2rem 0;
  border: 1px solid transparent;
  border-radius: 4px;
  cursor: pointer;
  font-size: 1.3rem;
  line-height: 1.2;
  background: ${({ theme, $background }) => theme.colors[$background as 'neutral0']};
  color: ${({ theme, $colour }) => theme.colors[$colour as 'neutral0']};

  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    font-weight: 700;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

const Mark = styled.span`
  display: block;
  font-size: 0.9rem;
`;

/** One month, a button for each day; what is not plain says so by a mark as well as by its colour. */
export function MonthGrid({ year, month, read, chosen, onChoose }: MonthGridProps) {
  const { say, value, locale } = useOfficeWords('UTC');
  const named = (options: Intl.DateTimeFormatOptions, date: string) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', ...options }).format(
      Date.parse(`${date}T12:00:00Z`),
    );
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const title = named({ month: 'long' }, first);
  return (
    <div>
      <Typography variant="omega" fontWeight="bold" tag="h3">
        {title}
      </Typography>
      <Table aria-label={`${year} ${title}`}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={value(weekday)}>
                <Typography variant="pi" textColor="neutral600">
                  {say(`year.weekday.${weekday}`)}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, index) => (
            <tr key={index}>
              {week.map((date, column) => (
                <td key={date ?? column}>
                  {date && (
                    <DayButton
                      face={read(date)}
                      label={named({ month: 'long', day: 'numeric', weekday: 'long' }, date)}
                      chosen={date === chosen}
                      onChoose={onChoose}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface DayButtonProps {
  face: DayFace;
  label: string;
  chosen: boolean;
  onChoose: (date: string) => void;
}

function DayButton({ face, label, chosen, onChoose }: DayButtonProps) {
  const { say } = useOfficeWords('UTC');
  const look = lookOf(face);
  const { background, colour, mark } = LOOKS[look];
  const words = [label, say(`year.look.${look}`), face.name, face.hours.join(' ')]
    .filter(Boolean)
    .join(' · ');
  return (
    <Day
      type="button"
      data-day={face.date}
      data-look={look}
      title={words}
      aria-pressed={chosen}
      tabIndex={chosen ? 0 : -1}
      $background={background}
      $colour={colour}
      onClick={() => onChoose(face.date)}
    >
      <span aria-hidden>{Number(face.date.slice(8))}</span>
      {mark && <Mark aria-hidden>{say(`year.mark.${mark}`)}</Mark>}
      <VisuallyHidden>{words}</VisuallyHidden>
    </Day>
  );
}
