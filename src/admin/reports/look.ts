import { styled } from 'styled-components';

/** Below this width everything stands in one column. */
export const NARROW = '900px';

export const Frame = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1.6rem;
  padding: 2.4rem 3.2rem;
  @media (max-width: ${NARROW}) {
    padding: 1.6rem;
  }
`;

/** Two tables side by side where there is room; a wide one takes a line of its own. */
export const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 1.6rem;
  align-items: start;
  grid-auto-flow: dense;
  > [data-wide='true'] {
    grid-column: 1 / -1;
  }
  @media (max-width: ${NARROW}) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

export const Card = styled.section`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  min-width: 0;
  padding: 1.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
`;

export const Moving = styled.div`
  overflow-x: auto;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

export const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;

  th,
  td {
    padding: 0.8rem 1.2rem 0.8rem 0;
    text-align: right;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral800};
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  th:first-child,
  td[data-words='true'] {
    min-width: 11rem;
    text-align: left;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  thead th {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  td > button {
    display: inline-flex;
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  @media (pointer: coarse) {
    td > button {
      min-height: 4rem;
      min-width: 4rem;
      align-items: center;
      justify-content: flex-end;
    }
  }
`;

/** The choices of a page or a chart side by side. */
export const Switch = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem;
`;
