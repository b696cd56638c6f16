import { css, keyframes, styled } from 'styled-components';

/** Below this width the board is one column. */
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

/** What only a screen with room for it, and a mouse, needs to be told. */
export const Hint = styled.div`
  padding-top: 0.4rem;
  @media (max-width: ${NARROW}) {
    display: none;
  }
`;

export const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
  gap: 1.6rem;
  align-items: start;
  @media (max-width: ${NARROW}) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

export const Column = styled.section<{ $shown: boolean }>`
  min-width: 0;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral100};
  @media (max-width: ${NARROW}) {
    display: ${({ $shown }) => ($shown ? 'block' : 'none')};
  }
`;

export const ColumnHead = styled.header`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.2rem;
  align-items: baseline;
  padding: 1.2rem 1.6rem;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** What is in a column; on a wide screen it scrolls by itself, so that a request can be dragged to anybody. */
export const Scroll = styled.div`
  overflow-y: auto;
  max-height: max(36rem, calc(100dvh - 22rem));
  padding: 1.2rem;
  @media (max-width: ${NARROW}) {
    max-height: none;
    padding: 0.8rem;
  }
`;

export const List = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;
  margin: 0;
  padding: 0;
  list-style: none;
`;

export const Tabs = styled.div`
  display: none;
  gap: 0.8rem;
  @media (max-width: ${NARROW}) {
    display: flex;
  }
`;

const pulse = keyframes`
  from { box-shadow: 0 0 0 0 rgba(208, 43, 32, 0.45); }
  to { box-shadow: 0 0 0 8px rgba(208, 43, 32, 0); }
`;

/** What nobody may overlook. */
export const pressing = css`
  border-color: ${({ theme }) => theme.colors.danger600};
  border-left-width: 4px;
  animation: ${pulse} 1.6s ease-out infinite;
  @media (prefers-reduced-motion: reduce) {
    animation: none;
  }
`;

const droppable = css`
  outline: 2px dashed ${({ theme }) => theme.colors.primary600};
  outline-offset: -2px;
  background: ${({ theme }) => theme.colors.primary100};
`;

/** A card that is not on the screen costs nothing to draw. */
export const Card = styled.li<{ $urgent?: boolean; $over?: boolean; $faded?: boolean; $height?: number }>`
  display: flex;
  flex-direction: column;
  gap: 0.6rem;
  padding: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 6px;
  background: ${({ theme }) => theme.colors.neutral0};
  content-visibility: auto;
  contain-intrinsic-size: auto ${({ $height = 128 }) => $height}px;
  &[draggable='true'] {
    cursor: grab;
  }
  ${({ $urgent }) => $urgent && pressing}
  ${({ $over }) => $over && droppable}
  opacity: ${({ $faded }) => ($faded ? 0.6 : 1)};
`;

export const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 0.8rem;
  align-items: center;
  min-width: 0;
`;

/** Two lines of what it is about. */
export const Matter = styled.p`
  display: -webkit-box;
  overflow: hidden;
  -webkit-line-clamp: 2;
  -webkit-box-orient: vertical;
  margin: 0;
  overflow-wrap: anywhere;
  font-size: 1.4rem;
  line-height: 1.45;
  color: ${({ theme }) => theme.colors.neutral800};
`;

export const Small = styled.span`
  font-size: 1.2rem;
  line-height: 1.5;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral700};
`;

type Tone = 'danger' | 'warning' | 'success' | 'primary' | 'secondary' | 'neutral';

export const Mark = styled.span<{ $tone: Tone }>`
  padding: 0.1rem 0.6rem;
  border-radius: 4px;
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 1.5;
  white-space: nowrap;
  color: ${({ theme, $tone }) =>
    theme.colors[$tone === 'neutral' || $tone === 'warning' ? 'neutral800' : (`${$tone}700` as const)]};
  background: ${({ theme, $tone }) => theme.colors[$tone === 'neutral' ? 'neutral150' : (`${$tone}100` as const)]};
`;
