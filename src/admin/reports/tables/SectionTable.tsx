import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { percent } from '../../home/numbers';
import { RecordCount } from '../../home/records/RecordCount';
import { type ReportCell, type ReportSection } from '../http/contract';
import { Card, Table } from '../look';
import { recordsPath } from './records';
import { Sideways } from './Sideways';

/** From how many columns on a table takes a line of its own. */
const WIDE_FROM = 6;

interface SectionTableProps {
  section: ReportSection;
  /** Days and parts that its numbers are of; without it they cannot be opened. */
  range?: Readonly<Record<string, string>>;
  children?: React.ReactNode;
}

/** One table of a report under its heading; numbers open the records that they count. */
export function SectionTable({ section, range, children }: SectionTableProps) {
  const { say } = useOfficeWords('UTC');
  const id = React.useId();
  const { title, heads, rows, more } = section;
  return (
    <Card aria-labelledby={id} data-section={section.key} data-wide={heads.length >= WIDE_FROM}>
      <Typography id={id} variant="delta" tag="h2">
        {title}
      </Typography>
      {children}
      <Sideways aria-labelledby={id}>
        <Table aria-labelledby={id}>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th key={`${index}/${head}`} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={`${at}/${row.name}`}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => (
                  <td key={index} data-words={cell.kind === 'text' && cell.text !== ''}>
                    <CellText
                      cell={cell}
                      title={`${row.name} · ${heads[index + 1] ?? title}`}
                      range={range}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Sideways>
      {more !== undefined && (
        <Typography variant="pi" textColor="neutral600">
          {say('reports.more', { count: more })}
        </Typography>
      )}
    </Card>
  );
}

interface CellTextProps {
  cell: ReportCell;
  title: string;
  range: SectionTableProps['range'];
}

function CellText({ cell, title, range }: CellTextProps) {
  const { length } = useOfficeWords('UTC');
  switch (cell.kind) {
    case 'text':
      return <>{cell.text}</>;
    case 'count':
      return cell.list && range ? (
        <RecordCount
          count={cell.value}
          danger={cell.bad}
          title={title}
          path={recordsPath(cell.list, range)}
        />
      ) : (
        <Marked bad={cell.bad}>{cell.value}</Marked>
      );
    case 'share':
      return <Marked bad={cell.bad}>{percent(cell.value)}</Marked>;
    case 'time':
      return <>{cell.value === null ? '—' : length(cell.value * 1000)}</>;
  }
}

const Marked = ({ bad, children }: { bad?: boolean; children: React.ReactNode }) =>
  bad ? (
    <Typography fontWeight="semiBold" textColor="danger600">
      {children}
    </Typography>
  ) : (
    <>{children}</>
  );
