/** After the last test file: no server is left running, no folder left behind. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.guanjiaTestDatabase?.stop();
}
