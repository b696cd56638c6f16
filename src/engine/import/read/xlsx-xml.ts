import sax from 'sax';

/** A parser for one part of a workbook; the first fault in its XML is thrown. */
export function partParser(handlers: {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}): sax.SAXParser {
  const parser = sax.parser(true, { position: false });
  // Some writers prefix every element: <x:row> is <row>.
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.onopentag = ({ name, attributes }) =>
    handlers.open?.(local(name), attributes as Record<string, string>);
  parser.ontext = (text) => handlers.text?.(text);
  parser.oncdata = (text) => handlers.text?.(text);
  parser.onclosetag = (name) => handlers.close?.(local(name));
  parser.onerror = (error) => {
    throw error;
  };
  return parser;
}
