import type * as React from 'react';

/** What Strapi's form hands to the input of a custom field. */
export interface CustomInputProps {
  name: string;
  attribute: { type: string; options?: Readonly<Record<string, unknown>>; maxLength?: number };
  label?: React.ReactNode;
  hint?: React.ReactNode;
  labelAction?: React.ReactNode;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  error?: string;
  value?: unknown;
  onChange: (path: string, value?: unknown) => void;
}
