import type * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: 0.4rem 0.4rem 0.4rem 0;
    text-align: left;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  th:not(:first-child),
  td:not(:first-child) {
    width: 6.4rem;
    text-align: right;
    white-space: nowrap;
  }

  td > button {
    display: inline-flex;
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

export interface FigureRow {
  key: string;
  name: string;
  numbers: readonly React.ReactNode[];
}

interface FigureTableProps {
  /** The head of the names, then one per number. */
  heads: readonly string[];
  rows: readonly FigureRow[];
  caption: string;
}

/** A small table of numbers; beside a chart it says in text what the chart shows. */
export function FigureTable({ heads, rows, caption }: FigureTableProps) {
  return (
    <Box width="100%">
      <Table aria-label={caption}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                <Typography variant="pi" textColor="neutral600">
                  {head}
                </Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, numbers }) => (
            <tr key={key}>
              <th scope="row">
                <Typography variant="omega" textColor="neutral800">
                  {name}
                </Typography>
              </th>
              {numbers.map((number, index) => (
                <td key={heads[index + 1]}>{number}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  );
}
