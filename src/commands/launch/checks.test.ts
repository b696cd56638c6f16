import net from 'node:net';

import { addressFrom, checkPort } from './checks';
import { CannotStart } from './sentences';

test('the office listens on this machine only, on 1337, unless told otherwise', () => {
  expect(addressFrom({})).toEqual({ host: '127.0.0.1', port: 1337 });
  expect(addressFrom({ HOST: '0.0.0.0', PORT: '80' })).toEqual({ host: '0.0.0.0', port: 80 });
});

test.each(['0', '65536', '1.5', 'http'])('%s is no port', (port) => {
  expect(() => addressFrom({ PORT: port })).toThrow(CannotStart);
});

test('a port that is taken is refused with what to do about it', async () => {
  const squatter = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as net.AddressInfo;
  const refusal = checkPort({ host: '127.0.0.1', port });
  await expect(refusal).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => squatter.close(resolve));
  await expect(checkPort({ host: '127.0.0.1', port })).resolves.toBeUndefined();
});

test('a host that is not this machine is refused', async () => {
  await expect(checkPort({ host: '192.0.2.1', port: 1337 })).rejects.toThrow('Check HOST and PORT');
});
