import type { DemoLogin } from './boot';
import type { Address } from './checks';
import { table } from './table';

type Opened = { address: Address; publicUrl: string; panelPath: string; logins: readonly DemoLogin[] };

/** What is said once the office is open: where it is and, on its first day, who can log in. */
export function welcome({ address, publicUrl, panelPath, logins }: Opened): string {
  const base = publicUrl || `http://${nameOf(address.host)}:${address.port}`;
  return [
    '',
    `管家已开门 · The office is open:  ${base.replace(/\/$/, '')}${panelPath}`,
    demoLogins(logins),
    '按 Ctrl-C 停止 · Ctrl-C stops it.',
    '',
  ].join('\n');
}

/** The log-ins of the demo estate as a table; nothing when there are none. */
export function demoLogins(logins: readonly DemoLogin[]): string {
  if (logins.length === 0) return '';
  const rows = logins.map(({ role, email, password }) => [role, email, password]);
  return [
    '',
    '演示账号，密码只显示这一次 · Demo log-ins, shown this once:',
    '',
    table([['角色 Role', '账号 E-mail', '密码 Password'], ...rows]),
    '',
  ].join('\n');
}

/** An address that listens on all interfaces cannot be typed into a browser. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', ''].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
