import * as React from 'react';
import { type CaseType } from '../http/contract';

interface ShownCase {
  type: CaseType;
  documentId: string;
}

/** The case that a form is about, for inputs that send something in for it. */
export const ShownCase = React.createContext<ShownCase | undefined>(undefined);
